"""What the tests of proposals share."""

import pytest

from proposals.models import ProposalIndexPage
from tests.factories import place


@pytest.fixture
def index(home):
    return place(home, ProposalIndexPage(title="Current proposals", slug="current-proposals"))
