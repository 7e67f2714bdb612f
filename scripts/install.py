"""Make .venv hold a lock's packages: `python scripts/install.py run|test`.

Every Python since 3.6 can read this file, so that one too old to use gets a clear line.
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"
LOG = ROOT / "var" / "install.log"
# The test lock pins all that the run lock does, so it serves for running too.
SERVED_BY = {"run": ["run", "test"], "test": ["test"]}


def say(line):
    print(line, flush=True)


def check_python(version):
    if version < OLDEST:
        found, needed = (".".join(map(str, v[:2])) for v in (version, OLDEST))
        sys.exit(f"Python {needed} or newer is needed, not {found}. Another: PYTHON=python{needed}")


def check_folder(folder):
    try:
        tempfile.TemporaryFile(dir=str(folder)).close()
    except OSError as error:
        sys.exit(f"Nothing can be written to {folder}: {error.strerror}.")


def stamp_of(lock):
    """What the stamp says once `lock` is installed for this Python."""
    content = (ROOT / "requirements" / f"{lock}.txt").read_bytes()
    return "{}.{} {}".format(*sys.version_info[:2], hashlib.sha256(content).hexdigest())


def read_stamp():
    return STAMP.read_text() if PYTHON.exists() and STAMP.exists() else ""


def run_logged(command, complaint):
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("w") as log:
        if subprocess.run(command, stdout=log, stderr=subprocess.STDOUT).returncode:
            sys.exit(f"{complaint} The full log is {LOG.relative_to(ROOT)}.")


def install(lock):
    """Install `lock` ("run" or "test") unless .venv holds it already."""
    check_python(sys.version_info)
    check_folder(ROOT)
    before = read_stamp()
    if before in map(stamp_of, SERVED_BY[lock]):
        return

    # No stamp: the making of it was cut short. Another Python: its packages are not ours.
    if before.split(" ")[0] != stamp_of(lock).split(" ")[0]:
        say("Making .venv")
        run_logged(
            [sys.executable, "-m", "venv", "--clear", str(VENV)],
            "Python could not make .venv (Debian and Ubuntu keep that in python3-venv).",
        )
        before = ""

    say("Installing packages (about half a minute)")
    requirements = str(ROOT / "requirements" / f"{lock}.txt")
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    # Empty while pip works: whoever is killed here starts afresh.
    STAMP.write_text("")
    try:
        run_logged(
            [*pip, "--require-hashes", "-r", requirements],
            "The packages could not be downloaded and installed: is the network there?",
        )
    except SystemExit:
        # pip downloads all before it changes anything, so what was there still works.
        STAMP.write_text(before)
        raise
    STAMP.write_text(stamp_of(lock))


if __name__ == "__main__":
    if sys.argv[1:] not in (["run"], ["test"]):
        sys.exit("Usage: python scripts/install.py run|test")
    try:
        install(sys.argv[1])
    except KeyboardInterrupt:
        sys.exit(130)
