"""Takes the demo content away again, and nothing that an editor made."""

from django.db import transaction
from wagtail.models import Page

from home.models import DemoObject, HomePage
from proposals.models import Statement


def what_stays():
    """Titles of pages that are not the demo's and stand below one that is."""
    demo = set(demo_pages().values_list("pk", flat=True))
    return [
        page.title for top in demo_pages() for page in top.get_descendants() if page.pk not in demo
    ]


def demo_pages():
    keys = DemoObject.objects.filter(key__startswith="page/")
    return Page.objects.filter(pk__in=keys.values("object_id"))


@transaction.atomic
def remove():
    """Delete what the demo content made. Returns how many things that were."""
    records = list(DemoObject.objects.order_by("-pk"))
    Statement.objects.filter(proposal__in=demo_pages().values("pk")).delete()
    for record in records:
        thing = record.object
        if isinstance(thing, HomePage):
            thing.become_blank()
        elif thing is not None:
            getattr(thing, "specific", thing).delete()
        record.delete()
    return len(records)
