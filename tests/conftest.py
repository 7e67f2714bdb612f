"""What every test may ask for."""

import pytest
from django.core.cache import cache
from django.db import connection


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """pytest-django's database, and as a string the rows that migrations put into it: read before
    any test that really commits has emptied it."""
    with django_db_blocker.unblock():
        return connection.creation.serialize_db_to_string()


@pytest.fixture
def home(db):
    """The front door that the migrations made."""
    from home.models import HomePage

    return HomePage.objects.get()


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("editor", password="secret")


@pytest.fixture
def editor_client(client, editor):
    client.force_login(editor)
    return client
