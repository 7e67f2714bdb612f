from wagtail.fields import RichTextField

from core.blocks import PROSE_FEATURES
from core.models import BasePage
from core.page_store import tags
from discussion import record
from discussion.waits import in_words

from .decision import Decision


class ModerationPage(BasePage):
    """ "How we moderate": what moderators do, and a record of what they did."""

    introduction = RichTextField(
        features=PROSE_FEATURES,
        help_text="Who reads comments, by which policy, and how to appeal. Link to the policy.",
    )

    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "Says how comments are moderated, with figures."

    class Meta:
        verbose_name = "how we moderate"

    def store_tags(self):
        return super().store_tags() | {tags.listing(Decision)}

    def get_context(self, request, *args, **kwargs):
        wait = record.usual_wait()
        return {
            **super().get_context(request, *args, **kwargs),
            "columns": record.COLUMNS,
            "months": record.by_month(),
            "wait": in_words(wait) if wait is not None else "",
            "appeals": record.appeals(),
        }
