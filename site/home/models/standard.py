from django.db import models
from wagtail.fields import StreamField
from wagtail.search import index

from core.models import BasePage, VoiceMixin
from stakeholders.blocks import BodyBlock


class StandardPage(VoiceMixin, BasePage):
    """Prose that stays: about, privacy notice, comment policy, accessibility statement."""

    introduction = models.TextField(
        max_length=280, blank=True, help_text="What this page tells, in a sentence or two."
    )
    body = StreamField(BodyBlock())

    content_panels = [*BasePage.content_panels, "introduction", *VoiceMixin.voice_panels, "body"]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    page_description = "Prose that stays, such as a policy or a notice."

    class Meta:
        verbose_name = "standard page"
