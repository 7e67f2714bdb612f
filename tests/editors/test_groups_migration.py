"""The groups and workflows that migrations make, and that they are taken back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Task, Workflow, WorkflowPage

from editors.sign_off import joint_sign_off
from proposals.models import ProposalIndexPage
from tests.editors.conftest import CIVIL_SOCIETY, POLICY
from tests.factories import make_proposal, place


def page_permissions(name):
    """{permission: path of the page at which it holds} of a group."""
    held = GroupPagePermission.objects.filter(group__name=name).select_related("page", "permission")
    return {each.permission.codename: each.page.path for each in held}


def site_permissions(name):
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_nobody_is_allowed_anything_above_the_front_door(home):
    assert set(GroupPagePermission.objects.values_list("page", flat=True)) == {home.pk}


def test_editors_write_and_do_not_publish(home):
    assert set(page_permissions("Editors")) == {"add_page", "change_page"}
    assert "change_strand" not in site_permissions("Editors")


def test_moderators_decide_on_comments_and_nothing_else(home):
    assert page_permissions("Moderators") == {}
    assert site_permissions("Moderators") == {
        "access_admin",
        "moderate_publiccomment",
        *(f"{action}_cannedanswer" for action in ("add", "change", "delete", "view")),
    }
    assert not Group.objects.get(name="Moderators").collection_permissions.exists()


@pytest.mark.parametrize("group", [POLICY, CIVIL_SOCIETY])
def test_publishers_publish_and_keep_strands_and_footer(home, group):
    assert {"add_page", "change_page", "publish_page"} <= set(page_permissions(group))
    assert {"add_strand", "change_strand", "change_footer"} <= site_permissions(group)
    assert site_permissions("Editors") <= site_permissions(group)


def test_both_publishers_may_the_same(home):
    assert page_permissions(POLICY) == page_permissions(CIVIL_SOCIETY)
    assert site_permissions(POLICY) == site_permissions(CIVIL_SOCIETY)


def test_a_new_list_of_proposals_is_guarded_and_its_proposals_through_it(home):
    proposal = make_proposal(live=False)
    assert list(WorkflowPage.objects.filter(workflow=joint_sign_off())) == [
        WorkflowPage.objects.get(page=proposal.get_parent().pk)
    ]
    assert proposal.get_workflow() == joint_sign_off()


def step(name):
    return import_module(f"editors.migrations.{name}")


def test_migration_takes_moderation_back(home):
    moderation = step("0004_moderators")
    moderation.stop(apps, None)
    assert site_permissions("Moderators") == {"access_admin"}
    moderation.let_moderate(apps, None)
    assert "moderate_publiccomment" in site_permissions("Moderators")


def test_migrations_guard_a_list_that_is_there_and_give_wagtails_groups_back(home):
    index = place(home, ProposalIndexPage(title="Current proposals", slug="current-proposals"))
    groups, sign_off = step("0002_groups"), step("0003_joint_sign_off")
    sign_off.unguard(apps, None)
    groups.give_back(apps, None)
    assert not Task.objects.filter(name__startswith="Signature").exists()
    assert set(Group.objects.values_list("name", flat=True)) == {"Editors", "Moderators"}
    assert set(page_permissions("Moderators").values()) == {"0001"}
    assert Workflow.objects.get().name == "Moderators approval"

    groups.make_groups(apps, None)
    sign_off.guard(apps, None)
    assert WorkflowPage.objects.get(page=index.pk).workflow == joint_sign_off()
    assert page_permissions("Moderators") == {}
