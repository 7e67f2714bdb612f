"""Who has left sees, downloads and erases what is still held, and takes part in nothing."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from mailing.models import Delivery
from stakeholders import identity, lifecycle, links
from stakeholders.models import Stakeholder
from tests.factories import make_stakeholder
from tests.stakeholders.test_identity import path_of, request_with


@pytest.fixture
def left(db):
    stakeholder = make_stakeholder(name="Ada", follows_all=True)
    lifecycle.leave(stakeholder, "test")
    stakeholder.refresh_from_db()
    return stakeholder


@pytest.fixture
def entered(client, left):
    """A browser on which somebody signed in who has left."""
    link = path_of(links.preferences_url(left))
    assert "See what we hold" in client.get(link).content.decode()
    client.post(link)
    return client


def test_link_is_mailed_to_who_left(client, left):
    client.post(reverse("stakeholder_link"), {"email": left.address})
    mail = Delivery.objects.get()
    call_command("send_outbox", verbosity=0)
    mail.refresh_from_db()
    assert (mail.address, mail.state) == (left.address, "sent")


def test_page_says_what_is_held_and_until_when(entered, left):
    page = entered.get(reverse("stakeholder_preferences")).content.decode()
    assert "You have left" in page
    assert left.address in page
    assert reverse("stakeholder_download") in page
    assert reverse("stakeholder_erase") in page
    assert "Save my changes" not in page


def test_all_can_be_downloaded(entered, left):
    assert left.address in entered.get(reverse("stakeholder_download")).content.decode()


def test_all_can_be_erased(entered, left):
    entered.post(reverse("stakeholder_erase"))
    assert Stakeholder.objects.get().address == ""
    assert entered.get(reverse("stakeholder_preferences")).status_code == 302


def test_browser_takes_part_in_nothing(entered):
    request = request_with(entered.cookies)
    assert identity.recognise(request)
    assert identity.identify(request) is None


@pytest.mark.parametrize("step", ["pause", "resume", "leave"])
def test_no_step_brings_anybody_back(entered, step):
    entered.post(reverse("stakeholder_step", args=[step]))
    assert not Stakeholder.objects.confirmed().exists()


def test_changes_bring_nobody_back(entered):
    entered.post(reverse("stakeholder_preferences"), {"follows_all": "on", "frequency": "daily"})
    assert not Stakeholder.objects.confirmed().exists()


def test_whose_address_is_gone_gets_no_link(client, left):
    Stakeholder.objects.update(address="")
    client.post(reverse("stakeholder_link"), {"email": left.address})
    assert not Delivery.objects.exists()
    assert client.post(path_of(links.preferences_url(left))).status_code == 404
