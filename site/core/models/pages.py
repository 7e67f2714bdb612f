from functools import cache
from operator import attrgetter

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import Truncator
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.forms import BasePageForm
from core.page_store import tags
from core.share.card import Card

from .querysets import BasePageQuerySet


class BasePage(Page):
    """What every page of this site is: found in one query, stored whole, placed in the tree."""

    # Labels ("app.Model") of the page models whose pages this one lists.
    lists_pages_of = ()

    # What an address may add behind "?" to see another part or order of this page.
    parameters = ()

    # Foreign keys that the page shows: the router reads them together with it.
    joined = ()

    # Foreign keys to pages that it leads to, as far as readers find them (see `found`).
    leads_to = ()

    # The feeds that tell of this page's like, as FeedLinks: readers' programs find them by it.
    feeds = ()

    # What Open Graph calls this page.
    open_graph_type = "website"

    # The home page says otherwise.
    is_front_door = False

    # Set by the router when neither this page nor one above it is restricted.
    is_open_to_all = False

    base_form_class = BasePageForm
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    heading="Address",
                    help_text="The last part of this page's address. Links to the old one lead on.",
                ),
                FieldPanel(
                    "seo_title",
                    heading="Title for search engines",
                    help_text="Leave empty to use the page's title.",
                ),
                FieldPanel(
                    "search_description",
                    heading="Description for search engines",
                    help_text="Leave empty to use the page's own summary.",
                ),
                FieldPanel(
                    "show_in_menus",
                    help_text="Whether the top of every page links to this one.",
                ),
            ],
            heading="Address and how search engines see it",
        )
    ]

    class Meta:
        abstract = True

    @cached_property
    def url(self):
        """Its address, None where it has none. Wagtail asks the cache that all workers share each
        time."""
        return self.get_url()

    @cached_property
    def breadcrumbs(self):
        """The pages above this one, from the home page down. The router sets it from its query."""
        return list(self.get_ancestors().filter(depth__gt=1))

    def get_view_restrictions(self):
        """Wagtail's rule, without asking when the router found that there is none to apply."""
        return [] if self.is_open_to_all else super().get_view_restrictions()

    @property
    def description(self):
        """What search engines and shared links say of this page: in its own words by default."""
        own_words = (getattr(self, name, "") for name in ("summary", "introduction", "lede"))
        text = self.search_description or next(filter(None, own_words), "")
        return Truncator(strip_tags(text)).chars(160)

    @property
    def share_card(self):
        """What the image shows that goes with shared links to this page."""
        strand = getattr(self, "strand", None)
        return Card(settings.WAGTAIL_SITE_NAME, strand.title if strand else "", self.title)

    @property
    def columns(self):
        """All values of its row, streams as they are stored: ingredients of a text that is kept."""
        return get_columns(type(self))(self)

    def found(self, key):
        """The page that a foreign key names, None unless readers find it."""
        page = getattr(self, key)
        if not page:
            return None
        # The router asked along with its query; a preview was never there.
        is_known = getattr(self, f"{key}_is_found", None)
        if is_known is None:
            is_known = BasePageQuerySet(Page).published().filter(pk=page.pk).exists()
        return page if is_known else None

    def store_tags(self):
        """The page store's tags for what this page shows."""
        named = [self, *self.breadcrumbs[1:]]
        listed = (tags.listing(label) for label in self.lists_pages_of)
        return {tags.itself(self.pk), *(tags.page(page.pk) for page in named), *listed}

    def pages_changed_with_it(self):
        """Other pages that look different when this one is published or taken down."""
        return []


@cache
def get_columns(model):
    """What reads all values of a row of `model`."""
    return attrgetter(
        *(
            f"{field.attname}.raw_data" if isinstance(field, StreamField) else field.attname
            for field in model._meta.concrete_fields
        )
    )
