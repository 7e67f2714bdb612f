"""What search finds, and what it does not."""

from datetime import date

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from blog.models import MeetingNotePage
from home.models import Finding
from proposals.models import ProposalPage
from tests.factories import block, complete_statements, make_strand, publish_post, publish_proposal

from .conftest import paragraph


@pytest.mark.parametrize(
    ("written", "asked"),
    [("queues", "queue"), ("queue", "queues"), ("Café", "cafe"), ("cafe", "CAFÉS")],
)
def test_plural_case_and_accent_make_no_difference(search, written, asked):
    publish_post("Found", body=[paragraph(f"Of {written} and more.")])
    publish_post("Other")
    assert search(asked).headings == ["Found"]


def test_statement_is_found_under_its_reference_in_its_proposal(search):
    proposal = publish_proposal(
        "Linking", statements=[*complete_statements(), block("risk", claim="A thief looks here.")]
    )
    answer = search("thieves thief", section="statements")
    assert answer.headings == []
    answer = search("thief", section="statements")
    assert answer.headings == ["A thief looks here."]
    assert answer.addresses == [f"{proposal.url}#R2"]
    assert answer.about == ["Risk R2 in Linking · Research and statistics"]


def test_date_of_a_proposal_says_that_it_opens_or_opened_then(search):
    publish_proposal("Turnips ahead", opens=date(2999, 4, 1), closes=date(2999, 5, 1))
    publish_proposal("Turnips", opens=date(2026, 4, 1))
    said = {line.rpartition(" · ")[2] for line in search("turnip", section="proposals").about}
    assert said == {"opens on 1 April 2999", "opened on 1 April 2026"}


def test_headings_and_cells_stand_apart_in_an_excerpt(search):
    table = {
        "type": "table",
        "value": {"data": [["What", "How long"], ["Turnips", "Two years"]]},
    }
    publish_post("Kept", body=[paragraph("What we keep."), table])
    excerpt = "What we keep. What · How long · <mark>Turnips</mark> · Two years"
    assert excerpt in search("turnip").html


def test_details_of_a_statement_find_its_proposal(search):
    statements = [*complete_statements(), block("risk", details="<p>Through a turnstile.</p>")]
    publish_proposal("Linking", statements=statements)
    assert search("turnstiles").headings == ["Linking"]


def test_all_words_must_be_found_wherever_they_stand(search):
    publish_post("About turnips", body=[paragraph("They grow in gardens.")])
    publish_post("About gardens")
    assert search("garden turnip").headings == ["About turnips"]


def test_words_that_every_question_holds_are_passed_over(search):
    publish_post("Turnips")
    assert search("what is a turnip and where").headings == ["Turnips"]
    assert search("the").headings == []


def test_quoted_words_must_follow_each_other(search):
    publish_post("Together", body=[paragraph("In a safe setting.")])
    publish_post("Apart", body=[paragraph("The setting is safe.")])
    assert search('"safe settings"').headings == ["Together"]
    assert sorted(search("safe settings").headings) == ["Apart", "Together"]


def test_word_in_the_title_says_more_than_one_in_the_text(search):
    publish_post("Second", body=[paragraph("Of turnips, at length and at its leisure.")])
    publish_post("Turnips", body=[paragraph("And more of the same, at length and at its leisure.")])
    publish_post("Third", body=[paragraph("Of turnips, at length and at its leisure.")])
    assert search("turnip").headings[0] == "Turnips"


def test_draft_and_page_taken_down_are_not_found(search):
    post = publish_post("Turnips")
    publish_post("Draft turnips", live=False)
    assert search("turnip").headings == ["Turnips"]
    post.unpublish()
    assert search("turnip").headings == []


def test_restricted_page_is_neither_found_nor_suggested(search):
    post = publish_post("Turnips")
    PageViewRestriction.objects.create(page=post, restriction_type="login")
    assert search("turnip").headings == []
    assert "turnips" not in search("turnisp").html


