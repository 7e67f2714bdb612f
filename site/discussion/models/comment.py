import uuid
from datetime import timedelta
from html import unescape

from django.conf import settings
from django.db import models, router, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django_comments.managers import CommentManager
from django_comments.models import Comment
from django_comments_xtd.models import XtdComment

from core.models import Sector
from core.prepared import WrittenOften
from discussion.policy import Reason
from discussion.text import text_hash, to_html

# Three deep: a comment, replies to it, and replies to those.
DEEPEST_LEVEL = 2

# How long a moderator has a comment to themselves.
TAKEN_FOR = timedelta(minutes=15)


class State(models.TextChoices):
    """Where a comment stands. Only published text is ever shown to readers."""

    UNCONFIRMED = "unconfirmed", "Not confirmed by its author"
    PENDING = "pending", "Pending"
    PUBLISHED = "published", "Published"
    REJECTED = "rejected", "Rejected"
    WITHHELD = "withheld", "Withheld"
    WITHDRAWN = "withdrawn", "Withdrawn by its author"


class PublicCommentQuerySet(models.QuerySet):
    def published(self):
        """Comments whose text readers may read: in lists, feeds, counts and exports."""
        # Each was shown, and the index of a place holds only those.
        return self.shown().filter(state=State.PUBLISHED)

    def shown(self):
        """What stands on a page: published text, and a stone for each that was published once."""
        return self.filter(published_at__isnull=False)

    def confirmed(self):
        """All that moderators may see."""
        return self.exclude(state=State.UNCONFIRMED)

    def pending(self):
        return self.filter(state=State.PENDING)

    def below(self, page):
        """Those on this page or one below it."""
        return self.filter(page__path__startswith=page.path)

    def free_for(self, moderator):
        """Those that no other moderator has open."""
        taken_before = timezone.now() - TAKEN_FOR
        return self.filter(
            Q(assigned_to=None) | Q(assigned_to=moderator) | Q(assigned_at__lt=taken_before)
        )

    def at(self, key):
        """Those of one place, by its key."""
        return self.filter(place=key)

    def in_order(self):
        """As they are read: each thread whole, replies below what they answer, oldest first."""
        return self.order_by("path")


class PublicCommentManager(CommentManager.from_queryset(PublicCommentQuerySet)):
    # Rows are joined where somebody asks for it, not in every query.
    def get_queryset(self):
        return PublicCommentQuerySet(self.model, using=self._db)


