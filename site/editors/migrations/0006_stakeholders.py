"""Publishers of either partner manage stakeholders."""

from importlib import import_module

from django.db import migrations

groups = import_module("editors.migrations.0002_groups")

MANAGE = "stakeholders.manage_stakeholder"
PUBLISHERS = ("Publishers: policy team", "Publishers: civil society")


def allow(apps, schema_editor):
    permission = groups.permission(apps, MANAGE)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PUBLISHERS):
        group.permissions.add(permission)


def forbid(apps, schema_editor):
    permission = groups.permission(apps, MANAGE)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PUBLISHERS):
        group.permissions.remove(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("editors", "0005_official_responses"),
        ("stakeholders", "0001_sign_ups_and_consent"),
    ]
    operations = [migrations.RunPython(allow, forbid)]
