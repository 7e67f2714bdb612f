"""For every kind of mail, what on the site causes one: `SAMPLES[kind]()` does it.

Whoever registers a kind adds it here; a test fails until they have.
"""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from discussion import mails
from discussion.models import Action, Decision, State
from discussion.signals import comment_decided, comment_published
from stakeholders.choices import NOTHING
from stakeholders.mails import mail_preferences_link
from stakeholders.models import Frequency
from stakeholders.signing_up import sign_up
from stakeholders.updates.kinds import news_of
from stakeholders.updates.mails import mail_test
from stakeholders.updates.telling import draft, tell
from tests.factories import make_comment, make_post, make_response, make_stakeholder

TITLE = "Sharing records for research"


def a_comment(**fields):
    return make_comment(make_post(TITLE), "I think that this goes too far.", **fields)


def decided(action, state, **fields):
    def cause():
        comment = a_comment(state=state)
        decision = Decision.objects.create(comment=comment, action=action, **fields)
        comment_decided.send(sender=Decision, decision=decision)

    return cause


def undone():
    comment = a_comment(state=State.REJECTED)
    rejection = Decision.objects.create(comment=comment, action=Action.REJECT, reason="off_topic")
    comment_decided.send(sender=Decision, decision=rejection)
    call_command("send_outbox", verbosity=0)
    comment.state = State.PENDING
    comment.save()
    undo = Decision.objects.create(comment=comment, action=Action.UNDO)
    comment_decided.send(sender=Decision, decision=undo)


def confirmation():
    mails.confirmation(a_comment(state=State.UNCONFIRMED)).post()


def reply():
    parent = a_comment(followup=True)
    answer = make_comment(
        parent.content_object, "I disagree.", parent=parent, user_email="cy@example.org"
    )
    comment_published.send(sender=type(answer), comment=answer)


def response():
    make_response(comments=[a_comment()])


def moderators_mail():
    moderator = get_user_model().objects.create_user("mo", email="mo@example.org")
    moderator.groups.add(Group.objects.get(name="Moderators"))
    a_comment(state=State.PENDING, confirmed_at=timezone.now() - timedelta(days=3))
    call_command("mail_moderators", verbosity=0)


def forgotten_password():
    get_user_model().objects.create_user("policy", email="policy@example.org", password="secret")
    Client().post("/account/password/reset/", {"email": "policy@example.org"})


def signed_up():
    sign_up("bo@example.org", NOTHING | {"wants_updates": True, "follows_all": True}, "a page")


def known():
    make_stakeholder("bo@example.org")
    signed_up()


def link():
    mail_preferences_link(make_stakeholder("bo@example.org"))


def update():
    make_stakeholder("bo@example.org", follows_all=True, frequency=Frequency.AT_ONCE)
    tell(news_of(make_post(TITLE))[0], "Three departments say which records they would link.")


def tested_update():
    mail_test(draft(news_of(make_post(TITLE))[0], "Which records we link."), "policy@example.org")


SAMPLES = {
    "as-written": forgotten_password,
    "comment-confirm": confirmation,
    "comment-published": decided(Action.APPROVE, State.PUBLISHED),
    "comment-rejected": decided(Action.REJECT, State.REJECTED, reason="off_topic"),
    "comment-withheld": decided(Action.WITHHOLD, State.WITHHELD, reason="unlawful"),
    "comment-redacted": decided(Action.REDACT, State.PUBLISHED),
    "comment-undone": undone,
    "comment-reply": reply,
    "moderators-alarm": moderators_mail,
    "moderators-digest": moderators_mail,
    "official-response": response,
    "stakeholder-confirm": signed_up,
    "stakeholder-known": known,
    "stakeholder-link": link,
    "updates": update,
    "updates-test": tested_update,
}
