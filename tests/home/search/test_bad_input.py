"""Whatever is typed into the box, or sent as if it had been, gets a page."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import publish_post, publish_proposal

ODD = {
    "ten thousand characters": "a" * 10_000,
    "ten thousand words": "turnip " * 1500,
    "one quote": '"',
    "unbalanced": '"unbalanced',
    "apostrophes": "' OR 1=1 --",
    "operators of SQLite": "NEAR(a b) AND NOT title:x ^y {body}: * + - (",
    "operators of PostgreSQL": "a & !b | <-> c:* (",
    "backslashes": "\\'\\\\",
    "percents": "%s %(x)s %% {}",
    "emoji": "😀👩‍👩‍👧",
    "right to left": "שלום مرحبا \u202eabc",
    "chinese": "数据共享",
    "combining": "e\u0301\u0301\u0301 \u0301",
    "large letters": "ﷺ İß ŉ",
    "numbers": "1e400 9999999999999999999999 -0 ½ ²",
    "controls": "\x01\x1b\x7f\u2028",
    "letters newer than the database": "\U00010d40 \U0001e5d0",
    "replacement": "\ufffd",
}


@pytest.fixture
def reader(home):
    publish_post("Turnips")
    publish_proposal("Turnips for all")
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_queries_get_a_page_with_a_message(reader, text):
    for query in (text, f"turnip {text}", f'"{text}"'):
        answer = reader.get("/search/", {"q": query})
        assert answer.status_code == 200
        html = answer.content.decode()
        assert any(words in html for words in ("Nothing found", "result", "too long"))


def test_nul_is_refused_in_words(reader):
    assert reader.get("/search/?q=a%00b").status_code == 400


def test_lone_surrogates_and_broken_bytes_make_no_error(reader):
    for query in (
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=%",
        "q=a&q=b",
        "%ED%A0%80=1",
        "q=%ED%A0%80&since=%FF",
    ):
        assert reader.get("/search/", QUERY_STRING=query).status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 30, "1.5", "", "'"])
def test_page_that_is_none_is_not_found(reader, page):
    assert reader.get("/search/", {"q": "turnip", "page": page}).status_code == 404


@pytest.mark.parametrize("day", ["0000-00-00", "9999-12-31", "99999-01-01", "31/02/2026", "'"])
def test_any_date_gets_a_page(reader, day):
    for name in ("since", "until"):
        assert reader.get("/search/", {"q": "turnip", name: day}).status_code == 200


PIECES = st.sampled_from(
    [*"aé1 ()*&|!<>:'\"\\^~-+%{}[]😀שم", "turnip", "AND", "OR", "NOT", "NEAR", "title:", "’s", "“"]
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=ANYTHING | st.lists(PIECES, max_size=25).map("".join))
def test_no_query_makes_an_error(reader, text):
    assert reader.get("/search/", {"q": text}).status_code == 200
