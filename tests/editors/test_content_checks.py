"""Hints while writing: what is pointed out, and what is left in peace."""

import re

import pytest
from django.urls import reverse

from editors.content_checks import SAYS_NOTHING, TWO_IDEAS, OurContentChecker
from tests.factories import block, complete_statements, make_proposal


@pytest.mark.parametrize(
    "claim",
    [
        "Records are linked. Nobody is asked twice.",
        "Records are linked; nobody is asked twice.",
        "Records are linked, and departments save money.",
        "Records are linked and they are never deleted.",
        "Is it safe? It is.",
    ],
)
def test_claim_with_two_ideas_is_pointed_out(claim):
    assert re.search(TWO_IDEAS, claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Education and training can be compared.",
        "Policy can be tested against what happened.",
        "Records of births, marriages and deaths miss people abroad.",
        "At most 3.5 per cent of records are wrong",
        "",
    ],
)
def test_claim_with_one_idea_is_left_in_peace(claim):
    assert not re.search(TWO_IDEAS, claim)


@pytest.mark.parametrize(
    "text",
    ["here", "Click here", "this link", "Read more", "https://example.org/a-b", "www.example.org."],
)
def test_link_that_says_nothing_is_pointed_out(text):
    assert re.search(SAYS_NOTHING, text)


@pytest.mark.parametrize(
    "text",
    ["the register of shares", "What happens here", "More about matching", "This proposal's risks"],
)
def test_link_that_says_where_it_leads_is_left_in_peace(text):
    assert not re.search(SAYS_NOTHING, text)


def test_editor_runs_wagtails_checks_and_ours(editor_client, home):
    proposal = make_proposal()
    address = reverse("wagtailadmin_pages:edit", args=[proposal.pk])
    page = editor_client.get(address).content.decode()
    for name in ("claim-one-idea", "link-says-nothing", "alt-text-quality", "heading-order"):
        assert f'"{name}"' in page


def test_hint_refuses_nothing(home):
    two = block("benefit", claim="Records are linked. Nobody is asked twice.")
    assert make_proposal(statements=[*complete_statements(), two]).live


def test_summary_is_not_taken_for_a_heading():
    assert ".lede" in OurContentChecker(in_editor=True).get_axe_exclude(None)
