"""From a fresh clone to a site that answers: what `make run` calls.

Every Python since 3.6 can read this file, so that one too old to use gets a clear line.
"""

import errno
import os
import socket
import subprocess
import sys

from install import PYTHON, ROOT, check_python, install, say


def read_port(text):
    if not (text.isdecimal() and 0 < int(text) < 65536):
        sys.exit(f"PORT must be a number from 1 to 65535, and is “{text}”.")
    return int(text)


def check_free(host, port):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # As Django does, so that a port left a moment ago counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                sys.exit(f"Port {port} is taken. Another one: make run PORT={port + 1}")
            sys.exit(f"Cannot listen on {host}, port {port}: {error.strerror}.")


def manage(*arguments):
    if subprocess.run([str(PYTHON), "manage.py", *arguments], cwd=str(ROOT)).returncode:
        sys.exit(f"“manage.py {' '.join(arguments)}” failed; its own words are above.")


def main():
    check_python(sys.version_info)
    host = os.environ.get("HOST", "127.0.0.1")
    port = read_port(os.environ.get("PORT", "8000"))
    check_free(host, port)
    install("run")

    netloc = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    address = os.environ.setdefault("SITE_URL", f"http://{netloc}")
    say("Preparing the database")
    manage("migrate", "--verbosity", "0")
    say("Looking whether it needs demo content")
    manage("load_demo", "--if-empty")

    say(f"The site: {address}/ (Ctrl+C stops it)")
    os.chdir(str(ROOT))
    # Become children of the server below, and end with it.
    for job in ("send_outbox", "keep_house"):
        subprocess.Popen([str(PYTHON), "manage.py", job, "--watch"])
    os.execv(str(PYTHON), [str(PYTHON), "manage.py", "runserver", netloc])


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
