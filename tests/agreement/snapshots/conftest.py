import pytest

from tests.factories import make_proposal


@pytest.fixture
def proposal(home):
    return make_proposal()
