"""What a stakeholder chose, as one dict that forms, sign-ups and histories share:

{"name", "organisation", "sector", "frequency", "wants_updates", "wants_invitations",
"follows_all", "strands": [primary keys], "pages": [primary keys]}
"""

from wagtail.models import Page

from core.models import Strand

from .models import Frequency, Stakeholder, Subscription

NOTHING = {
    "name": "",
    "organisation": "",
    "sector": "",
    "frequency": Frequency.WEEKLY.value,
    "wants_updates": False,
    "wants_invitations": False,
    "follows_all": False,
    "strands": [],
    "pages": [],
}
OWN_FIELDS = [name for name in NOTHING if name not in {"strands", "pages"}]


def choices_of(stakeholder):
    """What `stakeholder` has chosen."""
    subscriptions = list(stakeholder.subscriptions.values_list("strand", "page"))
    return {
        **{name: getattr(stakeholder, name) for name in OWN_FIELDS},
        "strands": sorted(strand for strand, _ in subscriptions if strand),
        "pages": sorted(page for _, page in subscriptions if page),
    }


def apply(choices, stakeholder):
    """Write `choices` into `stakeholder`, who is not saved by this, and the subscriptions. Strands
    and pages that are gone are left out."""
    for name in OWN_FIELDS:
        setattr(stakeholder, name, choices[name])
    stakeholder.subscriptions.all().delete()
    Subscription.objects.bulk_create(
        [
            *(
                Subscription(stakeholder=stakeholder, strand=strand)
                for strand in Strand.objects.filter(pk__in=choices["strands"])
            ),
            *(
                Subscription(stakeholder=stakeholder, page=page)
                for page in Page.objects.filter(pk__in=choices["pages"])
            ),
        ]
    )


def forget(stakeholder):
    """Delete what `stakeholder` has chosen, and who it was."""
    stakeholder.subscriptions.all().delete()
    own = {name: NOTHING[name] for name in OWN_FIELDS}
    Stakeholder.objects.filter(pk=stakeholder.pk).update(**own)
