"""What comments hold about their authors, by e-mail address."""

from django.db.models import Q

from core.addresses import address_key

from .models import PublicComment, State
from .signals import comment_shown_otherwise

TAKEN_AS_THEY_ARE = (
    "uuid",
    "place",
    "wording",
    "user_name",
    "user_email",
    "organisation",
    "sector",
    "followup",
    "state",
    "reason",
    "spam_score",
    "spam_signs",
    "submit_date",
    "confirmed_at",
    "published_at",
    "edited_at",
    "redacted_at",
)
OF_A_DECISION = ("action", "reason", "answer", "text_before", "policy_version", "made_at")


def held(address):
    """By the address's key and, should ADDRESS_KEY once have been another, by the address."""
    same = Q(author_key=address_key(address)) | Q(user_email__iexact=address.strip())
    return PublicComment.objects.filter(same).order_by("pk")


def export_comments(address):
    """The comments with the decisions on them; not what moderators note among themselves, and no
    reports: nobody knows who sent those."""
    return [
        {
            "address": comment.get_absolute_url(),
            "text": comment.comment,
            **{name: getattr(comment, name) for name in TAKEN_AS_THEY_ARE},
            "decisions": [
                {name: getattr(decision, name) for name in OF_A_DECISION}
                for decision in comment.decisions.all()
            ],
        }
        for comment in held(address).prefetch_related("decisions")
    ]


def erase_comments(address):
    comments = list(held(address).select_for_update())
    for comment in comments:
        blank(comment)
    return len(comments)


def blank(comment):
    """Delete what the comment says and all that says whose it was. A stone stays where it was
    published, and what moderators decided, without words."""
    comment.state, comment.reason = State.WITHDRAWN, ""
    comment.user = None
    comment.comment = comment.user_name = comment.user_email = comment.user_url = ""
    comment.organisation = comment.sector = comment.author_key = comment.fingerprint = ""
    comment.spam_signs = []
    comment.followup = False
    comment.save()
    comment.decisions.update(text_before="", answer="", note="")
    comment.reports.update(words="")
    if comment.published_at:
        comment_shown_otherwise.send(sender=PublicComment, comment=comment)
