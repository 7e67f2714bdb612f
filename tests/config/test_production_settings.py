import pytest

from tests.config.conftest import SECRETS


def test_production_starts_with_its_secrets(run, production_environment):
    started = run(production_environment, "-c", "import config.settings.production")
    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize("empty", [None, "", " "], ids=["missing", "empty", "blank"])
@pytest.mark.parametrize("name", SECRETS)
def test_production_refuses_to_start_without_each_secret(run, production_environment, name, empty):
    del production_environment[name]
    if empty is not None:
        production_environment[name] = empty
    started = run(production_environment, "-c", "import config.settings.production")
    assert started.returncode != 0
    error = started.stderr.strip().splitlines()[-1]
    assert "ImproperlyConfigured" in error
    assert name in error
    assert not any(other in error for other in SECRETS if other not in name)


@pytest.mark.parametrize("host", [{}, {"S3_PUBLIC_HOST": ""}])
def test_production_with_uploads_elsewhere_refuses_to_start_without_their_host(
    run, production_environment, host
):
    production_environment |= {"S3_BUCKET": "uploads"} | host
    started = run(production_environment, "-c", "import config.settings.production")
    assert started.returncode != 0
    assert "S3_PUBLIC_HOST" in started.stderr.strip().splitlines()[-1]


def test_production_lets_readers_have_images_from_where_they_are(run, production_environment):
    production_environment |= {"S3_BUCKET": "uploads", "S3_PUBLIC_HOST": "files.example.org"}
    script = """
from config.settings import production
print(production.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"])
"""
    assert "https://files.example.org" in run(production_environment, "-c", script).stdout


def test_deployment_check_finds_nothing(run, production_environment):
    checked = run(
        production_environment, "manage.py", "check", "--deploy", "--fail-level", "WARNING"
    )
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout


def test_error_in_production_is_logged_with_its_traceback_and_no_address(
    run, production_environment
):
    script = """
import django, logging
django.setup()
try:
    raise ValueError("no such person: somebody@example.com")
except ValueError:
    logging.getLogger("django.request").exception("Internal Server Error")
"""
    logged = run(production_environment, "-c", script).stderr
    assert "Traceback" in logged
    assert "no such person: [address]" in logged
