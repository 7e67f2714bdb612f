from django.db import migrations


def give_each_words_of_its_own(apps, schema_editor):
    """Before this, what told mails to one address apart was the key of what they say."""
    Delivery = apps.get_model("mailing", "Delivery")
    Notification = apps.get_model("mailing", "Notification")
    for delivery in Delivery.objects.exclude(cause="").iterator():
        words = Notification.objects.get(pk=delivery.notification_id)
        own, _ = Notification.objects.get_or_create(
            {"subject": words.subject, "text": words.text, "html": words.html},
            kind=words.kind,
            key=delivery.cause,
        )
        Delivery.objects.filter(pk=delivery.pk).update(notification=own, cause="")


class Migration(migrations.Migration):
    # A step of its own: PostgreSQL changes no table whose rows were changed in the same one.

    dependencies = [
        ('mailing', '0006_alike_and_yet_apart'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, give_each_words_of_its_own),
    ]
