"""What gunicorn loads once, before its workers part."""


def test_site_is_loaded_with_all_its_addresses_and_no_connection(run, production_environment):
    script = """
import sys, threading
from config.wsgi import application
from django.db import connections

assert "config.urls" in sys.modules
assert [each.connection for each in connections.all()] == [None]
assert threading.active_count() == 1
"""
    loaded = run(production_environment, "-c", script)
    assert loaded.returncode == 0, loaded.stderr


def test_libraries_of_mail_services_are_not_loaded_without_one(run, production_environment):
    script = """
import sys
from config.wsgi import application
assert "boto3" not in sys.modules
"""
    loaded = run(production_environment, "-c", script)
    assert loaded.returncode == 0, loaded.stderr
