"""Moderators decide on public comments, and nothing else; they keep their canned answers."""

from django.db import migrations

MODERATE = {
    "publiccomment": ["moderate"],
    "cannedanswer": ["add", "change", "delete", "view"],
}
LABELS = {"moderate_publiccomment": "Can moderate public comments"}


def permissions(apps):
    """Their rows. Django makes them after all migrations: what is needed is made here."""
    for model, actions in MODERATE.items():
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="discussion", model=model
        )
        for action in actions:
            codename = f"{action}_{model}"
            name = LABELS.get(codename, f"Can {action} canned answer")
            yield apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": name}
            )[0]


def let_moderate(apps, schema_editor):
    moderators = apps.get_model("auth", "Group").objects.get(name="Moderators")
    moderators.permissions.add(*permissions(apps))


def stop(apps, schema_editor):
    moderators = apps.get_model("auth", "Group").objects.get(name="Moderators")
    moderators.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [
        ("editors", "0003_joint_sign_off"),
        ("discussion", "0006_moderation"),
    ]
    operations = [migrations.RunPython(let_moderate, stop)]
