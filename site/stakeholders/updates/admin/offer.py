"""The line after a publication that leads whoever published to the page on which they decide."""

from django.urls import reverse
from wagtail.admin import messages

from stakeholders.models import Update
from stakeholders.updates.kinds import news_of

from .permissions import may_tell

LABEL = "Tell subscribers"


def offer_to_tell(request, page):
    """Offer it to those who may, once what was last saved of `page` is what readers see."""
    # As it is now: forms hold copies that know nothing of the publication.
    published = page.specific_class.objects.get(pk=page.pk)
    if published.has_unpublished_changes or not may_tell(request.user, published):
        return
    news = [each for each in news_of(published) if each.is_true]
    if any(not Update.objects.about(each).decided().exists() for each in news):
        button = messages.button(reverse("updates_of_page", args=[page.pk]), LABEL)
        messages.info(request, "Subscribers don’t know of it yet.", buttons=[button])
