"""What comes back is remembered, and whoever must not be written to is not."""

import pytest

from core import personal_data
from core.addresses import address_key
from mailing.answers import blame_the_address
from mailing.bounces import tell_of
from mailing.models import Delivery, Reason, State, Suppression
from mailing.signals import address_bounced

pytestmark = pytest.mark.django_db

ADA = address_key("ada@example.org")


@pytest.mark.parametrize(
    ("reason", "fields", "is_sent"),
    [
        (Reason.NONE, {}, True),
        (Reason.COMPLAINT, {}, False),
        (Reason.COMPLAINT, {"list_name": "updates"}, False),
        (Reason.COMPLAINT, {"even_if_suppressed": True}, True),
        (Reason.HARD_BOUNCE, {}, False),
        (Reason.HARD_BOUNCE, {"even_if_suppressed": True}, False),
    ],
)
def test_which_mails_a_suppression_holds_back(
    kind, post_one, send, mailoutbox, reason, fields, is_sent
):
    kind(**fields)
    Suppression.objects.add(ADA, reason)
    post_one(to="Ada@example.org")
    post_one(to="bob@example.org")
    send()
    assert [mail.to for mail in mailoutbox] == [["Ada@example.org"]] * is_sent + [
        ["bob@example.org"]
    ]
    state = State.SENT if is_sent else State.CANCELLED
    delivery = Delivery.objects.get(address="Ada@example.org")
    assert delivery.state == state
    assert delivery.answer.startswith("Suppressed: ") != is_sent


def test_address_that_its_server_does_not_know_is_never_written_to_again(
    mail_server, post_one, send
):
    for key in ("one", "two"):
        post_one(key, to="nobody@example.org")
        send()
    states = Delivery.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [State.FAILED, State.CANCELLED]
    assert Suppression.objects.get().reason == Reason.HARD_BOUNCE


def test_text_that_is_refused_suppresses_nobody(mail_server, post_one, send):
    post_one()
    mail_server.answers = ["554 Looks like spam"]
    send()
    assert Delivery.objects.get().state == State.FAILED
    assert not Suppression.objects.exists()


def test_server_that_refuses_all_silences_nobody_and_all_can_be_tried_again(
    mail_server, post_one, send
):
    mail_server.to_recipients = "550 5.7.1 Relaying denied"
    for name in ("ada", "bob"):
        post_one(to=f"{name}@example.org")
    send()
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.FAILED}
    mail_server.to_recipients = "250 OK"
    assert Delivery.objects.try_again() == 2
    send()
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}


@pytest.mark.parametrize(
    ("answer", "blamed"),
    [
        ("550 5.1.1 [address] is unknown here", True),
        ("550 No such user", True),
        ("551 5.1.6 Moved", True),
        ("553 Bad name", True),
        ("550 5.7.1 Relaying denied", False),
        ("550 5.4.1 No way there", False),
        ("552 5.2.2 Mailbox full", False),
        ("554 5.7.1 Not from your network", False),
        ("451 4.1.1 Later", False),
        ("Connection lost", False),
    ],
)
def test_only_an_address_that_does_not_exist_is_blamed(answer, blamed):
    assert blame_the_address(answer) == blamed


def test_stronger_reason_stays_and_the_weaker_one_can_be_lifted():
    Suppression.objects.add(ADA, Reason.COMPLAINT)
    Suppression.objects.lift(ADA, Reason.COMPLAINT)
    assert Suppression.objects.get().reason == Reason.NONE
    Suppression.objects.add(ADA, Reason.HARD_BOUNCE)
    Suppression.objects.add(ADA, Reason.COMPLAINT)
    Suppression.objects.lift(ADA, Reason.COMPLAINT)
    assert Suppression.objects.get().reason == Reason.HARD_BOUNCE


def test_who_wants_to_know_hears_of_it_with_the_key_alone():
    heard = []

    def listen(sender, signal, **what):
        heard.append(what)

    address_bounced.connect(listen)
    try:
        tell_of("ADA@example.org ", complaint=True)
    finally:
        address_bounced.disconnect(listen)
    assert heard == [{"address_key": ADA, "hard": False, "complaint": True}]


def test_suppressions_are_looked_up_once_for_all_that_is_claimed(
    post_one, send, mailoutbox, django_assert_max_num_queries
):
    for n in range(20):
        post_one(to=f"person{n}@example.org")
    with django_assert_max_num_queries(50) as captured:
        send()
    assert len([query for query in captured if "mailing_suppression" in query["sql"]]) == 1


def test_person_is_told_of_it_and_it_outlives_their_data():
    tell_of("ada@example.org", hard=True)
    [held] = personal_data.export("Ada@example.org")["suppressions"]
    assert held["reason"] == "No mail arrives there"
    personal_data.erase("ada@example.org")
    assert Suppression.objects.get().reason == Reason.HARD_BOUNCE
