import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def _demo_of_a_module(django_db_setup, django_db_blocker):
    """The demo content, loaded once for all tests of a module and gone after them. What a test
    changes is gone after the test; a test that wants an empty site belongs into another module."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(_demo_of_a_module, home):
    """The demo content."""
