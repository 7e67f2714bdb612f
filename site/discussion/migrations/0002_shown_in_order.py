from django.db import migrations, models


class Migration(migrations.Migration):
    """Pages of a discussion, and the newest comments of all, are read from an index."""

    dependencies = [("discussion", "0001_public_comments")]

    operations = [
        migrations.RemoveIndex(model_name="publiccomment", name="comment_shown"),
        migrations.AddIndex(
            model_name="publiccomment",
            index=models.Index(
                condition=models.Q(("published_at__isnull", False)),
                fields=["place", "path", "state"],
                name="comment_shown",
            ),
        ),
        migrations.AddIndex(
            model_name="publiccomment",
            index=models.Index(fields=["state", "-published_at"], name="comment_newest"),
        ),
    ]
