"""Publishers of either partner answer comments in public."""

from importlib import import_module

from django.db import migrations

groups = import_module("editors.migrations.0002_groups")

ANSWER = [f"discussion.{action}_officialresponse" for action in ("add", "change", "view")]
PUBLISHERS = ("Publishers: policy team", "Publishers: civil society")


def allow(apps, schema_editor):
    permissions = [groups.permission(apps, name) for name in ANSWER]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PUBLISHERS):
        group.permissions.add(*permissions)


def forbid(apps, schema_editor):
    permissions = [groups.permission(apps, name) for name in ANSWER]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PUBLISHERS):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("editors", "0004_moderators"), ("discussion", "0003_official_responses")]
    operations = [migrations.RunPython(allow, forbid)]
