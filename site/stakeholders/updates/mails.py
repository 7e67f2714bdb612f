"""What stakeholders get by mail when something is new, and what an editor sees of it before."""

from functools import cache
from uuid import uuid4

from django.db.models import Exists, OuterRef, Q

from core.addresses import address_key
from core.prepared import Gap, Prepared
from mailing.frozen import fill_in, fill_in_html, render
from mailing.kinds import KINDS, Kind, register
from mailing.outbox import post
from stakeholders.links import absolute
from stakeholders.models import Stakeholder, Subscription

UPDATES = "updates"
TEST = "updates-test"
TEMPLATE = "stakeholders/mail/updates.html"
PERSONAL = ("preferences_url", "unsubscribe_url")


def register_kinds():
    register(Kind(UPDATES, TEMPLATE, PERSONAL, still_wanted=is_still_followed, list_name="updates"))
    register(Kind(TEST, TEMPLATE, PERSONAL))


def context_of(updates, is_test=False):
    """What fills the template: `updates` is a list of Updates, or a queryset that is read only if
    the mail isn't written yet."""
    return {"updates": updates, "is_test": is_test}


def is_still_followed(delivery):
    """Whether mail may go to whoever has this address, who wants updates and follows something of
    what this one tells."""
    digest = int(delivery.notification.key)
    return bool(followers()(address_key(delivery.address), digest))


@cache
def followers():
    """Who has an address (its key), wants updates and follows something that a digest (its number)
    tells: asked before each mail."""
    is_about = Q(strand__updates__digests=Gap(1)) | Q(page__updates_about_it__digests=Gap(1))
    own = Subscription.objects.filter(is_about, stakeholder=OuterRef("pk"))
    people = Stakeholder.objects.reachable().filter(address_key=Gap(0), wants_updates=True)
    return Prepared(people.filter(Q(follows_all=True) | Exists(own)).values_list("pk"))


def mail_test(update, address):
    """Send `update`, which need not be saved, to an editor's own address."""
    post(TEST, uuid4().hex, address, context_of([update], is_test=True), of_nobody())


def as_seen(update):
    """{"subject", "text", "html"} of the mail that tells `update`, which need not be saved."""
    mail = render(KINDS[UPDATES], context_of([update]))
    return {
        "subject": mail["subject"],
        "text": fill_in(mail["text"], of_nobody()),
        "html": fill_in_html(mail["html"], of_nobody()),
    }


def of_nobody():
    """Links in the form in which people get theirs, which sign in nobody and unsubscribe nobody."""
    return {
        "preferences_url": absolute("stakeholder_enter", "of-nobody"),
        "unsubscribe_url": absolute("stakeholder_unsubscribe", "of-nobody"),
    }
