"""Comments as feeds: those of one page with its statements, those of one statement, and all."""

from core.feeds import SiteFeed
from core.links import absolute


class CommentFeed(SiteFeed):
    """Published comments, newest first."""

    def item_title(self, comment):
        return f"{comment.user_name} on {comment.subject}"

    def item_link(self, comment):
        return absolute(comment.get_absolute_url())

    def item_guid(self, comment):
        return comment.uuid.urn

    def item_description(self, comment):
        return comment.html

    def item_pubdate(self, comment):
        return comment.published_at

    def item_updateddate(self, comment):
        changes = (comment.published_at, comment.edited_at, comment.redacted_at)
        return max(filter(None, changes))

    def item_authors(self, comment):
        return [comment.user_name]
