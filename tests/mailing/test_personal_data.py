"""What is erased of the mails to one address, and what stays for others."""

from mailing.models import Delivery, Notification, State
from mailing.outbox import post
from mailing.personal_data import erase_mails
from tests.mailing.conftest import CONTEXT

LINK = {"unsubscribe_url": "https://a.org/one/"}


def send_to(address, personal=None):
    post("notice", "one", address, CONTEXT, personal)
    Delivery.objects.filter(address=address).update(state=State.SENT)


def test_what_was_said_to_them_alone_is_blanked(db, kind):
    send_to("ada@example.org")
    erase_mails("ada@example.org")
    mail = Notification.objects.get()
    assert (mail.subject, mail.text, mail.html) == ("", "", "")
    assert Delivery.objects.get().address == ""


def test_what_was_said_to_others_too_stays(db, kind):
    send_to("ada@example.org")
    send_to("bob@example.org")
    erase_mails("ada@example.org")
    assert Notification.objects.get().text
    assert set(Delivery.objects.values_list("address", flat=True)) == {"", "bob@example.org"}


def test_words_for_everyone_reach_whoever_comes_after_the_first_was_erased(db, kind):
    kind(personal=tuple(LINK))
    send_to("ada@example.org", LINK)
    erase_mails("ada@example.org")
    assert Delivery.objects.get().personal == {}
    send_to("bob@example.org", LINK)
    assert Delivery.objects.filter(address="bob@example.org").exists()


def test_unsent_mail_is_deleted(db, kind):
    post("notice", "one", "ada@example.org", CONTEXT)
    erase_mails("Ada@example.org")
    assert not Delivery.objects.exists()
