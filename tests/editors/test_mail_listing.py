"""The outbox as publishers find it: what became of each mail, without anybody's address."""

import pytest
from django.urls import reverse

from mailing.models import Delivery, Notification, State
from tests.editors.conftest import ROLES, is_let_in

PUBLISHERS = ("policy", "civil", "both", "superuser")


@pytest.fixture
def mail(home):
    """`mail(state)` is a delivery in that state, about something new each time."""

    def make(state=State.QUEUED, text="A secret: https://a.org/secret", **fields):
        key = str(Notification.objects.count())
        notification = Notification.objects.create(
            kind="notice", key=key, subject=f"Subject {key}", text=text
        )
        return Delivery.objects.create(
            notification=notification,
            address="ada@example.org",
            message_id="<one@example.org>",
            state=state,
            **fields,
        )

    return make


def subjects(client, **query):
    listed = client.get(reverse("mail:index"), query).context["object_list"]
    return [delivery.notification.subject for delivery in listed]


def page_of(delivery):
    return reverse("mail:inspect", args=[delivery.pk])


@pytest.mark.parametrize("role", ROLES)
def test_publishers_alone_see_mail_and_act_on_it(clients, mail, role):
    delivery = mail(State.FAILED)
    for address in (reverse("mail:index"), reverse("mail:index_results"), page_of(delivery)):
        assert is_let_in(clients[role].get(address)) == (role in PUBLISHERS)
    clients[role].post(page_of(delivery), {"action": "try_again"})
    delivery.refresh_from_db()
    assert (delivery.state == State.QUEUED) == (role in PUBLISHERS)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_the_menu_leads_to_it_who_may_see_it(clients, role):
    page = clients[role].get(reverse("wagtailadmin_home")).content.decode()
    assert (f'"{reverse("mail:index")}"' in page) == (role in PUBLISHERS)


def test_neither_address_nor_text_is_shown(clients, mail):
    delivery = mail(answer="550 unknown")
    for address in (reverse("mail:index"), page_of(delivery)):
        page = clients["policy"].get(address).content.decode()
        assert "a•••@example.org" in page
        assert "550 unknown" in page
        assert "ada@" not in page
        assert "secret" not in page


def test_mail_is_found_by_state_and_subject(clients, mail):
    mail()
    mail(State.FAILED)
    client = clients["policy"]
    assert subjects(client) == ["Subject 1", "Subject 0"]
    assert subjects(client, state="failed") == ["Subject 1"]
    assert subjects(client, q="subject 0") == ["Subject 0"]


@pytest.mark.parametrize(
    ("action", "state", "becomes"),
    [
        ("try_again", State.FAILED, State.QUEUED),
        ("try_again", State.UNKNOWN, State.QUEUED),
        ("try_again", State.CANCELLED, State.QUEUED),
        ("try_again", State.SENT, State.SENT),
        ("try_again", State.SENDING, State.SENDING),
        ("cancel", State.QUEUED, State.CANCELLED),
        ("cancel", State.CLAIMED, State.CANCELLED),
        ("cancel", State.SENDING, State.SENDING),
        ("cancel", State.SENT, State.SENT),
    ],
)
def test_what_may_be_done_with_a_mail(clients, mail, action, state, becomes):
    delivery = mail(state, attempts=5)
    page = clients["policy"].get(page_of(delivery)).content.decode()
    assert (f'value="{action}"' in page) == (state != becomes)
    answer = clients["policy"].post(page_of(delivery), {"action": action}, follow=True)
    assert ("no longer possible" in answer.content.decode()) == (state == becomes)
    delivery.refresh_from_db()
    assert delivery.state == becomes
    assert delivery.attempts == (0 if becomes == State.QUEUED else 5)


def test_mail_whose_text_is_blanked_is_not_tried_again(clients, mail):
    delivery = mail(State.FAILED, text="")
    assert 'value="try_again"' not in clients["policy"].get(page_of(delivery)).content.decode()
    clients["policy"].post(page_of(delivery), {"action": "try_again"})
    delivery.refresh_from_db()
    assert delivery.state == State.FAILED


@pytest.mark.parametrize("pk", ["999", "9" * 20])
def test_mail_that_is_not_there_is_not_found(clients, mail, pk):
    assert clients["policy"].get(f"{reverse('mail:index')}{pk}/").status_code in (302, 404)


@pytest.mark.parametrize("query", [{"q": "\x00"}, {"q": '"'}, {"state": "x"}, {"ordering": "x"}])
def test_no_question_breaks_the_list(clients, mail, query):
    mail()
    assert clients["policy"].get(reverse("mail:index"), query).status_code in (200, 400)


def test_queries_do_not_grow_with_the_mails(
    clients, mail, django_assert_max_num_queries, django_assert_num_queries
):
    client = clients["policy"]
    mail()
    client.get(reverse("mail:index"))
    with django_assert_max_num_queries(15) as few:
        client.get(reverse("mail:index"))
    for _ in range(9):
        mail()
    with django_assert_num_queries(len(few)):
        client.get(reverse("mail:index"))
