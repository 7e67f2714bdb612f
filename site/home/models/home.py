from django.db import models
from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from blog.models import BlogPage
from core.blocks import PROSE_FEATURES
from core.models import BasePage
from core.page_store import tags
from discussion.feed_links import ALL_COMMENTS
from discussion.newest import readable_comments
from discussion.stored_pages import COMMENTS
from process.models import ProcessPage
from proposals.models import ProposalPage
from proposals.models.index import with_kind_counts
from proposals.models.proposal import Status


class HomePage(BasePage):
    """The front door: what this is, where the process stands, what is open, what is new."""

    lede = models.TextField(
        max_length=400, help_text="Under the title: what this is about and what is promised."
    )
    what_it_is = RichTextField(features=PROSE_FEATURES)
    what_it_is_not = RichTextField(features=PROSE_FEATURES)
    coordinators = RichTextField(
        "who coordinates it",
        features=PROSE_FEATURES,
        help_text="Both partners, and what each does.",
    )
    signup_heading = models.CharField("heading", max_length=80, blank=True)
    signup_text = RichTextField("text", features=PROSE_FEATURES, blank=True)
    signup_page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="page",
        help_text="Where the call leads. Left empty, the call is not shown.",
    )

    is_front_door = True
    leads_to = ("signup_page",)
    feeds = (ALL_COMMENTS,)
    newest_posts_shown = 6
    newest_comments_shown = 3
    lists_pages_of = ("blog.BlogPage", "process.ProcessPage", "proposals.ProposalPage")
    content_panels = [
        *BasePage.content_panels,
        "lede",
        MultiFieldPanel(["what_it_is", "what_it_is_not", "coordinators"], heading="What this is"),
        MultiFieldPanel(
            ["signup_heading", "signup_text", "signup_page"], heading="Call to sign up"
        ),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "blog.BlogIndexPage",
        "process.ProcessPage",
        "proposals.ProposalIndexPage",
        "agreement.AgreementIndexPage",
        "discussion.ResponsesPage",
        "discussion.ModerationPage",
        "home.StandardPage",
    ]
    max_count = 1
    page_description = "The front door of the site."

    class Meta:
        verbose_name = "home page"

    def become_blank(self):
        """Say again what a new site says, and publish that."""
        self.title = "Welcome"
        self.lede = (
            "This site has just been set up. Its editors will soon say here what it is about."
        )
        self.what_it_is = "<p>A place where a policy is made in the open.</p>"
        self.what_it_is_not = "<p>A place where anything has been decided.</p>"
        self.coordinators = "<p>The editors of this site.</p>"
        self.signup_heading = self.signup_text = ""
        self.signup_page = None
        self.save_revision().publish()

    @property
    def page_of_call(self):
        """Where the call to sign up leads: without it, there is no call."""
        return self.found("signup_page")

    @property
    def words_of_call(self):
        return self.signup_heading or "Sign up"

    def store_tags(self):
        called = {tags.page(self.signup_page_id)} if self.signup_page_id else set()
        return super().store_tags() | called | {COMMENTS}

    def get_context(self, request, *args, **kwargs):
        proposals = ProposalPage.objects.descendant_of(self).published()
        current = proposals.with_status(Status.OPEN) | proposals.with_status(Status.FORTHCOMING)
        posts = BlogPage.objects.descendant_of(self).published().newest_first()
        posts = posts.select_related("meetingnotepage", "strand").defer_streamfields()
        return {
            **super().get_context(request, *args, **kwargs),
            "process": ProcessPage.objects.child_of(self).published().first(),
            "proposals": with_kind_counts(
                current.select_related("strand")
                .defer_streamfields()
                .order_by("opens", "closes", "pk")
            ),
            "comments": readable_comments()[: self.newest_comments_shown],
            "posts": posts[: self.newest_posts_shown],
        }
