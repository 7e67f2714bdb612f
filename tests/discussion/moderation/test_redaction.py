"""Moderators take words out; they put none in."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.text import clean_text
from discussion.policy import REMOVED, Reason
from discussion.redaction import NothingMarked, OtherwiseChanged, redacted

TEXT = "John Smith of Elm Road\nis wrong."
texts = st.text(max_size=60).map(clean_text)


def test_marked_words_give_way_to_the_reason():
    marked = "[[John Smith]] of [[Elm Road\nis]] wrong."
    mark = "[removed: names a private person]"
    assert redacted(TEXT, marked, Reason.PERSONAL_DATA) == f"{mark} of {mark} wrong."


def test_every_reason_has_its_mark():
    assert set(REMOVED) == set(Reason)


@pytest.mark.parametrize("marked", [TEXT, "[[John Smith of Elm Road\nis wrong.", ""])
def test_nothing_marked_is_nothing_redacted(marked):
    with pytest.raises((NothingMarked, OtherwiseChanged)):
        redacted(TEXT, marked, Reason.ABUSE)


def test_lines_end_as_a_browser_sends_them():
    assert redacted(TEXT, "[[John]] Smith of Elm Road\r\nis wrong.", Reason.ABUSE)


@given(texts, texts, texts)
def test_what_is_marked_is_gone_and_the_rest_stays(before, secret, after):
    text = clean_text(f"{before}<{secret}>{after}")
    assume("[" not in text and "]" not in text)
    marked = text.replace(f"<{secret}>", f"[[<{secret}>]]", 1)
    assume("[[" in marked)
    assert redacted(text, marked, Reason.ABUSE) == text.replace(
        f"<{secret}>", REMOVED[Reason.ABUSE], 1
    )


@given(texts, texts)
def test_other_words_are_refused(text, typed):
    assume("[[" not in text + typed and "]]" not in text + typed and text != typed)
    with pytest.raises(OtherwiseChanged):
        redacted(text, f"[[{typed}]]", Reason.ABUSE)
