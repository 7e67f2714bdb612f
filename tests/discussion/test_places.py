"""Where people may comment, and when."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from blog.models import BlogPage, MeetingNotePage
from discussion.places import Openness, find, find_many, key_of, place_of
from tests.factories import block, complete_statements, make_post, make_proposal

TOMORROW = timezone.localdate() + timedelta(days=1)


def openness(thing):
    return place_of(thing).openness(thing)


def test_posts_notes_proposals_and_statements_are_places(post, proposal, statement):
    note = make_post("Note", MeetingNotePage, place="Online")
    for thing in (post, note, proposal, statement):
        _place, found = find(key_of(thing))
        assert found == thing


def test_other_pages_take_no_comments(home):
    with pytest.raises(LookupError):
        place_of(home)
    assert find(f"page-{home.pk}") == (None, None)


@pytest.mark.parametrize(
    "key",
    ["page-0", "page-01", "page", "page-999999", f"page-{'9' * 18}", "other-1"],
)
def test_key_that_names_nothing_finds_nothing(post, key):
    assert find(key) == (None, None)


@given(st.text())
def test_no_key_is_too_strange(key):
    if not key.startswith(("page-", "statement-")):
        assert find(key) == (None, None)


def test_page_that_is_found_tells_all_that_comments_ask(post, proposal, django_assert_num_queries):
    def ask_all(key):
        place, thing = find(key)
        for question in (place.title, place.url, place.openness, place.opens, place.wording):
            question(thing)

    note = make_post("Note", MeetingNotePage, place="Online")
    for thing in (post, note, proposal):
        ask_all(key_of(thing))
        with django_assert_num_queries(1):
            ask_all(key_of(thing))


def test_page_whose_number_another_type_had_is_found_as_what_it_is(post):
    key = key_of(post)
    place, found = find(key)
    assert type(found) is BlogPage
    place.types[post.pk] = MeetingNotePage
    assert type(find(key)[1]) is BlogPage
    note = make_post("Note", MeetingNotePage, place="Online")
    place.types[note.pk] = BlogPage
    assert type(find(key_of(note))[1]) is MeetingNotePage


@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_page_that_readers_can_not_see_is_not_found_nor_its_statements(proposal, statement, hide):
    assert find(key_of(proposal))[1] == proposal
    if hide == "unpublish":
        proposal.unpublish()
    else:
        PageViewRestriction.objects.create(page=proposal, restriction_type="login")
    for thing in (proposal, statement):
        assert find(key_of(thing)) == (None, None)


def test_many_are_found_at_a_query_per_kind_and_type(
    post, proposal, statement, django_assert_max_num_queries
):
    more = [make_post(f"Post {number}") for number in range(5)]
    keys = [key_of(thing) for thing in (post, proposal, statement, *more)]
    with django_assert_max_num_queries(5):
        found = find_many([*keys, "page-999", "nonsense"])
    assert set(found) == set(keys)


class TestOpenness:
    @pytest.mark.parametrize("setting", Openness)
    def test_post_is_what_its_editors_say(self, home, setting):
        assert openness(make_post(comments_setting=setting)) == setting

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, "open"),
            ({"opens": TOMORROW}, "closed"),
            ({"closes": timezone.localdate() - timedelta(days=1)}, "closed"),
            ({"closes": timezone.localdate()}, "open"),
            ({"outcome": "concluded"}, "closed"),
            ({"outcome": "withdrawn"}, "closed"),
            ({"comments_setting": "closed"}, "closed"),
            ({"comments_setting": "off"}, "off"),
            ({"comments_setting": "off", "outcome": "concluded"}, "off"),
        ],
    )
    def test_proposal_is_open_between_its_dates_and_its_statements_with_it(
        self, home, fields, expected
    ):
        proposal = make_proposal(**fields)
        assert openness(proposal) == expected
        assert openness(proposal.published_statements.first()) == expected

    @pytest.mark.parametrize(
        ("fields", "says_when"),
        [
            ({"opens": TOMORROW}, True),
            ({}, False),
            ({"opens": TOMORROW, "outcome": "withdrawn"}, False),
            ({"opens": TOMORROW, "comments_setting": "closed"}, False),
            ({"opens": TOMORROW, "comments_setting": "off"}, False),
        ],
    )
    def test_proposal_and_its_statements_say_when_they_will_open(self, home, fields, says_when):
        proposal = make_proposal(**fields)
        for thing in (proposal, proposal.published_statements.first()):
            assert place_of(thing).opens(thing) == (TOMORROW if says_when else None)

    def test_post_has_no_day_on_which_it_opens(self, home):
        post = make_post(comments_setting="closed")
        assert place_of(post).opens(post) is None

    def test_statement_that_was_taken_out_is_closed_and_will_not_open(self, home):
        extra = block("purpose")
        proposal = make_proposal(statements=[extra, *complete_statements()], opens=TOMORROW)
        proposal.statements = list(proposal.statements.raw_data)[1:]
        proposal.save_revision().publish()
        retired = proposal.published_statements.retired().get()
        assert openness(retired) == "closed"
        assert place_of(retired).opens(retired) is None
