from django import forms
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from blog.feeds import all_posts
from core.models import BasePage, BasePageManager, BasePageQuerySet, Strand, VoiceMixin
from core.page_store import tags
from core.panels import help_from_guide
from discussion.models import DiscussedPage
from stakeholders.blocks import BodyBlock

from .author import Author


class BlogQuerySet(BasePageQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-pk")

    def neighbours(self, post):
        """The published posts before and after `post`, in one query, oldest first."""
        earlier = Q(date__lt=post.date) | Q(date=post.date, pk__lt=post.pk)
        later = Q(date__gt=post.date) | Q(date=post.date, pk__gt=post.pk)
        others = self.published().sibling_of(post, inclusive=False)
        return self.filter(
            Q(pk=others.filter(earlier).order_by("-date", "-pk").values("pk")[:1])
            | Q(pk=others.filter(later).order_by("date", "pk").values("pk")[:1])
        ).order_by("date", "pk")

    def months(self):
        """The months that have posts, newest first, as (year, month, number of posts)."""
        return (
            self.order_by()
            .values_list("date__year", "date__month")
            .annotate(number=models.Count("pk"))
            .order_by("-date__year", "-date__month")
        )


class BlogPageTag(TaggedItemBase):
    content_object = ParentalKey(
        "blog.BlogPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class BlogPageAuthor(Orderable):
    page = ParentalKey("blog.BlogPage", on_delete=models.CASCADE, related_name="author_links")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="post_links")

    panels = [FieldPanel("author")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "author"], name="post_author_once")]

    def __str__(self):
        return str(self.author)


class BlogPage(DiscussedPage, VoiceMixin, BasePage):
    """A post: news of the process, an argument, a guest's view."""

    date = models.DateField(default=timezone.localdate)
    strand = models.ForeignKey(
        Strand,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="posts",
        help_text="Leave empty if the post is about the whole process.",
    )
    introduction = models.TextField(
        max_length=280, help_text="What a reader learns here, in a sentence or two. Shown in lists."
    )
    body = StreamField(BodyBlock())
    tags = ClusterTaggableManager(through=BlogPageTag, blank=True)
    related_proposal = models.ForeignKey(
        "proposals.ProposalPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="posts",
        help_text="The proposal that this is about. Readers are led to it at the end.",
    )

    objects = BasePageManager.from_queryset(BlogQuerySet)()

    joined = ("strand",)
    leads_to = ("related_proposal",)

    kind_label = "Post"
    open_graph_type = "article"
    about_panel = MultiFieldPanel(
        [FieldPanel("strand", widget=forms.Select), "related_proposal", "tags"],
        heading="What it is about",
    )
    content_panels = [
        help_from_guide("publish-a-post", "How to publish a post"),
        *BasePage.content_panels,
        "introduction",
        "date",
        InlinePanel("author_links", label="Author", heading="Authors"),
        *VoiceMixin.voice_panels,
        "body",
        about_panel,
        *DiscussedPage.discussion_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []
    page_description = "News of the process, an argument, a guest's view."

    class Meta:
        verbose_name = "post"

    @cached_property
    def authors(self):
        """The authors in the order given, with their organisations."""
        links = self.author_links.select_related("author__organisation")
        return [link.author for link in links]

    @property
    def proposal_to_read(self):
        """The proposal that this is about, as long as readers find it."""
        return self.found("related_proposal")

    @property
    def list_url(self):
        """The address of the blog that holds this post, below which its archives lie."""
        return self.url.removesuffix(f"{self.slug}/")

    @property
    def feeds(self):
        return [all_posts(self.list_url), *self.comment_feeds]

    @cached_property
    def neighbours(self):
        """{"previous": the post before this one or None, "next": the one after}."""
        found = {"previous": None, "next": None}
        for post in BlogPage.objects.neighbours(self):
            later = (post.date, post.pk) > (self.date, self.pk)
            found["next" if later else "previous"] = post
        return found

    def store_tags(self):
        shown = [self.related_proposal, *self.neighbours.values()]
        return {*super().store_tags(), *(tags.page(page.pk) for page in shown if page)}

    def pages_changed_with_it(self):
        return list(BlogPage.objects.neighbours(self))
