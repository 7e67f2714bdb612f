"""Everybody who works in the admin, and what they do there."""

import html5lib
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from proposals.models import ProposalIndexPage
from tests.factories import put

POLICY = "Publishers: policy team"
CIVIL_SOCIETY = "Publishers: civil society"
GROUPS = {
    "anonymous": None,
    "editor": ["Editors"],
    "moderator": ["Moderators"],
    "policy": [POLICY],
    "civil": [CIVIL_SOCIETY],
    "both": [POLICY, CIVIL_SOCIETY],
    "superuser": [],
}
ROLES = list(GROUPS)


def make_person(role):
    user = get_user_model().objects.create_user(
        role, email=f"{role}@example.org", is_superuser=role == "superuser"
    )
    user.groups.set(Group.objects.filter(name__in=GROUPS[role]))
    return user


@pytest.fixture
def people(home):
    """Everybody with an account, by role."""
    return {role: make_person(role) for role in ROLES if role != "anonymous"}


class Browsers(dict):
    """A browser for each role, the anonymous one too, signed in when it is first used."""

    def __init__(self, people):
        self.people = people

    def __missing__(self, role):
        self[role] = Client()
        if role in self.people:
            self[role].force_login(self.people[role])
        return self[role]


@pytest.fixture
def clients(people):
    return Browsers(people)


@pytest.fixture
def index(home):
    return put(home, ProposalIndexPage(title="Current proposals", slug="current-proposals"))


@pytest.fixture
def guide(clients):
    """The guide as an editor reads it in the admin."""
    page = clients["editor"].get(reverse("guide")).content.decode()
    return html5lib.parse(page, namespaceHTMLElements=False).find(".//*[@class='guide']")


def is_let_in(response):
    """Whether an admin page was shown; Wagtail leads everybody else away."""
    return response.status_code == 200
