"""The page that shows results: its words, its costs, what may keep it."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from blog.models import MeetingNotePage
from tests.factories import block, complete_statements, make_strand, publish_post, publish_proposal

from .conftest import paragraph


def test_page_alone_shows_the_form_and_is_led_to_from_the_masthead(search):
    assert 'type="search"' in search().html
    assert 'href="/search/"' in Client().get("/").content.decode()


def test_search_engines_are_told_to_keep_out(search):
    assert search().response["X-Robots-Tag"] == "noindex"
    assert search("anything").response["X-Robots-Tag"] == "noindex"


def test_words_are_marked_in_title_and_excerpt_as_they_are_written(search):
    publish_post(
        "The Queues", body=[paragraph("Long ago. " * 40 + "We met in a queue at the Café.")]
    )
    answer = search("queue cafe")
    assert answer.marked == ["Queues", "queue", "Café"]
    assert "… " in answer.html


def test_what_was_typed_and_what_was_written_are_escaped(search):
    publish_post("<b>Turnips</b>", body=[paragraph("&lt;script&gt;turnip&lt;/script&gt;")])
    answer = search('turnip "<script>alert(1)</script>"')
    assert "<script" not in answer.html
    answer = search("turnip")
    assert "&lt;b&gt;<mark>Turnips</mark>&lt;/b&gt;" in answer.html
    assert "<script" not in answer.html


def test_misspelt_word_brings_the_one_that_was_meant(search):
    publish_post("Turnips at the Café")
    assert 'href="?q=Turnips">' in search("Turinps").html.replace("turnips", "Turnips")
    assert "Did you mean" not in search("xylophone").html


def test_respelling_that_finds_nothing_is_not_offered(search):
    publish_post("Turnips")
    assert "Did you mean" not in search("turinps xylophone").html


def test_new_word_is_suggested_as_soon_as_it_is_published(
    search, django_capture_on_commit_callbacks
):
    assert "Did you mean" not in search("turinps").html
    with django_capture_on_commit_callbacks(execute=True):
        publish_post("Turnips")
    assert "Did you mean" in search("turinps").html


def test_filters_that_let_nothing_through_can_be_dropped(search):
    publish_post("Turnips")
    answer = search("turnip", section="statements", kind="risk")
    assert "1 result" in answer.html
    assert 'href="?q=turnip"' in answer.html


def test_errors_stand_beside_their_fields_and_what_was_typed_stays(search):
    answer = search("turnip", since="tomorrow", until="2026-02-30")
    assert answer.status == 200
    assert answer.html.count("day/month/year") == 2
    assert 'value="tomorrow"' in answer.html
    assert 'aria-describedby="id_since_error"' in answer.html
    assert "first" in search("turnip", since="2026-02-02", until="2026-02-01").html


@pytest.mark.parametrize("name", ["section", "kind", "strand"])
def test_choice_that_nobody_offers_is_no_page(search, name):
    assert search("turnip", **{name: "none"}).status == 404


def test_no_cookie_is_set_and_the_answer_is_for_everyone(search):
    publish_post("Turnips")
    response = search("turnip").response
    assert not response.cookies
    assert "public" in response["Cache-Control"]


def test_queries_do_not_fill_the_page_store(search, monkeypatch):
    publish_post("Turnips")
    search("turnip")
    kept = []
    monkeypatch.setattr(cache, "set", lambda key, *args, **kwargs: kept.append(key))
    for parameters in ({"q": "turnip"}, {"section": "blog"}, {"since": "2026-01-01"}):
        search(**parameters)
        assert not [key for key in kept if key.startswith("page-store:")]


def fill(times):
    for number in range(times):
        publish_post(f"Turnips {number}")
        publish_post(f"Turnips met {number}", MeetingNotePage, place="Online")
        risks = [block("risk", claim=f"Turnips rot {number}.") for _ in range(times)]
        publish_proposal(f"Turnips {number}", statements=[*complete_statements(), *risks])


QUESTIONS = [
    {"q": "turnip"},
    {"q": "turnip", "strand": "research", "since": "2020-01-01", "page": "1"},
    {"section": "statements"},
    {"q": "turinps", "section": "notes"},
]


def test_number_of_queries_is_small_and_stays(search):
    make_strand()

    def count(question):
        search(**question)
        cache.delete("search-vocabulary")
        with CaptureQueriesContext(connection) as queries:
            search(**question)
        return len(queries)

    fill(1)
    before = [count(question) for question in QUESTIONS]
    assert max(before) <= 10
    fill(6)
    assert [count(question) for question in QUESTIONS] == before
