from core.days import start_of
from core.feeds import FeedLink, PageFeed


def all_posts(blog_url):
    return FeedLink("All posts", f"{blog_url}feed/")


class PostFeed(PageFeed):
    """Posts and meeting notes, newest first."""

    def items(self):
        return (
            self.entries.newest_first()
            .select_related("strand")
            .prefetch_related("author_links__author")[: self.newest_shown]
        )

    def item_pubdate(self, post):
        return start_of(post.date)

    def item_updateddate(self, post):
        return post.last_published_at or start_of(post.date)

    def item_description(self, post):
        return self.as_html(post.introduction)

    def item_authors(self, post):
        return [link.author for link in post.author_links.all()]
