from .author import Author
from .index import BlogIndexPage
from .meeting import DiscussedStatement, MeetingNotePage
from .post import BlogPage, BlogPageAuthor, BlogPageTag

__all__ = [
    "Author",
    "BlogIndexPage",
    "BlogPage",
    "BlogPageAuthor",
    "BlogPageTag",
    "DiscussedStatement",
    "MeetingNotePage",
]
