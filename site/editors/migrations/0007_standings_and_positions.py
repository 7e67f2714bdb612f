"""Publishers of either partner set standings and enter the positions of organisations."""

from importlib import import_module

from django.db import migrations

groups = import_module("editors.migrations.0002_groups")

SET = [f"proposals.{action}_standing" for action in ("add", "view")]
ENTER = [f"proposals.{action}_position" for action in ("add", "change", "delete", "view")]
PUBLISHERS = ("Publishers: policy team", "Publishers: civil society")


def allow(apps, schema_editor):
    permissions = [groups.permission(apps, name) for name in SET + ENTER]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PUBLISHERS):
        group.permissions.add(*permissions)


def forbid(apps, schema_editor):
    permissions = [groups.permission(apps, name) for name in SET + ENTER]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PUBLISHERS):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("editors", "0006_stakeholders"), ("proposals", "0007_standings")]
    operations = [migrations.RunPython(allow, forbid)]
