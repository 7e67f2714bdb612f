import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import django
django.setup()
from django.test import Client
for address in ("/healthz", "/readyz"):
    response = Client(raise_request_exception=False).get(address)
    print(response.status_code, response.content.decode())
"""


@pytest.mark.django_db
def test_site_that_is_ready_says_so(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "cache": "ok", "migrations": "ok"}


def test_process_answers_without_asking_the_database(client):
    assert client.get("/healthz").json() == {"process": "ok"}


@pytest.mark.django_db
def test_site_is_not_ready_while_migrations_wait(client):
    MigrationRecorder(connection).record_unapplied("core", "0001_initial")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["migrations"].endswith(" pending")


@pytest.mark.parametrize(
    "database", ["postgres://nobody@127.0.0.1:1/none", "sqlite:////proc/none/site.sqlite3"]
)
def test_site_is_not_ready_without_its_database(database, tmp_path):
    env = {
        **os.environ,
        "DATABASE_URL": database,
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
    }
    asked = subprocess.run(
        [sys.executable, "-c", ASK], check=True, env=env, cwd=ROOT, capture_output=True, text=True
    )
    healthz, readyz = asked.stdout.splitlines()
    assert healthz == '200 {"process": "ok"}'
    assert readyz == '503 {"database": "unreachable", "cache": "ok", "migrations": "unknown"}'
