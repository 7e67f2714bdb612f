"""Somebody who signs up, and the mails that reach them."""

import re
import time

import pytest
from django.urls import reverse

from mailing.frozen import fill_in
from mailing.models import Delivery
from tests.factories import make_strand

LINK = re.compile(r"http://localhost(/stakeholders/\S+)")
DAY = 24 * 60 * 60


@pytest.fixture
def strand(home):
    return make_strand()


class Visitor:
    """Somebody with a browser at the sign-up form."""

    def __init__(self, client, strand):
        self.client = client
        self.strand = strand
        self.address = reverse("stakeholder_sign_up")

    def fill(self, **typed):
        given = {
            "email": "bo@example.org",
            "sector": "academia",
            "wants_updates": "on",
            "strands": [self.strand.pk],
            "frequency": "daily",
        }
        return {name: value for name, value in (given | typed).items() if value is not None}

    def send(self, query="", **typed):
        return self.client.post(self.address + query, self.fill(**typed))

    def press(self, path):
        """Open a link from a mail and press its button."""
        assert self.client.get(path).status_code == 200
        return self.client.post(path)

    def sign_up(self, **typed):
        """All the way: the form, the mail, the button."""
        self.send(**typed)
        return self.press(newest_link())


@pytest.fixture
def visitor(client, strand):
    return Visitor(client, strand)


def newest_link():
    """The path of the link in the mail that was written last."""
    mail = Delivery.objects.latest("pk")
    return LINK.search(fill_in(mail.notification.text, mail.personal))[1]


@pytest.fixture
def later(monkeypatch):
    """`later(days)` sets the clock of links ahead."""
    real = time.time

    def ahead(days):
        monkeypatch.setattr(time, "time", lambda: real() + days * DAY)

    return ahead
