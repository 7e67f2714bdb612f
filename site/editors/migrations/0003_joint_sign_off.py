"""Both partners sign a proposal before it is public; one publisher approves all else."""

from django.db import migrations

JOINT = "Joint sign-off"
TASKS = {
    "Signature of the policy team": "Publishers: policy team",
    "Signature of the civil society partner": "Publishers: civil society",
}
GUARDED = ("proposals", "ProposalIndexPage")

# What Wagtail calls its workflow and its one task, and what we call them.
WAGTAILS_NAME = "Moderators approval"
OUR_NAME = "Approval by a publisher"


def guard(apps, schema_editor):
    """Make the workflow and put proposals under it; lists made later are put there on creation."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    content_type, _ = ContentType.objects.get_or_create(
        app_label="editors", model="partnerapprovaltask"
    )
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=JOINT, active=True)
    for order, (name, group) in enumerate(TASKS.items()):
        task = apps.get_model("editors", "PartnerApprovalTask").objects.create(
            name=name, content_type=content_type, active=True
        )
        task.groups.set(apps.get_model("auth", "Group").objects.filter(name=group))
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=order
        )
    for page in apps.get_model(*GUARDED).objects.all():
        apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(
            page_id=page.pk, defaults={"workflow": workflow}
        )
    rename_wagtails(apps, WAGTAILS_NAME, OUR_NAME, list(TASKS.values()))


def unguard(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=JOINT).delete()
    apps.get_model("wagtailcore", "Task").objects.filter(name__in=TASKS).delete()
    rename_wagtails(apps, OUR_NAME, WAGTAILS_NAME, ["Moderators"])


def rename_wagtails(apps, old, new, groups):
    """Wagtail asks moderators whether a page may be published; here they look after the discussion."""
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=old).update(name=new)
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name=old):
        task.name = new
        task.save()
        task.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=groups))


class Migration(migrations.Migration):
    dependencies = [
        ("editors", "0002_groups"),
        ("proposals", "0001_initial"),
    ]
    operations = [migrations.RunPython(guard, unguard)]
