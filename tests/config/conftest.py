import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECRETS = {
    "SECRET_KEY": "k9$w" * 20 + "xyz",
    "ADDRESS_KEY": "m3!q" * 20,
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
    "DATABASE_URL": "sqlite:///:memory:",
    "EMAIL_URL": "smtp://localhost:25",
    "DEFAULT_FROM_EMAIL": "Data sharing <no-reply@example.org>",
}


@pytest.fixture
def production_environment(tmp_path):
    """All that production needs, and nothing from whoever runs the tests."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(tmp_path / "var"),
        **SECRETS,
    }


@pytest.fixture
def run():
    """Runs Python beside the tests: `run(environment, *arguments)`."""

    def start(env, *arguments):
        return subprocess.run(
            [sys.executable, *arguments], env=env, cwd=ROOT, capture_output=True, text=True
        )

    return start


@pytest.fixture
def in_production(settings, monkeypatch):
    """What production tightens, on the tests' own database and folders."""
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    for name, value in runpy.run_module("config.settings.production").items():
        if name == "DEBUG" or name.startswith(("SECURE_", "SESSION_", "CSRF_", "X_FRAME")):
            setattr(settings, name, value)


@pytest.fixture
def secure_client(in_production, client):
    """A reader on https, which ends at the proxy."""
    client.defaults["HTTP_X_FORWARDED_PROTO"] = "https"
    return client
