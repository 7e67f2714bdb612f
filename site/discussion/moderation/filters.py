import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page

from discussion.models import Action, Decision, PublicComment
from discussion.policy import Reason
from discussion.spam import HOLD_FROM

MINE, FREE = "me", "nobody"


def discussed_pages(request):
    comments = PublicComment.objects.filter(page=OuterRef("pk"))
    return Page.objects.filter(Exists(comments)).order_by("title")


class CommentFilterSet(WagtailFilterSet):
    page = django_filters.ModelChoiceFilter(label="Page", queryset=discussed_pages)
    reason = django_filters.ChoiceFilter(label="Reason", choices=Reason.choices)
    spam = django_filters.ChoiceFilter(
        label="Spam",
        choices=[("yes", "Looks like spam"), ("no", "Looks fine")],
        method="filter_spam",
    )
    taken = django_filters.ChoiceFilter(
        label="Assigned",
        choices=[(MINE, "To me"), (FREE, "To nobody else")],
        method="filter_taken",
    )
    confirmed_at = django_filters.DateFromToRangeFilter(
        label="Received", widget=DateRangePickerWidget
    )

    class Meta:
        model = PublicComment
        fields = ()

    def filter_spam(self, comments, name, value):
        suspicious = {"spam_score__gte": HOLD_FROM}
        return comments.filter(**suspicious) if value == "yes" else comments.exclude(**suspicious)

    def filter_taken(self, comments, name, value):
        user = self.request.user
        free = comments.free_for(user)
        return free.filter(assigned_to=user) if value == MINE else free


def moderators(request):
    decisions = Decision.objects.filter(moderator=OuterRef("pk"))
    return get_user_model().objects.filter(Exists(decisions))


class DecisionFilterSet(WagtailFilterSet):
    action = django_filters.ChoiceFilter(label="Decision", choices=Action.choices)
    reason = django_filters.ChoiceFilter(label="Reason", choices=Reason.choices)
    moderator = django_filters.ModelChoiceFilter(label="Moderator", queryset=moderators)
    made_at = django_filters.DateFromToRangeFilter(label="When", widget=DateRangePickerWidget)

    class Meta:
        model = Decision
        fields = ()
