"""What every test may ask for."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    yield
    cache.clear()


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
