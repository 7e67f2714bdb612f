"""Takes the demo content away again, and nothing that an editor or a visitor made."""

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from agreement.models import AgreementSnapshot
from discussion.models import Decision, OfficialResponse, PublicComment
from home.models import DemoObject, HomePage
from proposals.models import Position, Stance, Standing, Statement
from stakeholders.models import Stakeholder


def what_stays():
    """Titles of pages that are not the demo's and stand below one that is."""
    demo = set(demo_pages().values_list("pk", flat=True))
    return [
        page.title for top in demo_pages() for page in top.get_descendants() if page.pk not in demo
    ]


def what_was_said():
    """Titles of the demo's pages on which others than the demo have commented, said whether they
    agree, or set something down."""
    others = PublicComment.objects.exclude(pk__in=demo_comments().values("pk"))
    said = Q(pk__in=others.values("page"))
    for rows in (
        Stance.objects.counted().exclude(stakeholder__in=made("stakeholder")),
        Position.objects.exclude(pk__in=made("position")),
        Standing.objects.exclude(pk__in=made("standing")),
    ):
        said |= Q(pk__in=rows.values("statement__proposal"))
    return [page.title for page in demo_pages().filter(said)]


def demo_pages():
    return Page.objects.filter(pk__in=made("page"))


def demo_comments():
    return PublicComment.objects.filter(pk__in=made("comment"))


def made(kind):
    return DemoObject.objects.filter(key__startswith=f"{kind}/").values("object_id")


@transaction.atomic
def remove():
    """Delete what the demo content made. Returns how many things that were."""
    Stakeholder.objects.filter(pk__in=made("stakeholder")).delete()
    records = list(DemoObject.objects.order_by("-pk"))
    OfficialResponse.objects.filter(pk__in=made("response")).delete()
    Decision.objects.filter(comment__in=demo_comments().values("pk")).delete()
    demo_comments().delete()
    AgreementSnapshot.objects.filter(proposal__in=demo_pages().values("pk")).delete()
    for model in (Stance, Position, Standing):
        model.objects.filter(statement__proposal__in=demo_pages().values("pk")).delete()
    Statement.objects.filter(proposal__in=demo_pages().values("pk")).delete()
    for record in records:
        thing = record.object
        if isinstance(thing, HomePage):
            thing.become_blank()
        elif thing is not None:
            getattr(thing, "specific", thing).delete()
        record.delete()
    return len(records)
