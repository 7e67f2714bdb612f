"""An editor finds a published statement by its words, or those of its proposal."""

import pytest
from django.urls import reverse

from tests.factories import block, complete_statements, make_proposal
from tests.proposals.steps import publish, row

CHOOSER = ["statement_chooser:choose", "statement_chooser:choose_results"]


def found(client, view="statement_chooser:choose_results", **query):
    response = client.get(reverse(view), query)
    assert response.status_code == 200
    return [str(statement) for statement in response.context["results"]]


@pytest.fixture
def proposal(home):
    statements = [
        block("benefit", claim="Queues get shorter."),
        block("risk", claim="Files leak."),
        block("limitation", claim="Records miss people."),
        block("safeguard", claim="Files are locked."),
    ]
    gone = block("risk", claim="Files are gone.")
    return publish(make_proposal(statements=[*statements, gone]), statements)


@pytest.mark.parametrize("view", CHOOSER)
def test_chooser_lists_live_statements_alone(editor_client, proposal, view):
    make_proposal("Draft", live=False, statements=complete_statements())
    unpublished = make_proposal("Unpublished", statements=complete_statements())
    unpublished.unpublish()
    assert found(editor_client, view) == [
        "B1 Queues get shorter.",
        "R1 Files leak.",
        "L1 Records miss people.",
        "S1 Files are locked.",
    ]


@pytest.mark.parametrize("view", CHOOSER)
@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("files", ["R1 Files leak.", "S1 Files are locked."]),
        ("lock", ["S1 Files are locked."]),
        ("locked  files", ["S1 Files are locked."]),
        ("leak locked", []),
        ("gone", []),
        ('"', []),
        ("%", []),
        ("  ", ["B1", "R1", "L1", "S1"]),
    ],
)
def test_search_finds_the_statements_that_hold_all_the_words(
    editor_client, proposal, view, words, claims
):
    results = found(editor_client, view, q=words)
    assert len(results) == len(claims)
    assert all(result.startswith(claim) for result, claim in zip(results, claims, strict=True))


def test_search_finds_a_statement_by_its_new_words_alone(editor_client, proposal):
    statements = list(proposal.statements.raw_data)
    statements[1]["value"]["claim"] = "Papers leak."
    publish(proposal, statements)
    assert found(editor_client, q="papers") == ["R1 Papers leak."]
    assert found(editor_client, q="files leak") == []


@pytest.mark.parametrize("view", CHOOSER)
def test_chooser_says_whose_each_reference_is(editor_client, proposal, view):
    make_proposal("Sharing for research", statements=complete_statements())
    assert found(editor_client, view, q="research risk") == ["R1 A risk that people can weigh."]
    listed = editor_client.get(reverse(view), {"q": "research risk"})
    assert "Sharing for research" in listed.content.decode()


def test_search_can_be_seen_in_the_chooser(editor_client, proposal):
    html = editor_client.get(reverse("statement_chooser:choose")).json()["html"]
    assert 'name="q"' in html


def test_chosen_statement_is_told_by_its_reference_and_words(editor_client, proposal):
    statement = row(proposal, "R1")
    answer = editor_client.get(reverse("statement_chooser:chosen", args=[statement.pk])).json()
    assert answer["result"]["title"] == "R1 Files leak."


@pytest.mark.parametrize("view", CHOOSER)
def test_chooser_is_for_editors_alone(client, proposal, view):
    response = client.get(reverse(view))
    assert response.url.startswith("/account/sign-in/")


@pytest.mark.parametrize("view", CHOOSER)
def test_chooser_is_not_for_people_without_the_admin(client, proposal, view, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader", password="secret"))
    assert client.get(reverse(view)).status_code == 403


@pytest.mark.parametrize("number", ["0", "99", "x"])
def test_page_of_the_chooser_that_is_none_is_not_found(editor_client, proposal, number):
    response = editor_client.get(reverse("statement_chooser:choose_results"), {"p": number})
    assert response.status_code == 404
