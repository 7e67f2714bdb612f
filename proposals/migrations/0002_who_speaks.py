from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("proposals", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="proposalpage",
            name="voice",
            field=models.CharField(
                choices=[
                    ("joint", "A joint text"),
                    ("government", "By the government policy team"),
                    ("civil_society", "By the civil society partner"),
                ],
                default="joint",
                help_text="Shown with the text. Joint only if both partners stand behind every word.",
                max_length=13,
                verbose_name="who speaks",
            ),
        ),
    ]
