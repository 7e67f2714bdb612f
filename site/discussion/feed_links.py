"""Where feeds of comments are."""

from core.feeds import FeedLink

ALL_COMMENTS = FeedLink("All comments", "/comments/feed/")


def comments_on(title, key):
    return FeedLink(f"Comments on {title}", f"/comments/feed/{key}/")
