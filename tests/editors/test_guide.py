"""The editors' guide: docs/editors.md, read inside the admin."""

import re

import pytest
from django.urls import reverse

from editors.guide import PICTURES, TEXT
from tests.editors.conftest import ROLES, is_let_in

GUIDE = TEXT.read_text(encoding="utf-8")
NAMED = re.findall(r"!\[[^\]]+\]\(pictures/editors/([a-z-]+\.png)\)", GUIDE)


def picture(name):
    return reverse("guide_picture", args=["x.png"]).replace("x.png", name)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_who_works_in_the_admin_reads_the_guide(clients, role):
    response = clients[role].get(reverse("guide"))
    assert is_let_in(response) == (role != "anonymous")
    help_menu = clients[role].get(reverse("wagtailadmin_home")).content.decode()
    assert (f'"{reverse("guide")}"' in help_menu) == (role != "anonymous")


@pytest.mark.parametrize("role", ROLES)
def test_everybody_who_works_in_the_admin_sees_its_pictures(clients, role):
    response = clients[role].get(picture(NAMED[0]))
    assert is_let_in(response) == (role != "anonymous")
    if role != "anonymous":
        assert response["Content-Type"] == "image/png"


def test_people_without_the_admin_are_refused(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader"))
    for address in (reverse("guide"), picture(NAMED[0])):
        assert not is_let_in(client.get(address))


def test_contents_name_every_task_in_order(guide):
    contents = [(link.text, link.get("href")) for link in guide.find("ul").iter("a")]
    assert contents == [(task.text, f"#{task.get('id')}") for task in guide.iter("h2")]


def test_every_link_leads_to_a_heading(guide):
    anchors = [heading.get("id") for heading in guide.iter() if heading.tag in ("h2", "h3")]
    assert len(anchors) == len(set(anchors))
    assert {link.get("href") for link in guide.iter("a")} <= {f"#{anchor}" for anchor in anchors}


def test_every_picture_is_named_and_every_name_is_a_picture(clients, guide):
    assert sorted(NAMED) == sorted(file.name for file in PICTURES.iterdir())
    shown = list(guide.iter("img"))
    assert len(shown) == len(NAMED)
    for image in shown:
        assert image.get("alt")
        assert int(image.get("width")) > 0
        assert is_let_in(clients["editor"].get(image.get("src")))


@pytest.mark.parametrize(
    "name",
    [
        "nothing.png",
        "..%2Fhome.png",
        "../home.png",
        "..%2f..%2f..%2fmanage.py",
        "%2e%2e/home.png",
        "..%5Chome.png",
        "%00.png",
        f"{NAMED[0]}%00",
        f"{NAMED[0]}/",
        "a" * 5000 + ".png",
    ],
)
def test_no_name_leads_out_of_the_folder_of_pictures(clients, name):
    assert clients["superuser"].get(picture(name)).status_code in (301, 400, 404)
