"""What leads to the page on which an editor decides: after publishing, from the page's own menu,
from lists."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import Button

from stakeholders.models import Update
from stakeholders.updates.kinds import KINDS, can_be_told_of, news_of

from .permissions import may_tell
from .urls import urlpatterns

LABEL = "Tell subscribers"


@hooks.register("register_admin_urls")
def register_updates():
    return urlpatterns


@hooks.register("after_publish_page")
def offer_to_tell(request, page):
    # As it is now: the form's own copy knows nothing of the publication.
    published = page.specific_class.objects.get(pk=page.pk)
    news = [each for each in news_of(published) if each.is_true]
    undecided = [each for each in news if not Update.objects.about(each).exists()]
    if undecided and may_tell(request.user, page):
        button = messages.button(reverse("updates_of_page", args=[page.pk]), LABEL)
        messages.info(request, "Subscribers don’t know of it yet.", buttons=[button])


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def button_of_page(page, user, **kwargs):
    if page.live and can_be_told_of(page.specific_class) and may_tell(user, page):
        yield Button(
            LABEL, reverse("updates_of_page", args=[page.pk]), icon_name="mail", priority=45
        )


@hooks.register("register_snippet_listing_buttons")
def buttons_of_snippet(snippet, user, next_url=None):
    for kind in KINDS.values():
        if type(snippet) is kind.model and kind.news(snippet):
            yield Button(
                LABEL, reverse("tell", args=[kind.name, snippet.pk]), icon_name="mail", priority=45
            )
