"""Posts and meeting notes as stakeholders hear of them."""

from core.links import absolute
from stakeholders.updates.kinds import UpdateKind, register

from .models import BlogPage, MeetingNotePage


def register_updates():
    register(UpdateKind("post", "New post", BlogPage, published))
    register(UpdateKind("meeting-note", "New meeting note", MeetingNotePage, published))


def published(post):
    return {
        "cause": str(post.pk),
        "page": post,
        "about": post.related_proposal,
        "strand": post.strand_id,
        "title": post.title,
        "summary": post.introduction,
        "url": absolute(post.url),
    }
