import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.search.words import fold, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("queue", "queues"),
        ("Café", "cafe"),
        ("policy", "policies"),
        ("LINKED", "linking"),
        ("people's", "people’s"),
        ("Siân", "sian"),
        ("e\N{COMBINING ACUTE ACCENT}tudes", "étude"),
    ],
)
def test_words_that_a_reader_takes_for_the_same_have_one_stem(one, other):
    assert stems(one) == stems(other) != []


def test_signs_are_no_words():
    assert stems("\"(*) — : ' ^ – 😀 _ ’ \x00") == []


@given(st.text())
def test_folding_keeps_every_place_in_the_text(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_stems_hold_nothing_that_a_database_could_take_for_an_operator(text):
    assert all(stem.isalnum() for stem in stems(text))
