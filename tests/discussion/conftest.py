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