class PublicComment(WrittenOften, XtdComment):
    """A comment by a member of the public, or an official one by a spokesperson.

    Names, address, text and thread are in the tables of django-comments-xtd; this row adds where
    the comment stands, in which words, and what became of it.
    """

    # Names it in public addresses, and names the form that sent it: a form sent twice is one row.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.PROTECT,
        related_name="public_comments",
        db_index=False,  # `comment_page` begins with it.
    )
    # The key of the page or statement it is on (`discussion.places`).
    place = models.CharField(max_length=32)
    # Sorts a place's comments as they are read: the ids from the thread's first to this one.
    path = models.CharField(max_length=33, blank=True)
    # What was commented on, as it read then.
    wording = models.CharField(max_length=200, blank=True)
    wording_hash = models.CharField(max_length=64, blank=True)

    organisation = models.CharField(max_length=160, blank=True)
    sector = models.CharField(max_length=20, choices=Sector, blank=True)
    is_official = models.BooleanField("official", default=False)
    # A keyed hash of the address (`core.addresses`): whose record it belongs to.
    author_key = models.CharField(max_length=64, blank=True)
    # One text by one address on one place is one comment; empty once it no longer stands.
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    # Of the text alone: whether the same was sent elsewhere, or under another address.
    text_hash = models.CharField(max_length=64, blank=True, editable=False)
    # `comment` as safe HTML.
    html = models.TextField(editable=False)

    state = models.CharField(max_length=12, choices=State, default=State.UNCONFIRMED)
    reason = models.CharField(max_length=16, choices=Reason, blank=True)
    spam_score = models.SmallIntegerField(default=0)
    # What the scorer held against it, in words for moderators.
    spam_signs = models.JSONField(default=list, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    # When its text first became public; a comment that never was leaves no stone.
    published_at = models.DateTimeField(null=True, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    redacted_at = models.DateTimeField(null=True, blank=True)
    # The moderator who has it open, so that two don't take the same one.
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assigned_comments",
    )
    assigned_at = models.DateTimeField(null=True, blank=True)
    # When moderators were told that it waits too long.
    alarmed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PublicCommentManager()

    class Meta:
        verbose_name = "public comment"
        default_permissions = []
        permissions = [("moderate_publiccomment", "Can moderate public comments")]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"], condition=~Q(fingerprint=""), name="comment_sent_once"
            )
        ]
        # A field's own index would be two on PostgreSQL, one of them for LIKE.
        indexes = [
            models.Index(fields=["author_key"], name="comment_author"),
            models.Index(fields=["text_hash"], name="comment_text"),
            models.Index(
                fields=["place", "path", "state"],
                condition=Q(published_at__isnull=False),
                name="comment_shown",
            ),
            models.Index(fields=["state", "-published_at"], name="comment_newest"),
            models.Index(fields=["state", "confirmed_at"], name="comment_queue"),
            models.Index(fields=["page", "state"], name="comment_page"),
        ]

    def __str__(self):
        return f"{self.user_name}: {Truncator(self.plain_text).chars(50)}"

    def save(self, *args, **kwargs):
        self.is_public = self.state == State.PUBLISHED
        self.html = to_html(self.comment)
        self.text_hash = text_hash(self.comment)
        self.submit_date = self.submit_date or timezone.now()
        if self.pk:
            super().save(*args, **kwargs)
        else:
            self._save_new()

    def _save_new(self):
        """Take a place in the thread. Replies that come at once wait for each other; the package
        would rewrite the rows of the whole thread for each."""
        parent = PublicComment.objects.get(pk=self.parent_id) if self.parent_id else None
        if parent:
            self.thread_id, self.level = parent.thread_id, parent.level + 1
            if self.level > DEEPEST_LEVEL:
                raise ValueError("Threads are three deep.")
        with transaction.atomic(savepoint=False):
            if parent:
                PublicComment.objects.select_for_update().get(pk=parent.thread_id)
            self._insert(above=parent.path if parent else "")

    def _insert(self, above):
        """Write its rows in three tables, each once: the first gives the number that the others
        hold. `above` is the path of what it answers."""
        self._insert_into(Comment)
        self.comment_ptr_id = self.xtdcomment_ptr_id = self.id
        self.path = f"{above}{self.pk:011d}"
        if not self.parent_id:
            self.parent_id = self.thread_id = self.pk
        self._insert_into(XtdComment)
        self._insert_into(PublicComment)
        self._state.adding = False

    def _insert_into(self, model):
        """Write the row of the table of `model` alone, as Django does for each table of a row."""
        self._save_table(
            raw=True, cls=model, force_insert=True, using=router.db_for_write(PublicComment)
        )

    @property
    def subject(self):
        """What it is on, in words: the wording, or the title of the page."""
        return self.wording or self.page.title

    @property
    def can_be_answered(self):
        return self.state == State.PUBLISHED and self.level < DEEPEST_LEVEL

    @property
    def taken_by(self):
        """The moderator who has it open, None when nobody has or not any more."""
        if self.assigned_to_id and self.assigned_at > timezone.now() - TAKEN_FOR:
            return self.assigned_to
        return None

    @property
    def is_waiting_since(self):
        return self.confirmed_at or self.submit_date

    @property
    def plain_text(self):
        """Its words in one line, without the marks of Markdown, for lists."""
        return " ".join(unescape(strip_tags(self.html)).split())

    def get_absolute_url(self):
        """The permanent address: it leads to the page of the discussion that holds the comment."""
        return f"/comments/{self.uuid}/"

    def mark_published(self):
        self.state = State.PUBLISHED
        self.reason = ""
        self.published_at = self.published_at or timezone.now()
