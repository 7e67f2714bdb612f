"""A statement by itself, with what people say about it and about its earlier wordings."""

import pytest
from pytest_django.asserts import assertRedirects

from tests.factories import block, complete_statements, make_comment, make_proposal


@pytest.fixture
def reworded(home):
    """A proposal of which one statement was reworded and one taken out, each commented on."""
    kept, gone = block("purpose", claim="The old words."), block("sanction", claim="A fine.")
    rest = complete_statements()
    proposal = make_proposal("The proposal", statements=[kept, gone, *rest])
    for kind in ("purpose", "sanction"):
        make_comment(proposal.published_statements.get(kind=kind), f"Of the {kind}.")
    kept["value"]["claim"] = "The new words."
    proposal.statements = [kept, *rest]
    proposal.save_revision().publish()
    return proposal


def test_statement_stands_on_its_own_page_with_its_comments(text, statement):
    make_comment(statement, "Mind this.")
    page = text(statement.own_url)
    assert f'<h1 itemprop="text">{statement.claim}</h1>' in page
    assert "Mind this." in page
    assert f'href="/comments/write/statement-{statement.pk}/"' in page
    assert f'<link rel="canonical" href="http://localhost{statement.own_url}">' in page
    assert f'href="{statement.proposal.url}#S1"' in page


def test_proposal_counts_what_is_said_on_each_statement(text, proposal, statement):
    make_comment(statement)
    make_comment(statement, state="pending")
    make_comment(statement, state="withdrawn")
    page = text(proposal.url)
    assert '#discussion">1 comment<' in page
    assert '#discussion">Comment on B1<' in page


def test_comment_is_read_on_its_own_place_alone(text, proposal, statement):
    make_comment(statement, "Of the statement.")
    make_comment(proposal, "Of the whole.")
    assert "Of the statement." not in text(proposal.url)
    assert "Of the whole." not in text(statement.own_url)


def test_comment_on_an_earlier_wording_shows_the_old_words(text, reworded):
    statement = reworded.published_statements.get(kind="purpose")
    make_comment(statement, "Of the new ones.")
    page = text(statement.own_url)
    assert page.count("On an earlier wording: “The old words.”") == 1


def test_comments_on_a_retired_statement_stay_readable_from_the_earlier_text(text, reworded):
    statement = reworded.published_statements.get(kind="sanction")
    assert f'<a href="{statement.own_url}#discussion">1 comment<' in text(reworded.url)
    page = text(statement.own_url)
    assert "Of the sanction." in page
    assert "Taken out on" in page
    assert "Comments are closed" in page
    assert "/comments/write/" not in page


@pytest.mark.parametrize("reference", ["R2", "Z1", "r1", "R0", "R01", "R", "R" + "9" * 30])
def test_reference_that_was_never_given_is_no_page(client, proposal, reference):
    assert client.get(f"{proposal.url}statements/{reference}/").status_code == 404


def test_closed_proposal_invites_nobody(text, home):
    proposal = make_proposal(outcome="concluded")
    assert "Comment on" not in text(proposal.url)


def test_proposal_with_comments_off_counts_none(text, home):
    proposal = make_proposal(comments_setting="off")
    make_comment(proposal.published_statements.first())
    page = text(proposal.url)
    assert "1 comment" not in page
    assert "discussion" not in page


def test_statement_page_is_found_after_the_proposal_has_moved(
    client, committed, proposal, statement
):
    with committed():
        proposal.slug = "renamed"
        proposal.save_revision().publish()
    moved = "/current-proposals/renamed/statements/R1/"
    assertRedirects(client.get(statement.own_url), moved, 301)


def test_form_names_the_claim_once(text, statement):
    main = text(f"/comments/write/statement-{statement.pk}/").partition("<main")[2]
    assert main.count(statement.claim) == 1
