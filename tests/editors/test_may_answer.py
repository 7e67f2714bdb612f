"""Who may write official responses."""

import pytest
from django.urls import reverse

from tests.editors.conftest import ROLES, is_let_in
from tests.factories import make_post, make_response

ANSWERERS = ("policy", "civil", "both", "superuser")


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
