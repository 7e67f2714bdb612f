"""What every test may ask for."""

import gc
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.db import connection, connections

# Nearly all that a test makes goes without the collector's help: look for the rest less often than
# at every 700 objects.
gc.set_threshold(20_000)


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    yield
    cache.clear()


def delete_from(operations, style, tables, *, reset_sequences=False, allow_cascade=False):
    return [f"DELETE FROM {operations.quote_name(table)}" for table in tables]  # noqa: S608


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Tables of few rows are emptied row by row: PostgreSQL's TRUNCATE makes a new file for each,
    which takes the better part of a second after every test that commits."""
    if connection.vendor == "postgresql":
        type(connection.ops).sql_flush = delete_from


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
def plan_of(db):
    """A function: how the database finds the rows of a queryset where there are many. A small table
    PostgreSQL would read whole."""

    def explain(queryset):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        return queryset.explain()

    return explain


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("editor", password="secret")


@pytest.fixture
def editor_client(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def committed_db(django_db_serialized_rollback, transactional_db):
    """The database for tests that really commit: other connections and processes see it."""


@pytest.fixture
def in_threads(committed_db):
    """Runs functions at once, each on a connection of its own, and gives what they return."""

    def run_one(function):
        try:
            return function()
        finally:
            connections.close_all()

    def run(*functions):
        with ThreadPoolExecutor(len(functions)) as pool:
            return list(pool.map(run_one, functions))

    return run
