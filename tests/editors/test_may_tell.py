"""Who may tell subscribers of what: those who publish the page."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy

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


RESPONSES = reverse_lazy("wagtailsnippets_discussion_officialresponse:list")


@pytest.fixture
def reader_of_responses(clients, people):
    """Somebody who sees the list of official responses and publishes nothing."""
    names = ["view_officialresponse", "access_admin"]
    people["editor"].user_permissions.set(Permission.objects.filter(codename__in=names))
    return clients["editor"]


def test_published_response_offers_to_tell_to_publishers_alone(clients, reader_of_responses):
    proposal = make_proposal()
    address = reverse("tell", args=["response", make_response(proposal).pk]).encode()
    draft = reverse("tell", args=["response", make_response(proposal, is_published=False).pk])
    listed = clients["policy"].get(RESPONSES).content
    assert address in listed
    assert draft.encode() not in listed
    answer = reader_of_responses.get(RESPONSES)
    assert is_let_in(answer)
    assert address not in answer.content


def test_response_that_readers_no_longer_find_offers_nothing(clients, home):
    proposal = make_proposal()
    address = reverse("tell", args=["response", make_response(proposal).pk]).encode()
    assert address in clients["policy"].get(RESPONSES).content
    proposal.unpublish()
    assert address not in clients["policy"].get(RESPONSES).content


def test_list_of_responses_asks_nothing_for_each(clients, home):
    proposal = make_proposal()

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert b"Tell subscribers" in clients["policy"].get(RESPONSES).content
        return len(queries)

    make_response(proposal)
    count()
    before = count()
    for _ in range(5):
        make_response(proposal)
    assert count() == before
