"""gunicorn with the site's own configuration; the CPU time of one worker can be read."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from .fresh_site import HOST, ROOT, Trouble

SECONDS_TO_START = 30
# As many workers as gunicorn's configuration starts on this machine.
AS_CONFIGURED = None


def free_port():
    with socket.create_server((HOST, 0)) as probe:
        return probe.getsockname()[1]


class Server:
    def __init__(self, process, port, log):
        self.process = process
        self.port = port
        self.log = log

    @property
    def worker(self):
        """The process id of the one worker."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if len(children) != 1:
            raise Trouble(f"The server has {len(children)} workers, not one.")
        return children[0]

    def cpu_seconds(self):
        """CPU time that the worker has used so far, in user and in system mode."""
        fields = Path(f"/proc/{self.worker}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def answers(self, path):
        connection = http.client.HTTPConnection(HOST, self.port, timeout=2)
        try:
            connection.request("GET", path, headers={"X-Forwarded-Proto": "https"})
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def wait(self, path):
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self.process.poll() is None:
            if self.answers(path):
                return
            time.sleep(0.1)
        said = self.log.read_text(errors="replace").strip().splitlines() or ["nothing said"]
        raise Trouble(f"The server did not start: {said[-1]}")


@contextmanager
def serve(
    site,
    application="config.wsgi",
    settings="config.settings.production",
    sign="/healthz",
    workers="1",
):
    """A `Server` of `application`; it is up when the address `sign` answers 200."""
    port = free_port()
    path = site.folder / "server.log"
    command = [sys.executable, "-m", "gunicorn", "--config", "site/config/gunicorn.py"]
    # A worker that retires in the middle would take its CPU time and its connections along.
    command += ["--max-requests", "0"]
    if workers != AS_CONFIGURED:
        command += ["--workers", workers]
    with path.open("w") as log:
        process = subprocess.Popen(
            [*command, "--bind", f"{HOST}:{port}", application],
            cwd=ROOT,
            env=site.environment | {"DJANGO_SETTINGS_MODULE": settings},
            stdout=log,
            stderr=log,
            # Ctrl+C is for us to hear and to act on; its workers end with it.
            start_new_session=True,
        )
    try:
        server = Server(process, port, path)
        server.wait(sign)
        yield server
    finally:
        # The server with its workers, at once: nobody waits for an answer any more.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
