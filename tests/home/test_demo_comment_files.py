"""What the files of the demo's comments say could have happened: no database needed."""

from datetime import time

import pytest
from django.utils import timezone

from core.text import clean_text
from discussion.models import State
from discussion.policy import POLICY_VERSION, Reason
from home.demo.files import at, read, read_folder
from home.demo.moderation import decisions, outcome, reports

FILES = read_folder("comments")
PROPOSALS = read_folder("proposals")
ARTICLES = read_folder("posts") | read_folder("notes")


def walk(entries, parent=None):
    for entry in entries:
        yield entry, parent
        yield from walk(entry.get("replies", []), entry)


ALL = [(slug, *pair) for slug, file in FILES.items() for pair in walk(file["comments"])]


def story(entry):
    """When a comment was written, what was decided, and where it stands since."""
    written = at(entry["day"], entry["time"])
    made = decisions(entry, written, moderator=None)
    return written, made, outcome(entry, written, made)


def test_every_reason_of_the_policy_has_its_example():
    ends = [story(entry)[2] for _slug, entry, _parent in ALL]
    rejected = {end["reason"] for end in ends if end["state"] == State.REJECTED}
    assert rejected == set(Reason.values)


@pytest.mark.parametrize("slug", FILES)
def test_comments_are_on_what_is_there_or_was(slug):
    proposal = PROPOSALS.get(slug, {})
    statements = [*proposal.get("statements", []), *proposal.get("taken_out", [])]
    assert slug in PROPOSALS or slug in ARTICLES
    assert {entry["on"] for entry in FILES[slug]["comments"] if "on" in entry} <= {
        entry["key"] for entry in statements
    }


def test_comments_on_a_statement_were_written_before_it_was_taken_out():
    gone = {
        (slug, entry["key"]): entry["day"]
        for slug, proposal in PROPOSALS.items()
        for entry in proposal.get("taken_out", [])
    }
    days = {
        (slug, entry["on"], each["day"])
        for slug, file in FILES.items()
        for entry in file["comments"]
        for each, _parent in walk([entry])
        if (slug, entry.get("on")) in gone
    }
    assert days
    assert all(day < gone[slug, key] for slug, key, day in days)


@pytest.mark.parametrize("slug", sorted(FILES.keys() & PROPOSALS.keys()))
def test_comments_on_a_proposal_were_written_while_it_was_open(slug):
    days = [entry["day"] for entry, _parent in walk(FILES[slug]["comments"])]
    assert PROPOSALS[slug]["opens"] <= min(days)
    assert max(days) <= PROPOSALS[slug]["closes"]


@pytest.mark.parametrize("slug", sorted(FILES.keys() & ARTICLES.keys()))
def test_comments_on_an_article_come_after_it(slug):
    published = at(ARTICLES[slug]["date"], time(9, 30))
    written = [story(entry)[0] for entry, _parent in walk(FILES[slug]["comments"])]
    assert published < min(written)


def test_replies_answer_what_had_been_published():
    pairs = [(entry, parent) for _slug, entry, parent in ALL if parent]
    for entry, parent in pairs:
        above = story(parent)[2]
        assert above["state"] == State.PUBLISHED
        assert above["published_at"] < story(entry)[0], entry["text"]


def test_nothing_lies_in_the_future():
    now = timezone.now()
    for _slug, entry, _parent in ALL:
        written, made, _outcome = story(entry)
        told = reports(entry, written)
        assert max([written, *(row.made_at for row in [*made, *told])]) < now, entry["text"]


def test_texts_are_such_as_the_form_takes():
    for _slug, entry, _parent in ALL:
        text = entry["text"].strip()
        assert len(text) <= 5000
        assert text == clean_text(text)
        assert len(entry["name"]) <= 50
        assert (text == entry["name"] == "") == (entry.get("state") == State.WITHDRAWN)


def test_comment_policy_names_every_reason_and_its_version():
    body = read("standard/comment-policy")["body"]
    table = next(block for block in body if block["type"] == "table")
    assert [reason for reason, _example in table["rows"]] == Reason.labels
    assert f"This is version {POLICY_VERSION} of the policy" in str(body)


def test_nobody_says_two_things_on_one_page_at_one_moment():
    moments = [(slug, entry["name"], entry["day"], entry["time"]) for slug, entry, _parent in ALL]
    assert len(moments) == len(set(moments))
