"""Who may tell subscribers of what: those who publish the page."""

import pytest
from django.urls import reverse

from mailing.models import Delivery
from stakeholders.models import Frequency, Update
from tests.editors.conftest import ROLES, is_let_in
from tests.factories import make_post, make_proposal, make_response, make_stakeholder

PUBLISHERS = ("policy", "civil", "both", "superuser")
THINGS = {
    "post": make_post,
    "proposal-opened": make_proposal,
    "response": lambda: make_response(make_proposal()),
}


@pytest.fixture(params=THINGS)
def address(request, home):
    """Where each kind of thing is told."""
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    return reverse("tell", args=[request.param, THINGS[request.param]().pk])


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ["tell", "quiet", "test"])
def test_publishers_alone_decide(clients, address, role, action):
    assert is_let_in(clients[role].get(address)) == (role in PUBLISHERS)
    clients[role].post(address, {"summary": "Words.", "action": action})
    done = Delivery.objects.exists() if action == "test" else Update.objects.exists()
    assert done == (role in PUBLISHERS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("form", ["html", "text"])
def test_publishers_alone_see_the_mail(clients, home, role, form):
    seen = reverse("tell_seen", args=["post", make_post().pk, form])
    answer = clients[role].post(seen, {"summary": "Words in a mail."})
    assert (b"Words in a mail." in answer.content) == (role in PUBLISHERS)


@pytest.mark.parametrize("role", ROLES)
def test_publishers_alone_see_what_there_is_to_tell(clients, home, role):
    proposal = make_proposal()
    answer = clients[role].get(reverse("updates_of_page", args=[proposal.pk]))
    assert is_let_in(answer) == (role in PUBLISHERS)
    listed = clients[role].get(reverse("wagtailadmin_explore", args=[proposal.get_parent().pk]))
    assert (b"Tell subscribers" in listed.content) == (role in PUBLISHERS)
