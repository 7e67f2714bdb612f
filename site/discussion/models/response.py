from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import Truncator
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.models import Page

from core.models import BasePageQuerySet, Organisation
from discussion import places
from discussion.response_forms import OfficialResponseForm
from discussion.signals import response_shown_otherwise

from .comment import PublicComment, State


class OfficialResponseQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-date", "-pk")

    def published(self):
        return self.filter(is_published=True)

    def at(self, key):
        """Those shown at one place, by its key: they answer it, or comments on it."""
        return self.filter(pk__in=ResponsePlace.objects.filter(place=key).values("response"))

    def about(self, page):
        """Those that answer the page, something on it, or comments on either."""
        return self.filter(pk__in=ResponsePlace.objects.filter(page=page).values("response"))

    def with_whether_found(self):
        """Each with `is_found`: whether readers find it, on whatever page."""
        shown_at = ResponsePlace.objects.found().filter(response=models.OuterRef("pk"))
        return self.annotate(is_found=models.Exists(shown_at))


class OfficialResponse(ClusterableModel):
    """What an organisation answers: we asked, you said, we did. It answers a page or a statement,
    any number of comments at once, or both."""

    asked = models.TextField("we asked", max_length=1000)
    said = models.TextField(
        "you said",
        max_length=2000,
        help_text="What people told you, in your words. Quote nobody who is not published.",
    )
    did = models.TextField(
        "we did", max_length=2000, help_text="What you changed, or why you did not."
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    answered_by = models.CharField(
        "by whom", max_length=120, blank=True, help_text="A role or a name, such as “policy lead”."
    )
    date = models.DateField(default=timezone.localdate)
    # The key of the page or statement it answers as a whole (`discussion.places`).
    place = models.CharField("page or statement", max_length=32, blank=True)
    is_published = models.BooleanField(
        "published",
        default=False,
        help_text="Readers see it, and the authors of the comments are told once.",
    )

    objects = OfficialResponseQuerySet.as_manager()

    base_form_class = OfficialResponseForm
    panels = [
        MultiFieldPanel(["asked", "said", "did"], heading="What is answered"),
        FieldRowPanel(["organisation", "answered_by", "date"], heading="By whom"),
        FieldPanel("place"),
        MultipleChooserPanel(
            "answered_comments",
            chooser_field_name="comment",
            label="Comment",
            heading="Comments answered",
        ),
        FieldPanel("is_published"),
    ]

    class Meta:
        verbose_name = "official response"

    def __str__(self):
        return f"{self.organisation}, {self.date}: {Truncator(self.asked).chars(60)}"

    def get_absolute_url(self):
        """The permanent address: it leads to where readers find it now."""
        return f"/comments/responses/{self.pk}/"

    @transaction.atomic
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.settle()

    def settle(self):
        """Write where readers find it: nowhere unless it is published."""
        shown = self.found_at() if self.is_published else {}
        pages = {*shown.values(), *self.shown_at.values_list("page_id", flat=True)}
        self.shown_at.all().delete()
        ResponsePlace.objects.bulk_create(
            ResponsePlace(response=self, place=key, page_id=page) for key, page in shown.items()
        )
        response_shown_otherwise.send(sender=type(self), response=self, pages=pages)

    def found_at(self):
        """{key: number of the page} of what it answers and of what its comments are on."""
        comments = self.answered_comments.values_list("comment__place", "comment__page")
        found = dict(comments)
        place, thing = places.find(self.place)
        if thing:
            found[self.place] = place.page(thing).pk
        return found


class AnsweredComment(models.Model):
    response = ParentalKey(
        OfficialResponse, on_delete=models.CASCADE, related_name="answered_comments"
    )
    comment = models.ForeignKey(PublicComment, on_delete=models.PROTECT, related_name="answers")

    panels = ["comment"]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "comment"], name="comment_answered_once")
        ]

    def __str__(self):
        return str(self.comment)

    def clean(self):
        if self._state.adding and self.comment_id and self.comment.state != State.PUBLISHED:
            raise ValidationError("Only published comments are answered in public.")


class ResponsePlaceQuerySet(models.QuerySet):
    def found(self):
        """Those on pages that readers find."""
        return self.filter(page__in=BasePageQuerySet(Page).published())


class ResponsePlace(models.Model):
    """Where a published response is shown. Written when it is saved."""

    response = models.ForeignKey(
        OfficialResponse, on_delete=models.CASCADE, related_name="shown_at"
    )
    place = models.CharField(max_length=32, db_index=True)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    objects = ResponsePlaceQuerySet.as_manager()

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.place
