"""What the tests of the discussion share."""

import pytest

from tests.factories import make_post, make_proposal


@pytest.fixture
def post(home):
    return make_post("The post")


@pytest.fixture
def proposal(home):
    return make_proposal("The proposal")


@pytest.fixture
def statement(proposal):
    """R1 of the proposal."""
    return proposal.published_statements.get(kind="risk")


@pytest.fixture
def text(client):
    """The page at an address, as it is sent."""
    return lambda url: client.get(url).content.decode()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """`with committed():` does on leaving what a transaction does when it is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
