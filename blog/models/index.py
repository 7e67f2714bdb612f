from datetime import date

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from taggit.models import Tag
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from blog.feeds import PostFeed, all_posts
from core.blocks import PROSE_FEATURES
from core.feeds import FeedLink
from core.models import BasePage, Strand

from .author import Author
from .post import BlogPage


class BlogIndexPage(RoutablePageMixin, BasePage):
    """All posts and meeting notes, newest first; archives by strand, month, author and tag."""

    introduction = RichTextField(features=PROSE_FEATURES, blank=True)

    posts_per_page = 10
    parameters = ("page",)
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

    @property
    def feeds(self):
        return [all_posts(self.url)]

    def get_route_paths(self):
        """The archives that people link to, which must be found when the blog has moved."""
        strands = self.strands.values_list("slug", flat=True)
        authors = Author.objects.values_list("slug", flat=True)
        months = (f"/{year}/{month}/" for year, month, _ in self.posts.months())
        lists = [
            *(f"/strand/{slug}/" for slug in strands),
            *(f"/author/{slug}/" for slug in authors),
        ]
        return ["/", "/feed/", *lists, *(f"{place}feed/" for place in lists), *months]

    @property
    def strands(self):
        """Those that have posts."""
        return Strand.objects.filter(posts__in=self.posts).distinct()

    @path("")
    def all_posts(self, request):
        return self.render_list(request, self.posts)

    @path("feed/")
    def feed(self, request):
        return PostFeed(self, *self.feeds, self.posts)(request)

    @path("strand/<slug:slug>/")
    def by_strand(self, request, slug):
        strand, posts, feed = self.of_strand(slug)
        return self.render_list(request, posts, strand.title, feeds=[feed, *self.feeds])

    @path("strand/<slug:slug>/feed/")
    def strand_feed(self, request, slug):
        _strand, posts, feed = self.of_strand(slug)
        return PostFeed(self, feed, posts)(request)

    def of_strand(self, slug):
        """(the strand, its posts, the link to their feed)"""
        strand = get_object_or_404(Strand, slug=slug)
        feed = FeedLink(f"Posts on {strand.title}", f"{self.url}strand/{slug}/feed/")
        return strand, self.posts.filter(strand=strand), feed

    @path("<int:year>/<int:month>/")
    def by_month(self, request, year, month):
        try:
            first = date(year, month, 1)
        except (ValueError, OverflowError) as error:
            raise Http404("No such month.") from error
        if not request.path.endswith(f"/{year}/{month}/"):
            raise Http404("No such month.")
        posts = self.posts.filter(date__year=year, date__month=month)
        return self.render_list(request, posts, f"{first:%B %Y}")

    @path("author/<slug:slug>/")
    def by_author(self, request, slug):
        author, posts, feed = self.of_author(slug)
        return self.render_list(
            request, posts, author.name, author=author, feeds=[feed, *self.feeds]
        )

    @path("author/<slug:slug>/feed/")
    def author_feed(self, request, slug):
        _author, posts, feed = self.of_author(slug)
        return PostFeed(self, feed, posts)(request)

    def of_author(self, slug):
        """(the author, their posts, the link to their feed)"""
        author = get_object_or_404(Author.objects.select_related("organisation"), slug=slug)
        feed = FeedLink(f"Posts by {author.name}", f"{self.url}author/{slug}/feed/")
        return author, self.posts.filter(author_links__author=author), feed

    @path("tag/<slug:slug>/")
    def by_tag(self, request, slug):
        tag = get_object_or_404(Tag, slug=slug)
        return self.render_list(request, self.posts.filter(tags=tag), tag.name)

    def render_list(self, request, posts, heading="", **context):
        """One page of `posts`; an archive without any is no page, so that none can be invented."""
        paginator = Paginator(
            posts.newest_first().select_related("meetingnotepage", "strand").defer_streamfields(),
            self.posts_per_page,
        )
        number = request.GET.get("page", "1")
        try:
            listed = paginator.page(number)
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404("No such page of posts.") from error
        # "01" is 1 to a paginator, and another address to those who keep pages.
        if str(listed.number) != number:
            raise Http404("No such page of posts.")
        if heading and not paginator.count:
            raise Http404("No posts there.")
        return self.render(
            request,
            context_overrides={
                "archive_path": request.path.removeprefix(self.url),
                "feeds": self.feeds,
                "heading": heading,
                "listed": listed,
                "months": self.posts.months(),
                "strands": self.strands,
                **context,
            },
        )
