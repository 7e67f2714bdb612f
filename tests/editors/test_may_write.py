"""Who may write pages: editors, both publishers, superusers."""

import pytest
from django.urls import reverse

from blog.models import BlogPage
from tests.editors.conftest import ROLES, is_let_in
from tests.factories import make_blog, make_post, make_proposal

WRITERS = ("editor", "policy", "civil", "both", "superuser")


@pytest.mark.parametrize("role", ROLES)
def test_writers_alone_open_the_form_of_a_post(clients, role):
    post = make_post()
    response = clients[role].get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
    assert is_let_in(response) == (role in WRITERS)


@pytest.mark.parametrize("role", ROLES)
def test_writers_alone_open_the_form_of_a_proposal(clients, role):
    proposal = make_proposal()
    response = clients[role].get(reverse("wagtailadmin_pages:edit", args=[proposal.pk]))
    assert is_let_in(response) == (role in WRITERS)


@pytest.mark.parametrize("role", ROLES)
def test_writers_alone_begin_a_new_post(clients, role):
    blog = make_blog()
    address = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk])
    assert is_let_in(clients[role].get(address)) == (role in WRITERS)
    assert not BlogPage.objects.exists()


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_superusers_adds_a_page_beside_the_front_door(clients, home, role):
    root = home.get_parent()
    if role != "anonymous":
        user = clients[role].get(reverse("wagtailadmin_home")).wsgi_request.user
        can_edit = root.permissions_for_user(user).permissions if role != "superuser" else set()
        assert can_edit == set()
