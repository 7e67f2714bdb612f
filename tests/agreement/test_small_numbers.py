"""All that is shown and can be had about a proposal tells of five people or of none."""

import re
from functools import partial

import pytest

from agreement.analysis import suppression
from agreement.snapshots import result
from agreement.snapshots.taking import take_snapshot
from tests.agreement.crowd import make_crowd

PEOPLE = re.compile(r"\b([1-4]) people\b|<td[^>]*>([1-4])</td>|\b([1-4]),0\.\d+,")


@pytest.fixture
def told(client, proposal, index):
    """Everything that the public can read, after three counts of a crowd that grows slowly."""

    def everything():
        for sectors in (
            {"academia": (7, 0, 0), "business": (2, 1, 1)},
            {"academia": (1, 0, 2), "local_government": (0, 0, 3)},
            {"business": (1, 0, 0), "individual": (0, 4, 0)},
        ):
            make_crowd(proposal, **sectors)
            take_snapshot(proposal)
        paths = ["", "statements/R1/", "agreement/", "agreement/?sort=people", "agreement/csv/"]
        paths += [f"agreement/snapshot-{number}/" for number in (1, 2, 3)]
        pages = [client.get(proposal.url + path) for path in paths]
        pages += [client.get(index.url), client.get(f"{index.url}?sector=business")]
        assert all(page.status_code == 200 for page in pages)
        return [page.content.decode() for page in pages]

    return everything


def small_numbers(pages):
    return [match.group() for page in pages for match in PEOPLE.finditer(page)]


def test_nothing_tells_of_fewer_than_five_people(told):
    assert small_numbers(told()) == []


def test_a_threshold_weakened_by_one_shows(told, monkeypatch):
    weaker = partial(suppression.release, threshold=suppression.THRESHOLD - 1)
    monkeypatch.setattr(result, "release", weaker)
    assert small_numbers(told()) != []
