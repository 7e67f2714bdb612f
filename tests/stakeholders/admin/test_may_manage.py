"""Who sees, exports and imports stakeholders: publishers of either partner."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stakeholders.models import Stakeholder
from tests.editors.conftest import ROLES, is_let_in
from tests.factories import make_stakeholder

MANAGERS = ("policy", "civil", "both", "superuser")


@pytest.mark.parametrize("role", ROLES)
def test_managers_alone_see_stakeholders(clients, role):
    person = make_stakeholder()
    for address in (
        reverse("stakeholders:index"),
        reverse("stakeholders:index") + "?export=csv",
        reverse("stakeholders:inspect", args=[person.pk]),
        reverse("stakeholders:import"),
    ):
        assert is_let_in(clients[role].get(address)) == (role in MANAGERS), address


@pytest.mark.parametrize("role", ROLES)
def test_managers_alone_import(clients, role):
    file = SimpleUploadedFile(
        "list.csv", b"address,sector,strands,consent\nbo@example.org,academia,all,By letter\n"
    )
    clients[role].post(reverse("stakeholders:import"), {"file": file, "button": "import"})
    assert Stakeholder.objects.exists() == (role in MANAGERS)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_menu_leads_there_for_managers_alone(clients, home, role):
    page = clients[role].get(reverse("wagtailadmin_home")).content.decode()
    assert (reverse("stakeholders:index") in page) == (role in MANAGERS)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_types_or_deletes_a_stakeholder(clients, role):
    person = make_stakeholder()
    clients[role].post(reverse("stakeholders:inspect", args=[person.pk]), {"name": "Mallory"})
    person.refresh_from_db()
    assert person.name == ""
