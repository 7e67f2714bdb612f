"""A proposal's text is kept as long as what it is made of, and never longer."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache, caches
from django.test import Client
from django.utils import timezone

from agreement.snapshots.taking import take_snapshot
from blog.models import BlogPage
from discussion.models import PublicComment
from proposals.models import ProposalPage, Statement
from tests.agreement.crowd import make_crowd
from tests.factories import (
    block,
    complete_statements,
    make_comment,
    make_organisation,
    make_post,
    make_proposal,
    make_response,
    make_standing,
)
from tests.proposals.steps import publish

TODAY = timezone.localdate()
PARTS = ("page_texts", "template_fragments")


@pytest.fixture(autouse=True)
def _nothing_kept():
    forget_parts()


def forget_parts():
    for name in PARTS:
        caches[name].clear()


@pytest.fixture
def proposal(home):
    link = f'<a linktype="page" id="{make_post("Linked").pk}">a post</a>'
    return make_proposal(
        statements=[*complete_statements(), block("purpose", details=f"<p>{link}</p>")],
        background=f"<p>{link}</p>",
        lead_departments=[make_organisation("The department")],
        opens=TODAY - timedelta(days=9),
        closes=TODAY + timedelta(days=9),
    )


def made_anew(url):
    """The page as it is made when the page store has dropped it."""
    cache.clear()
    return Client().get(url)


def linked():
    return BlogPage.objects.get(title="Linked")


def of_kind(proposal, kind="risk"):
    return Statement.objects.get(proposal=proposal, kind=kind)


def rename(thing, name, value):
    setattr(thing, name, value)
    thing.save()


def reword(proposal):
    blocks = [dict(raw) for raw in proposal.statements.raw_data]
    blocks[0] = blocks[0] | {"value": blocks[0]["value"] | {"claim": "In other words."}}
    publish(proposal, statements=blocks)


def take_one_out(proposal):
    publish(proposal, statements=list(proposal.statements.raw_data)[:-1])


def make_it_the_last_day(proposal):
    ProposalPage.objects.filter(pk=proposal.pk).update(closes=TODAY)


def move_what_it_links_to(proposal):
    post = linked()
    post.slug = "elsewhere"
    post.save_revision().publish()


def count_answers(proposal):
    make_crowd(proposal, academia=(18, 1, 1))
    take_snapshot(proposal)


CHANGES = {
    "title": lambda proposal: publish(proposal, title="Another title"),
    "summary": lambda proposal: publish(proposal, summary="In other words."),
    "words of a statement": reword,
    "statement taken out": take_one_out,
    "last day": make_it_the_last_day,
    "outcome": lambda proposal: publish(proposal, outcome="concluded"),
    "who speaks": lambda proposal: publish(proposal, voice="government"),
    "strand": lambda proposal: rename(proposal.strand, "title", "Another strand"),
    "department": lambda proposal: rename(proposal.lead_departments.get(), "name", "Another"),
    "no department": lambda proposal: publish(proposal, lead_departments=[]),
    "standing": lambda proposal: make_standing(of_kind(proposal), note="We met."),
    "answers": count_answers,
    "comment": lambda proposal: make_comment(of_kind(proposal)),
    "response": lambda proposal: make_response(of_kind(proposal)),
    "comments off": lambda proposal: publish(proposal, comments_setting="off"),
    "unpublished link": lambda proposal: linked().unpublish(),
    "moved link": move_what_it_links_to,
    "address": lambda proposal: publish(proposal, slug="elsewhere"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_on_the_page_that_is_made_next(proposal, change):
    before = made_anew(proposal.url).content
    assert made_anew(proposal.url).content == before
    change(proposal)
    url = ProposalPage.objects.get(pk=proposal.pk).url
    after = made_anew(url).content
    forget_parts()
    assert after == made_anew(url).content
    assert after != before


def test_every_column_is_an_ingredient():
    page = ProposalPage(statements=complete_statements())
    for field in ProposalPage._meta.concrete_fields:
        before = str(page.columns)
        setattr(page, field.attname, [] if field.name == "statements" else "another value")
        assert str(page.columns) != before, field


def test_comment_that_is_no_longer_shown_is_no_longer_counted(proposal):
    comment = make_comment(of_kind(proposal))
    assert "1 comment<span" in made_anew(proposal.url).content.decode()
    PublicComment.objects.filter(pk=comment.pk).update(state="withdrawn")
    assert "1 comment<span" not in made_anew(proposal.url).content.decode()


def test_next_day_says_how_many_days_are_left(proposal, monkeypatch):
    assert "9 days left" in made_anew(proposal.url).content.decode()
    tomorrow = TODAY + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *moment: tomorrow)
    assert "8 days left" in made_anew(proposal.url).content.decode()


def test_text_is_made_once_while_nothing_changes(proposal):
    def parts_made():
        return {template.name for template in made_anew(proposal.url).templates}

    assert "proposals/_statement.html" in parts_made()
    assert not {"proposals/_statement.html", "proposals/_glance.html"} & parts_made()


def test_what_people_say_is_not_kept(proposal):
    comment = make_comment(proposal, "What nobody may read.")
    assert "What nobody may read." in made_anew(proposal.url).content.decode()
    kept = b"".join(part for name in PARTS for part in caches[name]._cache.values())
    assert b"A risk that people can weigh" in kept
    assert b"What nobody may read." not in kept
    assert comment.user_name.encode() not in kept


def test_preview_shows_its_own_text_and_leaves_the_public_one(proposal):
    public = made_anew(proposal.url).content.decode()
    draft = ProposalPage.objects.get(pk=proposal.pk)
    draft.summary = "Only in the draft."
    draft.lead_departments = []
    preview = draft.make_preview_request().content.decode()
    assert "Only in the draft." in preview
    assert "The department" not in preview
    assert made_anew(proposal.url).content.decode() == public


def test_numbers_of_comments_are_looked_up_by_place(proposal, plan_of):
    plan = plan_of(Statement.objects.filter(proposal=proposal).with_counts())
    assert re.search(r"comment_shown\b.*\bplace\b", plan, re.DOTALL)
    assert "comment_newest" not in plan
