"""Moderators and administrators moderate; nobody else sees what waits."""

import pytest
from django.urls import reverse
from wagtail.permissions import policy_registry

from discussion.decisions import version
from discussion.models import Decision, PublicComment
from tests.editors.conftest import ROLES, is_let_in

MODERATORS = ("moderator", "superuser")
LISTS = ("pending", "reported", "published", "rejected", "withheld", "log", "pending_results")


def addresses(comment):
    return [
        *(reverse(f"comments:{name}") for name in LISTS),
        reverse("comments:comment", args=[comment.pk]),
        reverse("comments:redact", args=[comment.pk]),
        reverse("comments:several", args=["pending", "approve"]) + f"?id={comment.pk}",
    ]


@pytest.mark.parametrize("role", ROLES)
def test_moderators_alone_see_comments_in_the_admin(clients, pending, role):
    for address in addresses(pending):
        assert is_let_in(clients[role].get(address)) == (role in MODERATORS), address


def posts(comment):
    """What each address takes from a form."""
    seen = version(comment)
    form = {"seen": seen, "reason": "abuse"}
    one = {name: reverse(f"comments:{name}", args=[comment.pk]) for name in ("comment", "redact")}
    return [
        (one["comment"], form | {"action": "approve"}),
        (one["comment"], form | {"action": "reject"}),
        (one["comment"], form | {"action": "withhold"}),
        (one["redact"], form | {"text": f"[[{comment.comment}]]"}),
        (
            reverse("comments:several", args=["pending", "reject"]),
            {"reason": "abuse", "seen": f"{comment.pk}-{seen}"},
        ),
    ]


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("role", ROLES)
def test_moderators_alone_decide(clients, pending, role, number):
    address, form = posts(pending)[number]
    clients[role].post(address, form)
    pending.refresh_from_db()
    assert (pending.state != "pending") == (role in MODERATORS)
    assert Decision.objects.exists() == (role in MODERATORS)


@pytest.mark.parametrize("name", ["take", "next"])
@pytest.mark.parametrize("role", ROLES)
def test_moderators_alone_take_comments(clients, people, pending, role, name):
    clients[role].post(reverse(f"comments:{name}", args=[pending.pk] if name == "take" else []))
    pending.refresh_from_db()
    assert pending.assigned_to == (people[role] if role in MODERATORS else None)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_menu_and_dashboard_speak_of_comments_to_moderators_alone(clients, pending, role):
    page = clients[role].get(reverse("wagtailadmin_home")).content.decode()
    assert ("Comments (1)" in page) == (role in MODERATORS)
    assert ("1 comment waiting" in page) == (role in MODERATORS)


@pytest.mark.parametrize("role", ROLES)
def test_moderators_keep_canned_answers(clients, role):
    address = reverse("wagtailsnippets_discussion_cannedanswer:add")
    assert is_let_in(clients[role].get(address)) == (role in MODERATORS)


@pytest.mark.parametrize("role", ROLES)
def test_administrators_alone_name_spokespeople(clients, role):
    address = reverse("wagtailsnippets_discussion_spokesperson:add")
    assert is_let_in(clients[role].get(address)) == (role == "superuser")


@pytest.mark.parametrize("model", [PublicComment, Decision])
def test_nobody_types_or_deletes_a_comment_or_a_decision(people, model):
    policy = policy_registry.get_by_type(model)
    for action in ("add", "change", "delete"):
        assert not policy.user_has_permission(people["superuser"], action)


def test_moderators_write_no_page(clients, post):
    address = reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert not is_let_in(clients["moderator"].get(address))


@pytest.mark.parametrize("name", ["take", "next"])
def test_nothing_is_taken_by_looking(client, pending, name):
    address = reverse(f"comments:{name}", args=[pending.pk] if name == "take" else [])
    assert client.get(address).status_code == 405
    client.get(reverse("comments:comment", args=[pending.pk]))
    pending.refresh_from_db()
    assert pending.assigned_to is None
