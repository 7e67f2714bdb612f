"""What authors hear by mail: the kinds of mail, and what causes each.

A mail's key names its cause, so that nothing is told twice; just before sending, each asks whether
it is still true.
"""

from django.conf import settings
from django.dispatch import receiver

from mailing.kinds import Kind, register
from mailing.outbox import mail, post

from . import links
from .followers import followers_of
from .heard import TOLD, is_left_to_tell, to_tell
from .models import Decision, PublicComment, State
from .places import place_of
from .signals import comment_decided, comment_published


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
        comment, told = decision.comment, to_tell(decision)
        context = {"decision": told, "mine_url": links.mine_url(comment), **about(comment)}
        post(TOLD[told.action], str(decision.pk), comment.user_email, context)


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
    """What the thing is called that a comment is on, to be quoted within a sentence."""
    thing = comment.content_object
    return place_of(thing).title(thing).removesuffix(".")


def is_unconfirmed(delivery):
    comment = links.find_comment("confirm", links.token_in(delivery.personal["confirm_url"]))
    return comment is not None and comment.state == State.UNCONFIRMED


def still_holds(delivery):
    """Whether its author still has to hear of it, and has not withdrawn the comment."""
    decision = (
        Decision.objects.filter(pk=delivery.notification.key).select_related("comment").first()
    )
    if not decision or decision.comment.state == State.WITHDRAWN:
        return False
    return is_left_to_tell(decision)


def is_still_followed(delivery):
    reply = PublicComment.objects.published().filter(uuid=delivery.notification.key).first()
    return bool(reply) and delivery.address in {
        followed.user_email for followed in followers_of(reply)
    }
