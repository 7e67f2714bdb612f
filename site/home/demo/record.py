"""What the demo content made, so that it is made once and can be taken away."""

from django.contrib.contenttypes.models import ContentType

from home.models import DemoObject


def find(key):
    """The object made for `key`, None if there is none (any more)."""
    record = DemoObject.objects.filter(key=key).first()
    return record and record.object


def remember(key, thing):
    DemoObject.objects.update_or_create(
        key=key,
        defaults={
            "content_type": ContentType.objects.get_for_model(thing),
            "object_id": thing.pk,
        },
    )
    return thing


def once(key, make):
    """The object for `key`, made and remembered if it is not there yet."""
    return find(key) or remember(key, make())
