"""Who may set standings and enter positions of organisations, and what stays as it is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from proposals.models import Position, Standing
from tests.editors.conftest import ROLES, is_let_in
from tests.factories import make_organisation, make_position, make_proposal, make_standing

PUBLISHERS = ("policy", "civil", "both", "superuser")


def view(model, name, *args):
    return reverse(f"wagtailsnippets_proposals_{model}:{name}", args=args)


@pytest.fixture
def statement(home):
    return make_proposal().published_statements.get(kind="benefit")


@pytest.mark.parametrize("role", ROLES)
def test_publishers_of_either_partner_set_standings(clients, statement, role):
    standing = make_standing(statement)
    for address in (
        view("standing", "list"),
        view("standing", "add"),
        view("standing", "inspect", standing.pk),
    ):
        assert is_let_in(clients[role].get(address)) == (role in PUBLISHERS), address


@pytest.mark.parametrize("role", ROLES)
def test_nobody_changes_or_deletes_a_standing(clients, statement, role):
    standing = make_standing(statement)
    for name in ("edit", "delete"):
        address = view("standing", name, standing.pk)
        assert not is_let_in(clients[role].get(address))
        clients[role].post(address, {"standing": "options"})
    assert Standing.objects.get().standing == "agreed"


@pytest.mark.parametrize("role", ROLES)
def test_publishers_of_either_partner_enter_positions(clients, statement, role):
    position = make_position(statement)
    for address in (
        view("position", "list"),
        view("position", "add"),
        view("position", "edit", position.pk),
        view("position", "delete", position.pk),
    ):
        assert is_let_in(clients[role].get(address)) == (role in PUBLISHERS), address


def test_setting_a_standing_is_logged_with_who_did_it(clients, people, statement):
    sent = {
        "statement": statement.pk,
        "standing": "not_agreed",
        "set_on": "01/06/2026",
        "government_words": "A code.",
        "civil_society_words": "The Act.",
        "note": "",
    }
    assert clients["policy"].post(view("standing", "add"), sent).status_code == 302
    entry = ModelLogEntry.objects.get(action="wagtail.create")
    assert (entry.user, entry.object_id) == (people["policy"], str(Standing.objects.get().pk))


@pytest.fixture
def typed(statement):
    """What fills in the form for a position."""
    return {
        "statement": statement.pk,
        "organisation": make_organisation().pk,
        "answer": "0",
        "stated_on": "01/06/2026",
        "words": "What was typed.",
        "source": "",
    }


def test_second_position_is_refused_beside_the_field_and_what_was_typed_is_kept(
    clients, statement, typed
):
    make_position(statement)
    page = clients["civil"].post(view("position", "add"), typed).content.decode()
    assert "change that one" in page
    assert "What was typed." in page
    assert Position.objects.count() == 1


@pytest.mark.parametrize(("length", "saved"), [(500, 1), (501, 0)])
def test_words_of_a_position_are_at_most_500_characters(clients, typed, length, saved):
    clients["civil"].post(view("position", "add"), typed | {"words": "w" * length})
    assert Position.objects.count() == saved


def test_lists_cost_the_same_with_two_rows_and_with_twelve(clients, statement):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            for model in ("standing", "position"):
                assert is_let_in(clients["policy"].get(view(model, "list")))
        return len(queries)

    def add(numbers):
        for number in numbers:
            make_standing(statement)
            make_position(statement, make_organisation(f"Organisation {number}"))

    add(range(2))
    cost()
    before = cost()
    add(range(2, 12))
    assert cost() == before
