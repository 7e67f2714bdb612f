"""SQLite as we use it: readers don't wait for a writer, and a second writer waits its turn."""

import json
import sqlite3

SCRIPT = """
import django, json, sqlite3
django.setup()
from django.db import connection, transaction
with connection.cursor() as cursor:
    answers = {}
    for pragma in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys"):
        cursor.execute(f"PRAGMA {pragma}")
        answers[pragma] = cursor.fetchone()[0]
other = sqlite3.connect(connection.settings_dict["NAME"], timeout=0, isolation_level=None)
with transaction.atomic():
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        answers["second writer"] = str(error)
other.execute("BEGIN IMMEDIATE")
print(json.dumps(answers))
"""


def test_sqlite_is_set_up_for_many_at_once(run, production_environment, tmp_path):
    production_environment["DATABASE_URL"] = f"sqlite:///{tmp_path / 'site.sqlite3'}"
    asked = run(production_environment, "-c", SCRIPT)
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout) == {
        "journal_mode": "wal",
        "synchronous": 1,
        "busy_timeout": 20_000,
        "foreign_keys": 1,
        "second writer": "database is locked",
    }
    assert sqlite3.connect(tmp_path / "site.sqlite3").execute("PRAGMA journal_mode").fetchone() == (
        "wal",
    )