def test_deleted_page_is_not_found(search):
    post = publish_post("Turnips")
    post.delete()
    assert search("turnip").headings == []
    assert not Finding.objects.exclude(section="pages").exists()


def test_new_wording_is_found_and_the_old_is_not(search):
    post = publish_post("Turnips")
    post.title = "Parsnips"
    post.save_revision()
    assert search("turnip").headings == ["Turnips"]
    assert search("parsnip").headings == []
    post.save_revision().publish()
    assert search("turnip").headings == []
    assert search("parsnip").headings == ["Parsnips"]


def test_retired_statement_is_not_found_and_a_revived_one_is(search):
    risk = block("risk", claim="A thief looks here.")
    proposal = publish_proposal(statements=[*complete_statements(), risk])

    def publish(statements):
        page = ProposalPage.objects.get(pk=proposal.pk)
        page.statements = statements
        page.save_revision().publish()
        return search("thief", section="statements").headings

    assert publish(complete_statements()) == []
    assert publish([*complete_statements(), risk]) == ["A thief looks here."]


def test_statements_of_a_proposal_taken_down_are_not_found(search):
    proposal = publish_proposal()
    assert search("weigh", section="statements").headings
    proposal.unpublish()
    assert search("weigh").headings == []


def test_filters_narrow_the_results(search):
    fraud = make_strand("Fraud, error and debt", "fraud")
    publish_post("Turnips at length", date=date(2026, 3, 1))
    publish_post(
        "Turnips met", MeetingNotePage, place="Online", strand=fraud, date=date(2026, 5, 1)
    )
    claim = {"claim": "Turnips rot."}
    statements = [*complete_statements(), block("risk", **claim), block("benefit", **claim)]
    publish_proposal("Turnips for all", statements=statements, opens=date(2026, 4, 1))

    def found(**filters):
        return sorted(search("turnip", **filters).headings)

    assert len(found()) == 5
    assert found(section="blog") == ["Turnips at length"]
    assert found(section="notes") == ["Turnips met"]
    assert found(section="proposals") == ["Turnips for all"]
    assert found(section="statements") == ["Turnips rot.", "Turnips rot."]
    assert found(kind="risk") == ["Turnips rot."]
    assert found(strand="fraud") == ["Turnips met"]
    assert found(until="2026-03-01") == ["Turnips at length"]
    assert found(since="01/05/2026") == ["Turnips met"]
    assert found(since="2026-03-02", until="2026-04-30", section="proposals") == ["Turnips for all"]


def test_filter_alone_lists_newest_first(search):
    publish_post("Old", date=date(2026, 1, 1))
    publish_post("New", date=date(2026, 2, 1))
    assert search(section="blog").headings == ["New", "Old"]


def test_results_come_in_pages_that_hold_each_once(search):
    for number in range(23):
        publish_post(f"Turnips {number}")
    pages = [search("turnip", page=number).headings for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [10, 10, 3]
    assert len({heading for page in pages for heading in page}) == 23
    answer = search("turnip", section="blog", page=2)
    assert "q=turnip&amp;section=blog&amp;page=3" in answer.html
    assert search("turnip", page=4).status == 404


def test_rebuilding_finds_what_came_round_publication(search):
    publish_post("Turnips")
    publish_proposal(statements=[*complete_statements(), block("risk", claim="Turnips rot.")])
    Finding.objects.all().delete()
    assert search("turnip").headings == []
    for _ in range(2):
        call_command("rebuild_search", verbosity=0)
        assert len(search("turnip", section="statements").headings) == 1
        assert search("turnip", section="blog").headings == ["Turnips"]


def test_wagtails_own_rebuilding_of_the_index_changes_nothing(search):
    publish_post("Turnips", body=[paragraph("Of queues.")])
    call_command("wagtail_update_index", verbosity=0)
    assert search("queue").headings == ["Turnips"]
