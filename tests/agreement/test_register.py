"""Where we agree: the register across proposals."""

import pytest

from agreement.snapshots.taking import take_snapshot
from proposals.models import Statement
from tests.agreement.crowd import answer, answers_of, make_crowd
from tests.factories import make_proposal, make_standing, make_strand


@pytest.fixture
def proposals(index):
    """Two in two strands: one agreed on by academia alone, one divided between sectors."""
    agreed = make_proposal("Agreed on")
    make_crowd(agreed, academia=(20, 0, 0))
    divided = make_proposal("Divided", strand=make_strand("Fraud and debt", "fraud"))
    make_crowd(divided, business=(20, 0, 0), civil_society=(0, 0, 20))
    for proposal in (agreed, divided):
        take_snapshot(proposal)
    return agreed, divided


@pytest.fixture
def read(client, index):
    def page(query="", status=200):
        response = client.get(index.url + query)
        assert response.status_code == status
        return response

    return page


def listed(response):
    return [entry.proposal.title for entry in response.context["entries"]]


def test_before_the_first_count_it_says_so(read):
    assert "No answers were counted yet" in read().content.decode()


def test_all_counted_statements_are_listed(read, proposals):
    assert sorted(listed(read())) == ["Agreed on"] * 4 + ["Divided"] * 4


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?strand=fraud", ["Divided"] * 4),
        ("?found=broad-agreement", ["Agreed on"] * 4),
        ("?found=divided-between", ["Divided"] * 4),
        ("?found=unclear", []),
        ("?sector=academia", ["Agreed on"] * 4),
        ("?sector=individual", []),
        ("?agreed=options", ["Agreed on"]),
        ("?agreed=unset&strand=research", ["Agreed on"] * 3),
        ("?strand=fraud&found=broad-agreement", []),
    ],
)
def test_it_is_narrowed_down_by_strand_standing_and_sector(read, proposals, query, found):
    make_standing(Statement.objects.get(proposal=proposals[0], kind="risk"), "options")
    assert listed(read(query)) == found


@pytest.mark.parametrize(
    "query", ["?strand=none", "?found=all", "?sector=martian", "?sector=%ud800"]
)
def test_what_cannot_be_chosen_is_no_page(read, proposals, query):
    read(query, status=404)


def test_of_one_sector_its_own_answers_are_shown(read, proposals):
    page = read("?sector=civil_society").content.decode().partition('id="register"')[2]
    assert "0% agree, 0% unsure, 100% disagree; 20 people" in page


def test_every_entry_leads_to_its_statement_for_good(read, proposals):
    page = read().content.decode()
    for statement in Statement.objects.live():
        assert f'href="{statement.own_url}"' in page
        assert f'id="statement-{statement.uuid}"' in page


def test_unpublished_and_reworded_statements_are_not_listed(read, proposals):
    agreed, divided = proposals
    divided.unpublish()
    Statement.objects.filter(proposal=agreed, kind="risk").update(wording_hash="another")
    assert listed(read()) == ["Agreed on"] * 3


def test_what_divides_sectors_most_comes_first(read, proposals):
    agreed = proposals[0]
    people = make_crowd(agreed, business=(0, 0, 20), academia=(20, 0, 0))
    risk = Statement.objects.get(proposal=agreed, kind="risk")
    answer(people["business"], risk, answers_of(15, 5))
    take_snapshot(agreed)
    gaps = [entry.found.gap for entry in read().context["divided"]]
    assert gaps == [100, 100, 100]


def test_queries_are_few_and_do_not_grow(
    client, index, proposals, django_assert_max_num_queries, django_assert_num_queries
):
    client.get(f"{index.url}?strand=fraud")
    with django_assert_max_num_queries(10) as few:
        client.get(index.url)
    for title in ("Third", "Fourth", "Fifth"):
        proposal = make_proposal(title)
        make_crowd(proposal, academia=(12, 0, 0))
        take_snapshot(proposal)
    client.get(f"{index.url}?strand=fraud")
    with django_assert_num_queries(len(few)):
        client.get(index.url)


def test_the_method_promises_no_more_than_holds_of_small_shares(client, index, proposal):
    make_crowd(proposal, academia=(1, 1, 3))
    take_snapshot(proposal)
    assert "20% agree, 20% unsure, 60% disagree; 5 people" in client.get(index.url).content.decode()
    page = client.get(index.method_url).content.decode()
    assert "Of 5 people or more we show how all of them answered" in page


def test_the_method_is_explained_with_the_numbers_it_uses(client, index):
    page = client.get(index.method_url).content.decode()
    assert "How fewer than 5 people answered" in page
    assert "At least 100 people answered enough statements" in page
    assert "Divided between sectors" in page
