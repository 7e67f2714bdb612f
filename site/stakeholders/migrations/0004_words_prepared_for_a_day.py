from django.db import migrations, models


def leave_it_to_the_site(apps, schema_editor):
    """Without the field a row that isn't told says that nobody is to be: what is prepared would
    be kept quiet."""
    prepared = apps.get_model("stakeholders", "Update").objects.filter(is_prepared=True)
    prepared.filter(told_at=None).delete()


class Migration(migrations.Migration):
    dependencies = [("stakeholders", "0003_what_an_update_is_about")]

    operations = [
        migrations.AddField(
            model_name="update",
            name="is_prepared",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(migrations.RunPython.noop, leave_it_to_the_site),
    ]
