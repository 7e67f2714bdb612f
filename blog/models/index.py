from datetime import date

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from taggit.models import Tag
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from core.blocks import PROSE_FEATURES
from core.models import BasePage, Strand

from .author import Author
from .post import BlogPage


class BlogIndexPage(RoutablePageMixin, BasePage):
    """All posts and meeting notes, newest first; archives by strand, month, author and tag."""

    introduction = RichTextField(features=PROSE_FEATURES, blank=True)

    posts_per_page = 10
    lists_pages_of = ("blog.BlogPage",)
    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.BlogPage", "blog.MeetingNotePage"]
    max_count = 1
    page_description = "Lists all posts and meeting notes."

    class Meta:
        verbose_name = "blog"

    @property
    def posts(self):
        return BlogPage.objects.child_of(self).published()

    @path("")
    def all_posts(self, request):
        return self.render_list(request, self.posts)

    @path("strand/<slug:slug>/")
    def by_strand(self, request, slug):
        strand = get_object_or_404(Strand, slug=slug)
        return self.render_list(request, self.posts.filter(strand=strand), strand.title)

    @path("<int:year>/<int:month>/")
    def by_month(self, request, year, month):
        try:
            first = date(year, month, 1)
        except (ValueError, OverflowError) as error:
            raise Http404("No such month.") from error
        posts = self.posts.filter(date__year=year, date__month=month)
        return self.render_list(request, posts, f"{first:%B %Y}")

    @path("author/<slug:slug>/")
    def by_author(self, request, slug):
        author = get_object_or_404(Author.objects.select_related("organisation"), slug=slug)
        posts = self.posts.filter(author_links__author=author)
        return self.render_list(request, posts, author.name, author=author)

    @path("tag/<slug:slug>/")
    def by_tag(self, request, slug):
        tag = get_object_or_404(Tag, slug=slug)
        return self.render_list(request, self.posts.filter(tags=tag), tag.name)

    def render_list(self, request, posts, heading="", **context):
        """One page of `posts`; an archive without any is no page, so that none can be invented."""
        paginator = Paginator(
            posts.newest_first().select_related("meetingnotepage", "strand"), self.posts_per_page
        )
        try:
            listed = paginator.page(request.GET.get("page", 1))
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404("No such page of posts.") from error
        if heading and not paginator.count:
            raise Http404("No posts there.")
        return self.render(
            request,
            context_overrides={
                "heading": heading,
                "listed": listed,
                "months": self.posts.months(),
                "strands": Strand.objects.filter(posts__in=self.posts).distinct(),
                **context,
            },
        )
