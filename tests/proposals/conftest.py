"""What the tests of proposals share."""

import pytest

from proposals.models import ProposalIndexPage
from tests.factories import put


@pytest.fixture
def index(home):
    return put(home, ProposalIndexPage(title="Current proposals", slug="current-proposals"))
