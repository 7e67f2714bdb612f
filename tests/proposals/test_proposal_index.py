"""The list of proposals: by strand, then by what can be done now."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import block, complete_statements, make_proposal, make_strand
from tests.proposals.html import by_class, links, read, words
from tests.proposals.steps import publish

TODAY = timezone.localdate()


def days(opens, closes):
    return {"opens": TODAY + timedelta(opens), "closes": TODAY + timedelta(closes)}


STATUSES = {
    "open": days(-1, 1),
    "forthcoming": days(1, 2),
    "closed": days(-2, -1),
    "concluded": days(-1, 1) | {"outcome": "concluded"},
    "withdrawn": days(-1, 1) | {"outcome": "withdrawn"},
}


def listed(client, query="", index="/current-proposals/"):
    """{strand: [titles]} in the order of the page."""
    page = read(client.get(f"{index}{query}"))
    return {
        words(strand.find("h2")): [words(card.find("h3")) for card in by_class(strand, "card")]
        for strand in by_class(page, "strand")
    }


@pytest.fixture
def all_statuses(home):
    for status, fields in reversed(STATUSES.items()):
        make_proposal(f"The {status}", **fields)


def test_proposals_stand_under_their_strand_in_the_order_of_strands(client, home):
    for order, slug in enumerate(["tailored", "fraud", "research"]):
        strand = make_strand(slug.capitalize(), slug)
        strand.sort_order = order
        strand.save()
    for slug in ("research", "tailored", "fraud"):
        make_proposal(f"About {slug}", strand=make_strand(slug=slug))
    make_proposal("Also about fraud", strand=make_strand(slug="fraud"))
    assert listed(client) == {
        "Tailored": ["About tailored"],
        "Fraud": ["About fraud", "Also about fraud"],
        "Research": ["About research"],
    }
    assert list(listed(client)) == ["Tailored", "Fraud", "Research"]


def test_strand_without_a_proposal_is_not_listed(client, home):
    make_strand("Empty", "empty")
    make_proposal()
    assert list(listed(client)) == ["Research and statistics"]


def test_what_is_open_comes_first_and_what_is_withdrawn_last(client, all_statuses):
    [titles] = listed(client).values()
    assert titles == [f"The {status}" for status in STATUSES]


def test_among_the_open_the_one_that_closes_first_comes_first(client, home):
    make_proposal("Later", **days(-1, 9))
    make_proposal("Sooner", **days(-1, 3))
    assert list(listed(client).values()) == [["Sooner", "Later"]]


@pytest.mark.parametrize("status", STATUSES)
def test_reader_filters_by_status(client, all_statuses, status):
    assert list(listed(client, f"?status={status}").values()) == [[f"The {status}"]]
    assert list(listed(client, f"?status={status}&strand=").values()) == [[f"The {status}"]]


def test_reader_filters_by_strand_and_status_together(client, all_statuses):
    make_proposal("Other", strand=make_strand("Fraud", "fraud"))
    assert listed(client, "?strand=fraud") == {"Fraud": ["Other"]}
    assert listed(client, "?strand=fraud&status=open") == {"Fraud": ["Other"]}
    assert listed(client, "?strand=fraud&status=closed") == {}


def test_empty_filter_lists_everything(client, all_statuses):
    assert listed(client, "?strand=&status=") == listed(client)


def test_filter_shows_what_it_is_set_to(client, all_statuses):
    page = read(client.get("/current-proposals/?status=closed&strand=research"))
    [form] = by_class(page, "filter")
    assert form.get("method") == "get"
    chosen = [option for option in form.iter("option") if "selected" in option.attrib]
    assert [option.get("value") for option in chosen] == ["research", "closed"]


def test_every_control_of_the_filter_has_a_label(client, all_statuses):
    [form] = by_class(read(client.get("/current-proposals/")), "filter")
    labels = {label.get("for") for label in form.iter("label")}
    assert {control.get("id") for control in form.iter("select")} == labels


@pytest.mark.parametrize(
    "query",
    [
        "status=bogus",
        "status=OPEN",
        "status=%22",
        f"status={'9' * 400}",
        "strand=bogus",
        "strand=1",
        "strand='",
        "strand=%ED%A0%80",
        "status=open&strand=bogus",
    ],
)
def test_filter_that_no_reader_could_choose_is_no_page(client, all_statuses, query):
    assert client.get(f"/current-proposals/?{query}").status_code == 404


def test_other_parameters_are_ignored(client, all_statuses):
    assert listed(client, "?utm_source=mail") == listed(client)


def test_list_of_nothing_says_so(client, index):
    main = read(client.get(index.url)).find(".//main")
    assert "No proposal matches." in words(main)


def test_card_counts_the_live_statements_by_kind(client, home):
    statements = [*complete_statements(), block("risk"), block("risk"), block("purpose")]
    proposal = make_proposal(statements=statements)
    other = make_proposal("Another", statements=complete_statements())
    publish(proposal, [*statements[:5], statements[6]])
    page = read(client.get("/current-proposals/"))
    counts = {
        words(card.find("h3")): [
            words(item.find("span[@class='hidden']")) for item in by_class(card, "counts")[0]
        ]
        for card in by_class(page, "card")
    }
    assert counts == {
        "A proposal": [
            "Purpose: 1",
            "Benefits: 1",
            "Risks: 2",
            "Limitations: 1",
            "Safeguards: 1",
        ],
        "Another": ["Benefits: 1", "Risks: 1", "Limitations: 1", "Safeguards: 1"],
    }
    assert links(by_class(page, "card")[1]) == {"Another": other.url}


def test_drafts_and_restricted_proposals_are_not_listed(client, home):
    make_proposal("Public")
    make_proposal("Draft", live=False)
    hidden = make_proposal("Hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    unpublished = make_proposal("Unpublished")
    unpublished.unpublish()
    assert list(listed(client).values()) == [["Public"]]


def test_draft_of_a_published_proposal_changes_nothing_on_the_list(client, home):
    proposal = make_proposal("Public")
    proposal.title = "Renamed"
    proposal.save_revision()
    assert list(listed(client).values()) == [["Public"]]


def test_list_asks_as_often_for_many_proposals_as_for_one(
    client, home, django_assert_max_num_queries, django_assert_num_queries
):
    make_proposal("Number 0")
    client.get("/current-proposals/")
    cache.clear()
    with django_assert_max_num_queries(10) as one:
        client.get("/current-proposals/")
    for number in range(1, 6):
        strand = make_strand(f"Strand {number}", f"strand-{number}")
        make_proposal(f"Number {number}", strand=strand)
    cache.clear()
    with django_assert_num_queries(len(one)):
        client.get("/current-proposals/")
