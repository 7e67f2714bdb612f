"""Who may keep names, strands, the footer, images and documents."""

import pytest
from django.urls import reverse

from core.models import Footer
from tests.editors.conftest import ROLES, is_let_in

WRITERS = ("editor", "policy", "civil", "both", "superuser")
PUBLISHERS = ("policy", "civil", "both", "superuser")
FOR_WRITERS = (
    "wagtailsnippets_blog_author:add",
    "wagtailsnippets_core_organisation:add",
    "wagtailimages:add",
    "wagtaildocs:add",
)


@pytest.mark.parametrize("role", ROLES)
def test_writers_keep_authors_organisations_images_and_documents(clients, role):
    answers = {name: is_let_in(clients[role].get(reverse(name))) for name in FOR_WRITERS}
    assert set(answers.values()) == {role in WRITERS}, answers


@pytest.mark.parametrize("role", ROLES)
def test_publishers_alone_keep_strands(clients, role):
    response = clients[role].get(reverse("wagtailsnippets_core_strand:add"))
    assert is_let_in(response) == (role in PUBLISHERS)


@pytest.mark.parametrize("role", ROLES)
def test_publishers_alone_keep_the_footer(clients, home, role):
    footer = Footer.for_site(home.get_site())
    address = reverse("wagtailsettings:edit", args=["core", "footer", footer.site_id])
    assert is_let_in(clients[role].get(address)) == (role in PUBLISHERS)


@pytest.mark.parametrize("role", ROLES)
def test_superusers_alone_manage_accounts_and_workflows(clients, role):
    for name in ("wagtailusers_users:index", "wagtailadmin_workflows:index"):
        assert is_let_in(clients[role].get(reverse(name))) == (role == "superuser"), name
