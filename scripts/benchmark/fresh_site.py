"""A site of its own in a temporary folder, under production settings, with the demo content."""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
# How many steps `fresh_site` tells of.
PREPARATIONS = 3
INHERITED = ("HOME", "LANG", "PATH", "TMPDIR")


class Trouble(Exception):
    """Something that stops the run, in words for whoever started it."""


class FreshSite:
    """Where the site lives and with which environment its commands run."""

    def __init__(self, folder):
        given = os.environ.get("DATABASE_URL")
        self.folder = folder
        self.has_given_database = bool(given)
        self.environment = {name: os.environ[name] for name in INHERITED if name in os.environ} | {
            "ADDRESS_KEY": secrets.token_hex(32),
            "ALLOWED_HOSTS": HOST,
            "DATABASE_URL": given or f"sqlite:///{folder}/site.sqlite3",
            "DATA_DIR": str(folder),
            "DEFAULT_FROM_EMAIL": "nobody@example.org",
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "EMAIL_URL": "dummymail://",
            "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("", "site", "scripts")),
            "SECRET_KEY": secrets.token_hex(32),
            "SITE_URL": "https://example.org",
        }

    def run(self, *arguments, settings="config.settings.production"):
        """Run Python with `arguments` and give what it printed."""
        result = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment | {"DJANGO_SETTINGS_MODULE": settings},
            capture_output=True,
            text=True,
        )
        if result.returncode:
            said = (result.stderr or result.stdout).strip().splitlines() or ["nothing said"]
            raise Trouble(f"“{' '.join(arguments)}” failed: {said[-1]}")
        return result.stdout

    def ask(self, question, *arguments, **options):
        """The answer of a function in `inside.py`, which runs within Django."""
        return json.loads(self.run("-m", "benchmark.inside", question, *arguments, **options))


@contextmanager
def fresh_site(step):
    """Make a `FreshSite` and take everything away at the end. `step` is called with the name of
    each thing about to be done."""
    with tempfile.TemporaryDirectory(prefix="open-policy-") as folder:
        site = FreshSite(Path(folder))
        if site.has_given_database and site.ask("tables"):
            raise Trouble("The database that DATABASE_URL names has tables: give an empty one.")
        try:
            step("Preparing a database")
            site.run("manage.py", "migrate", "--verbosity", "0")
            step("Collecting static files")
            site.run("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
            step("Loading the demo content")
            site.run("manage.py", "load_demo", "--verbosity", "0")
            yield site
        finally:
            if site.has_given_database:
                site.ask("drop_tables")
