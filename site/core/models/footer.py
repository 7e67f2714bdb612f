from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Page


@register_setting(icon="list-ul")
class Footer(BaseSiteSetting, ClusterableModel):
    """What stands at the foot of every page: who runs the site, how to reach them, small print."""

    coordinated_by = models.CharField(
        max_length=200,
        default="Coordinated by a civil society organisation and the policy team.",
        help_text="One sentence that says who runs this site.",
    )
    contact_email = models.EmailField(
        "contact address",
        blank=True,
        help_text="Shown on every page. A shared mailbox, not a person's.",
    )

    panels = [
        FieldPanel("coordinated_by"),
        FieldPanel("contact_email"),
        InlinePanel("links", label="Link", heading="Links"),
    ]

    class Meta:
        verbose_name = "footer"

    def __str__(self):
        return "Footer"


class FooterLink(Orderable):
    footer = ParentalKey(Footer, on_delete=models.CASCADE, related_name="links")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="footer_links")

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["footer", "page"], name="footer_link_once")]

    def __str__(self):
        return str(self.page)
