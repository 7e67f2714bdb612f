"""What the queue shows of each comment."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import Truncator
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn as CheckboxColumn
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, DateColumn, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets.button import ListingButton

from .actions import actions_for

EXCERPT = 200


def has_it(comment):
    return get_user_display_name(comment.taken_by) if comment.taken_by else ""


def excerpt(comment):
    return Truncator(comment.comment).chars(EXCERPT)


class TextColumn(ButtonsColumnMixin, TitleColumn):
    """The text as it begins, and what can be decided at once; each asks before it is done."""

    def __init__(self, tab):
        super().__init__(
            "comment",
            label="Comment",
            accessor=excerpt,
            url_name="comments:comment",
            link_classname="moderation-excerpt",
            get_title_id=lambda comment: f"comment_{comment.pk}_title",
        )
        self.tab = tab

    def get_buttons(self, comment, parent_context):
        back = urlencode({"id": comment.pk, "next": parent_context["request"].get_full_path()})
        addresses = {
            action.label: f"{action.url(self.tab.name)}?{back}"
            for action in actions_for(self.tab.state, self.tab.is_reported)
        } | {"Redact": reverse("comments:redact", args=[comment.pk])}
        described = {"aria-describedby": f"comment_{comment.pk}_title"}
        return [
            ListingButton(label, address, attrs=described, priority=number)
            for number, (label, address) in enumerate(addresses.items())
        ]


class TwoLines(Column):
    """A value with a smaller one below it: `accessor` gives both."""

    cell_template_name = "discussion/moderation/_two_lines.html"


def where(comment):
    return comment.page.title, comment.wording


def author(comment):
    official = "Official" if comment.is_official else ""
    return comment.user_name, ", ".join(filter(None, [official, comment.organisation]))


def spam(comment):
    return comment.spam_score or "", "; ".join(comment.spam_signs)


def reports(comment):
    reasons = [report.get_reason_display() for report in comment.unsettled_reports]
    return len(reasons), "; ".join(sorted(set(reasons)))


OPTIONAL = {
    "spam": TwoLines("spam", label="Spam", accessor=spam, sort_key="spam_score"),
    "taken": Column("taken", label="Assigned to", accessor=has_it),
    "reports": TwoLines("reports", label="Reports", accessor=reports),
    "reason": Column("reason", label="Reason", accessor="get_reason_display", sort_key="reason"),
}


def columns_of(tab):
    received = "Waiting since" if tab.name == "pending" else "Received"
    return [
        CheckboxColumn("bulk_actions", obj_type="comment"),
        TextColumn(tab),
        TwoLines("place", label="On", accessor=where, sort_key="page__title"),
        TwoLines("author", label="By", accessor=author, sort_key="user_name"),
        DateColumn("confirmed_at", label=received, sort_key="confirmed_at"),
        *(OPTIONAL[name] for name in tab.columns),
    ]
