"""What authors hear by mail: the kinds of mail, and what causes each.

A mail's key names its cause, so that nothing is told twice; just before sending, each asks whether
it is still true.
"""

from uuid import UUID

from django.conf import settings
from django.dispatch import receiver

from mailing.kinds import Kind, register
from mailing.models import Delivery
from mailing.models import State as Sending
from mailing.outbox import mail, post

from . import links
from .followers import followers_of
from .models import Action, Decision, PublicComment, State
from .places import place_of
from .signals import comment_decided, comment_published

TOLD = {
    Action.APPROVE: "comment-published",
    Action.REJECT: "comment-rejected",
    Action.WITHHOLD: "comment-withheld",
    Action.REDACT: "comment-redacted",
    Action.UNDO: "comment-undone",
}


# In which nobody can say that the author has not heard.
MAY_HAVE_LEFT = {Sending.SENDING, Sending.SENT, Sending.UNKNOWN}


def register_kinds():
    register(
        Kind(
            "comment-confirm",
            "discussion/mail/confirm.html",
            personal=("confirm_url",),
            still_wanted=is_unconfirmed,
            even_if_suppressed=True,
        )
    )
    for name in TOLD.values():
        template = f"discussion/mail/{name.removeprefix('comment-')}.html"
        register(Kind(name, template, still_wanted=still_holds))
    register(
        Kind(
            "comment-reply",
            "discussion/mail/reply.html",
            personal=("unsubscribe_url",),
            still_wanted=is_still_followed,
        )
    )


def confirmation(comment):
    """The mail with the link that proves the address. Nothing of what was typed is in it: whoever
    gets it may never have heard of us. Each time a comment is submitted is a cause of its own."""
    return mail(
        "comment-confirm",
        f"{comment.uuid}-{comment.submit_date:%Y%m%d%H%M%S%f}",
        comment.user_email,
        {"title": title(comment), "days": settings.UNCONFIRMED_COMMENT_DAYS},
        {"confirm_url": links.confirm_url(comment)},
    )


@receiver(comment_decided)
def mail_decision(sender, decision, **kwargs):
    """Tell the author what was decided, and how to appeal."""
    if decision.action in TOLD and decision.comment.user_email:
        comment = decision.comment
        context = {"decision": decision, "mine_url": links.mine_url(comment), **about(comment)}
        post(TOLD[decision.action], str(decision.pk), comment.user_email, context)


@receiver(comment_published)
def mail_followers(sender, comment, **kwargs):
    """Tell those whom the comment answers, if they asked for it."""
    for followed in followers_of(comment):
        post(
            kind="comment-reply",
            key=str(comment.uuid),
            to=followed.user_email,
            context={"comment": comment, **about(comment)},
            personal={"unsubscribe_url": links.mute_url(followed)},
        )


def about(comment):
    url = settings.SITE_URL + comment.get_absolute_url()
    return {"title": title(comment), "comment_url": url}


def title(comment):
    """What the thing is called that a comment is on."""
    thing = comment.content_object
    return place_of(thing).title(thing)


def is_unconfirmed(delivery):
    uuid = UUID(delivery.notification.key.rpartition("-")[0])
    return PublicComment.objects.filter(uuid=uuid, state=State.UNCONFIRMED).exists()


def still_holds(delivery):
    """Whether no other decision came after it, the author has not withdrawn the comment, and, of
    an undo, has heard of what it took back."""
    decision = (
        Decision.objects.filter(pk=delivery.notification.key).select_related("comment").first()
    )
    if not decision or decision.comment.state == State.WITHDRAWN:
        return False
    if decision.action == Action.UNDO and not was_told(decision):
        return False
    return not decision.comment.decisions.filter(pk__gt=decision.pk, action__in=TOLD).exists()


def was_told(undo):
    """Whether the mail of the decision that was taken back has left, or may have."""
    undone = undo.comment.decisions.filter(pk__lt=undo.pk).first()
    mails = Delivery.objects.filter(
        notification__kind=TOLD[undone.action], notification__key=str(undone.pk)
    )
    return mails.filter(state__in=MAY_HAVE_LEFT).exists()


def is_still_followed(delivery):
    reply = PublicComment.objects.published().filter(uuid=delivery.notification.key).first()
    return bool(reply) and delivery.address in {
        followed.user_email for followed in followers_of(reply)
    }
