"""Tells those whose comments were answered in public, once each."""

from django.dispatch import receiver

from core.links import absolute
from mailing.kinds import Kind, register
from mailing.outbox import post

from .models import OfficialResponse, PublicComment
from .signals import response_shown_otherwise


def still_shown(delivery):
    return OfficialResponse.objects.published().filter(pk=delivery.notification.key).exists()


KIND = Kind(
    name="official-response", template="discussion/mail/response.html", still_wanted=still_shown
)
register(KIND)


@receiver(response_shown_otherwise)
def tell_authors(sender, response, **kwargs):
    if not response.is_published:
        return
    comments = PublicComment.objects.published().filter(answers__response=response)
    for address in comments.exclude(user_email="").values_list("user_email", flat=True).distinct():
        post(KIND.name, str(response.pk), address, context_of(response))


def context_of(response):
    words = {name: getattr(response, name) for name in ("asked", "said", "did")}
    url = absolute(response.get_absolute_url())
    return {**words, "organisation": str(response.organisation), "url": url}
