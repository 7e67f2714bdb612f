"""The link in the first mail: opened it changes nothing, its button works once, for seven days."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from mailing import kinds
from mailing.models import Delivery, Notification
from stakeholders import identity, mails
from stakeholders.models import ConsentRecord, SignUp, Stakeholder
from stakeholders.signals import stakeholder_confirmed

from .conftest import newest_link


@pytest.fixture
def link(visitor):
    visitor.send()
    return newest_link()


@pytest.fixture
def confirmed():
    heard = []

    def hear(sender, stakeholder, **kwargs):
        heard.append(stakeholder)

    stakeholder_confirmed.connect(hear)
    yield heard
    stakeholder_confirmed.disconnect(hear)


def test_opening_the_link_changes_nothing(client, link, confirmed):
    page = client.get(link).content.decode()
    assert "Yes, sign me up" in page
    assert "Tell me by e-mail what is new." in page
    assert not Stakeholder.objects.confirmed().exists()
    assert not confirmed


def test_button_confirms_and_signs_in_on_this_browser(client, link, confirmed, rf):
    client.post(link)
    person = Stakeholder.objects.confirmed().get()
    assert confirmed == [person]
    request = rf.get("/")
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    assert identity.identify(request) == person


def test_link_without_the_mark_that_keeps_it_out_of_the_log_holds(client, link):
    assert "/key:" in link
    client.post(link.replace("key:", ""))
    assert Stakeholder.objects.confirmed().exists()


def test_who_has_confirmed_is_told_so_once(client, link):
    preferences = client.post(link, follow=True)
    assert "You are signed up." in preferences.content.decode()
    again = client.get(preferences.request["PATH_INFO"])
    assert "You are signed up." not in again.content.decode()


def test_link_works_once(client, link):
    client.post(link)
    assert client.post(link).status_code == 404
    assert ConsentRecord.objects.filter(action="confirmed").count() == 1


def test_link_holds_for_seven_days(client, link):
    week_ago = timezone.now() - timedelta(days=7, minutes=1)
    SignUp.objects.update(created=week_ago)
    for ask in (client.get, client.post):
        assert "holds for 7 days" in ask(link).content.decode()
    assert not Stakeholder.objects.confirmed().exists()


def test_database_can_not_tell_the_link(link):
    token = link.split("/")[-2]
    assert len(token) >= 43
    asked = SignUp.objects.get()
    assert token not in str(vars(asked))
    assert re.fullmatch("[0-9a-f]{64}", asked.token_hash)


def test_mail_is_not_sent_once_its_link_was_used(client, link):
    wanted = kinds.KINDS[mails.CONFIRM].still_wanted
    mail = Delivery.objects.get()
    assert wanted(mail)
    client.post(link)
    assert not wanted(mail)


def test_mails_of_many_share_one_text(visitor):
    for number in range(3):
        visitor.send(email=f"a{number}@example.org")
    assert Delivery.objects.count() == 3
    assert Notification.objects.count() == 1
