"""All that was told by mail, how far it has got, and what publishers can do about it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mailing.models import Delivery, Notification, State
from tests.editors.conftest import ROLES, is_let_in

PUBLISHERS = ("policy", "civil", "both", "superuser")


@pytest.fixture
def mailing(home):
    """`mailing(*states)` is a notification with a delivery in each of these states."""

    def make(*states, **fields):
        key = str(Notification.objects.count())
        fields = {"subject": f"Subject {key}", "text": "A secret: https://a.org/secret"} | fields
        notification = Notification.objects.create(kind="notice", key=key, **fields)
        for n, state in enumerate(states):
            Delivery.objects.create(
                notification=notification,
                address=f"ada{n}@example.org",
                state=state,
                answer="550 unknown" if state == State.FAILED else "",
            )
        return notification

    return make


def page_of(notification):
    return reverse("mailings:inspect", args=[notification.pk])


def states(notification):
    return sorted(notification.deliveries.values_list("state", flat=True))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ["pause", "resume", "cancel", "try_again"])
def test_publishers_alone_see_mailings_and_act_on_them(clients, mailing, role, action):
    paused = {"paused_at": "2026-01-01T00:00Z"} if action == "resume" else {}
    notification = mailing(State.QUEUED, State.FAILED, **paused)
    for address in (
        reverse("mailings:index"),
        reverse("mailings:index_results"),
        page_of(notification),
    ):
        assert is_let_in(clients[role].get(address)) == (role in PUBLISHERS)
    before = (states(notification), Notification.objects.get().paused_at)
    clients[role].post(page_of(notification), {"action": action})
    after = (states(notification), Notification.objects.get().paused_at)
    assert (before != after) == (role in PUBLISHERS)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_the_menu_leads_to_it_who_may_see_it(clients, role):
    page = clients[role].get(reverse("wagtailadmin_home")).content.decode()
    assert (f'"{reverse("mailings:index")}"' in page) == (role in PUBLISHERS)


def test_progress_and_servers_words_are_shown_without_address_or_text(clients, mailing):
    notification = mailing(State.SENT, State.FAILED, State.FAILED, State.QUEUED)
    page = clients["policy"].get(page_of(notification)).content.decode()
    assert "<td>Failed</td><td>2</td>" in page
    assert "<td>550 unknown</td><td>2</td>" in page
    [listed] = clients["policy"].get(reverse("mailings:index")).context["object_list"]
    assert (listed.sent, listed.failed, listed.waiting) == (1, 2, 1)
    assert "secret" not in page
    assert "ada0" not in page


@pytest.mark.parametrize(
    ("action", "becomes"),
    [
        ("cancel", [State.CANCELLED, State.FAILED, State.SENT]),
        ("try_again", [State.QUEUED, State.QUEUED, State.SENT]),
        ("nonsense", [State.FAILED, State.QUEUED, State.SENT]),
    ],
)
def test_what_may_be_done_with_a_mailing(clients, mailing, action, becomes):
    notification = mailing(State.SENT, State.FAILED, State.QUEUED)
    answer = clients["policy"].post(page_of(notification), {"action": action}, follow=True)
    assert states(notification) == becomes
    assert ("can’t be done" in answer.content.decode()) == (action == "nonsense")


@pytest.mark.parametrize(
    ("in_states", "fields", "buttons"),
    [
        ([State.QUEUED], {}, {"pause", "cancel"}),
        ([State.QUEUED], {"paused_at": "2026-01-01T00:00Z"}, {"resume", "cancel"}),
        ([State.SENT, State.FAILED], {}, {"try_again"}),
        ([State.FAILED], {"text": ""}, set()),
        ([State.SENT], {}, set()),
    ],
)
def test_only_what_is_possible_is_offered(clients, mailing, in_states, fields, buttons):
    page = clients["policy"].get(page_of(mailing(*in_states, **fields))).content.decode()
    offered = {
        action
        for action in ("pause", "resume", "cancel", "try_again")
        if f'name="action" value="{action}"' in page
    }
    assert offered == buttons
    assert ("Paused since 1 January 2026" in page) == ("paused_at" in fields)


def test_a_mailing_shared_all_day_is_found_by_its_last_mail(clients, mailing):
    shared, later = mailing(State.SENT), mailing(State.SENT)
    Delivery.objects.create(notification=shared, address="last@example.org")
    address = reverse("mailings:index") + "?ordering=-last_posted"
    assert list(clients["policy"].get(address).context["object_list"]) == [shared, later]


def test_queries_do_not_grow_with_the_mails(clients, mailing, django_assert_num_queries):
    client = clients["policy"]
    few = mailing(State.QUEUED)
    many = mailing(*[State.FAILED] * 9)
    for address in (page_of(few), reverse("mailings:index")):
        client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(page_of(few))
    with django_assert_num_queries(len(captured)):
        client.get(page_of(many))


def test_mailing_that_is_not_there_is_not_found(clients, home):
    address = reverse("mailings:inspect", args=[999])
    assert clients["policy"].get(address).status_code in (302, 404)
    assert clients["policy"].post(address, {"action": "pause"}).status_code in (302, 404)
