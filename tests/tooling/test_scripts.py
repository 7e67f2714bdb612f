"""`make run` and `make test` set themselves up, and say in one line why they can't."""

import ast
import importlib
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MANAGE = """\
import os, sys
sys.stdout.write(" ".join([*sys.argv[1:], str(os.environ.get("SITE_URL"))]) + "\\n")
"""


@pytest.fixture
def scripts(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    return importlib.import_module("install"), importlib.import_module("run")


@pytest.fixture
def clone(tmp_path):
    """A project with our scripts, locks of no packages and a manage.py that echoes."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    (tmp_path / "requirements").mkdir()
    for lock in ("run", "test"):
        (tmp_path / "requirements" / f"{lock}.txt").write_text(f"# {lock}: nothing\n")
    (tmp_path / "manage.py").write_text(MANAGE)
    return tmp_path


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def call(clone, *arguments, **environment):
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", **environment}
    environment.pop("SITE_URL", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=clone, env=environment, capture_output=True, text=True
    )


def assert_one_line(result, words):
    assert result.returncode == 1
    assert re.fullmatch(rf".*{words}.*\n", result.stderr)


def test_taken_port_is_one_line_that_offers_another(clone):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        result = call(clone, "scripts/run.py", PORT=str(port))
    assert_one_line(result, f"Port {port} is taken.*PORT={port + 1}")


@pytest.mark.parametrize("port", ["eighty", "", "0", "65536", "-1", "8000.5"])
def test_port_that_is_no_port_is_one_line(clone, port):
    assert_one_line(call(clone, "scripts/run.py", PORT=port), "PORT must be a number")


def test_unusable_host_is_one_line(clone, free_port):
    result = call(clone, "scripts/run.py", HOST="192.0.2.1", PORT=str(free_port))
    assert_one_line(result, "Cannot listen on 192.0.2.1")


def test_old_python_can_read_the_scripts():
    for script in ("install.py", "run.py"):
        ast.parse((ROOT / "scripts" / script).read_text(), feature_version=(3, 6))


def test_old_python_is_refused(scripts):
    install, _ = scripts
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed, not 3\.6"):
        install.check_python((3, 6, 15))


def test_unwritable_folder_is_refused(scripts, tmp_path):
    install, _ = scripts
    with pytest.raises(SystemExit, match="Nothing can be written"):
        install.check_folder(tmp_path / "nowhere")


def test_packages_out_of_reach_are_one_line_that_names_the_log(clone):
    (clone / "requirements" / "run.txt").write_text(f"nothing-like-it==1 --hash=sha256:{'0' * 64}")
    assert_one_line(
        call(clone, "scripts/install.py", "run"), r"could not be downloaded.*var/install\.log"
    )
    assert "nothing-like-it" in (clone / "var" / "install.log").read_text()


def test_run_prepares_the_site_and_a_second_run_installs_nothing(clone, free_port):
    first = call(clone, "scripts/run.py", PORT=str(free_port))
    second = call(clone, "scripts/run.py", PORT=str(free_port))
    address = f"http://127.0.0.1:{free_port}"
    served = [
        "Preparing the database",
        f"migrate --verbosity 0 {address}",
        "Looking whether it needs demo content",
        f"load_demo --if-empty {address}",
        f"The site: {address}/ (Ctrl+C stops it)",
        f"runserver 127.0.0.1:{free_port} {address}",
    ]
    made = ["Making .venv", "Installing packages (about half a minute)"]
    # What the worker does runs beside the server, and speaks when it likes.
    work = {f"{job} --watch {address}" for job in ("send_outbox", "keep_house")}
    for run, said in ((first, made + served), (second, served)):
        lines = run.stdout.splitlines()
        assert [line for line in lines if line not in work] == said
        assert work <= set(lines)


def test_failing_command_stops_the_run(clone, free_port):
    (clone / "manage.py").write_text("raise SystemExit(3)")
    result = call(clone, "scripts/run.py", PORT=str(free_port))
    assert_one_line(result, "manage.py migrate --verbosity 0” failed")


def test_environment_is_made_once_per_lock_and_heals(clone):
    install = ("scripts/install.py", "test")
    stamp = clone / ".venv" / "installed"
    assert "Making .venv" in call(clone, *install).stdout
    assert call(clone, *install).stdout == ""
    # The test lock holds the run lock.
    assert call(clone, "scripts/install.py", "run").stdout == ""

    (clone / "requirements" / "test.txt").write_text("# changed\n")
    assert call(clone, *install).stdout.startswith("Installing packages")

    # As a kill during the install leaves it.
    stamp.write_text("")
    shutil.rmtree(clone / ".venv" / "lib")
    assert "Making .venv" in call(clone, *install).stdout
    assert call(clone, *install).stdout == ""

    stamp.write_text(stamp.read_text().replace(".", ".9", 1))
    assert "Making .venv" in call(clone, *install).stdout


def test_failed_upgrade_leaves_what_was_installed(clone):
    call(clone, "scripts/install.py", "run")
    (clone / "requirements" / "test.txt").write_text(f"no-such==1 --hash=sha256:{'0' * 64}")
    assert call(clone, "scripts/install.py", "test").returncode == 1
    assert call(clone, "scripts/install.py", "run").stdout == ""


def pins(lock):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    return set(re.findall(r"^(\S+==.+?) \\$", text, re.MULTILINE))


def test_test_lock_holds_the_run_lock():
    assert pins("run") < pins("test")


@pytest.mark.parametrize("lock", ["run", "test"])
def test_lock_names_no_host_and_no_path(lock):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    assert not re.search(r"//|file:|@|--(?!hash=)|^\s*/", text, re.MULTILINE)
