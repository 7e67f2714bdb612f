"""Who may write official responses."""

import pytest
from django.urls import reverse

from discussion.models import State
from tests.editors.conftest import ROLES, is_let_in
from tests.factories import make_comment, make_post, make_response

ANSWERERS = ("policy", "civil", "both", "superuser")
UNREAD = [state for state in State.values if state != "published"]


@pytest.fixture
def comment_in(home):
    return lambda state: make_comment(make_post(), "Secret words.", state=state)


def view(name, *args):
    return reverse(f"wagtailsnippets_discussion_officialresponse:{name}", args=args)


@pytest.mark.parametrize("role", ROLES)
def test_publishers_of_either_partner_answer(clients, role):
    response = make_response(make_post())
    for address in (view("list"), view("add"), view("edit", response.pk)):
        assert is_let_in(clients[role].get(address)) == (role in ANSWERERS), address


@pytest.mark.parametrize("role", ROLES)
def test_superusers_alone_delete_an_answer(clients, role):
    address = view("delete", make_response(make_post()).pk)
    assert is_let_in(clients[role].get(address)) == (role == "superuser")


CHOSEN = (
    lambda pk: reverse("comment_chooser:chosen", args=[pk]),
    lambda pk: reverse("comment_chooser:chosen_multiple") + f"?id={pk}",
)


@pytest.mark.parametrize("role", ROLES)
def test_choosing_a_comment_shows_nobody_what_readers_do_not_read(clients, comment_in, role):
    for comment in map(comment_in, UNREAD):
        for address in CHOSEN:
            shown = clients[role].get(address(comment.pk)).content.decode()
            assert "Secret words" not in shown, comment.state


@pytest.mark.parametrize("address", CHOSEN)
def test_published_comment_is_chosen(clients, comment_in, address):
    chosen = clients["policy"].get(address(comment_in("published").pk)).content.decode()
    assert "Secret words" in chosen


@pytest.mark.parametrize("state", UNREAD)
def test_form_does_not_show_a_comment_that_was_forged_into_it(clients, comment_in, state):
    forged = {
        "answered_comments-TOTAL_FORMS": 1,
        "answered_comments-INITIAL_FORMS": 0,
        "answered_comments-0-comment": comment_in(state).pk,
    }
    shown = clients["policy"].post(view("add"), forged)
    assert shown.status_code == 200
    assert "Secret words" not in shown.content.decode()


@pytest.mark.parametrize("state", State.values)
def test_response_opens_and_is_saved_whatever_became_of_its_comment(clients, comment_in, state):
    comment = comment_in(state)
    response = make_response(comments=[comment])
    address = view("edit", response.pk)
    shown = clients["policy"].get(address)
    assert ("Secret words" in shown.content.decode()) == (state == "published")
    sent = {
        "asked": "Is it safe?",
        "said": "Not yet.",
        "did": "We tested it.",
        "organisation": response.organisation_id,
        "date": "2026-11-20",
        "answered_comments-TOTAL_FORMS": 1,
        "answered_comments-INITIAL_FORMS": 1,
        "answered_comments-0-id": response.answered_comments.get().pk,
        "answered_comments-0-comment": comment.pk,
        "answered_comments-0-ORDER": 1,
    }
    assert clients["policy"].post(address, sent).status_code == 302
    response.refresh_from_db()
    assert response.did == "We tested it."
    assert response.answered_comments.get().comment == comment
