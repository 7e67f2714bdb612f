import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F


def follow_the_page(apps, schema_editor):
    """Until now an update was about the page where it is read."""
    apps.get_model("stakeholders", "Update").objects.update(about=F("page"))


class Migration(migrations.Migration):
    dependencies = [
        ("stakeholders", "0002_updates"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="update",
            name="about",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="updates_about_it",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        migrations.RunPython(follow_the_page, migrations.RunPython.noop),
    ]
