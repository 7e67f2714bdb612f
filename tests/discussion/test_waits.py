"""How long people waited, as they are told it."""

from datetime import timedelta

import pytest

from discussion.waits import in_words


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(minutes=3), "about an hour"),
        (timedelta(minutes=100), "2 hours"),
        (timedelta(hours=47), "47 hours"),
        (timedelta(days=2, hours=5), "2 days"),
    ],
)
def test_wait_is_told_no_finer_than_an_hour(wait, words):
    assert in_words(wait) == words
