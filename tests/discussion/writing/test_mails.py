"""Authors and followers are told by mail: once, only while it is true, and only what is theirs."""

import pytest
from django.core.management import CommandError, call_command

from discussion import links
from discussion.models import Action, Decision, State
from discussion.signals import comment_decided, comment_published
from mailing.models import Delivery, Notification
from tests.factories import make_comment

AWAY = "django.core.mail.backends.smtp.EmailBackend"


def decide(comment, action, state, **fields):
    """What a moderator's decision does, as far as mails go."""
    before, comment.state = comment.state, state
    comment.save()
    decision = Decision.objects.create(
        comment=comment, action=action, state_before=before, **fields
    )
    comment_decided.send(sender=Decision, decision=decision)
    return decision


def told():
    return list(Notification.objects.order_by("pk").values_list("kind", flat=True))


@pytest.fixture
def send(mailoutbox):
    def run():
        call_command("send_outbox", verbosity=0)
        return mailoutbox

    return run


@pytest.mark.parametrize(
    ("action", "state", "subject"),
    [
        (Action.APPROVE, State.PUBLISHED, "Your comment is published"),
        (Action.REJECT, State.REJECTED, "Your comment is not published"),
        (Action.WITHHOLD, State.WITHHELD, "Your comment is withheld"),
        (Action.REDACT, State.PUBLISHED, "Your comment is published without some of its words"),
    ],
)
def test_author_is_told_of_a_decision(post, send, action, state, subject):
    comment = make_comment(post, state="pending")
    decide(comment, action, state)
    [mail] = send()
    assert mail.subject == subject
    assert mail.to == ["ada@example.org"]
    assert links.mine_url(comment) in mail.body


def test_published_mail_has_the_permanent_link(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.APPROVE, State.PUBLISHED)
    assert f"http://localhost/comments/{comment.uuid}/" in send()[0].body


@pytest.mark.parametrize(
    ("action", "state"), [(Action.REJECT, State.REJECTED), (Action.WITHHOLD, State.WITHHELD)]
)
def test_refusal_gives_the_reason_and_how_to_appeal_without_the_text(post, send, action, state):
    comment = make_comment(post, "What was refused.", state="pending")
    decide(comment, action, state, reason="off_topic", note="A troll, I think.")
    [mail] = send()
    assert "It is not about this page or statement" in mail.body
    assert "Within thirty days" in mail.body
    assert str(comment.uuid) in mail.body
    assert "What was refused." not in mail.body
    assert "troll" not in mail.body


def test_claim_is_quoted_without_its_full_stop(statement, send):
    statement.claim = "Only the smallest extract leaves a department."
    statement.save()
    decide(make_comment(statement), Action.REJECT, State.REJECTED)
    [mail] = send()
    assert "leaves a department”." in mail.body


def test_same_decision_is_told_once(post):
    decision = decide(make_comment(post, state="pending"), Action.APPROVE, State.PUBLISHED)
    comment_decided.send(sender=Decision, decision=decision)
    assert Delivery.objects.count() == 1


def test_decision_undone_before_its_mail_left_is_not_told(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.REJECT, State.REJECTED, reason="abuse")
    decide(comment, Action.UNDO, State.PENDING)
    assert send() == []


@pytest.mark.parametrize(
    ("action", "state", "before", "words"),
    [
        (Action.APPROVE, State.PUBLISHED, State.PENDING, "waits for a moderator again"),
        (Action.REDACT, State.PUBLISHED, State.PUBLISHED, "is published as it was before"),
        (Action.APPROVE, State.PUBLISHED, State.REJECTED, "is not published, as before"),
        (Action.REJECT, State.REJECTED, State.WITHHELD, "is withheld, as before"),
    ],
)
def test_author_who_was_told_of_a_decision_is_told_that_it_is_undone(
    post, send, action, state, before, words
):
    comment = make_comment(post, state=before)
    decide(comment, action, state, reason="abuse")
    send()
    decide(comment, Action.UNDO, before)
    _, mail = send()
    assert mail.subject == "A decision on your comment is taken back"
    assert words in " ".join(mail.body.split())
    assert links.mine_url(comment) in mail.body


def test_undo_of_a_decision_whose_mail_may_have_left_is_told(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.REJECT, State.REJECTED, reason="abuse")
    Delivery.objects.update(state="unknown")
    decide(comment, Action.UNDO, State.PENDING)
    assert [mail.subject for mail in send()] == ["A decision on your comment is taken back"]


def test_undo_is_told_before_what_is_decided_next_or_not_at_all(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.APPROVE, State.PUBLISHED)
    send()
    decide(comment, Action.UNDO, State.PENDING)
    decide(comment, Action.REJECT, State.REJECTED, reason="abuse")
    subjects = [mail.subject for mail in send()]
    assert subjects == ["Your comment is published", "Your comment is not published"]


def test_decision_replaced_before_its_mail_left_is_told_alone(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.APPROVE, State.PUBLISHED)
    decide(comment, Action.WITHHOLD, State.WITHHELD, reason="unlawful")
    assert [mail.subject for mail in send()] == ["Your comment is withheld"]


def test_author_hears_of_the_decision_that_holds_again_and_was_never_told(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.REJECT, State.REJECTED, reason="off_topic", answer="Try the other page.")
    decide(comment, Action.APPROVE, State.PUBLISHED)
    decide(comment, Action.UNDO, State.REJECTED)
    [mail] = send()
    assert mail.subject == "Your comment is not published"
    assert "It is not about this page or statement" in mail.body
    assert "Try the other page." in mail.body


def test_author_who_believes_what_is_undone_hears_of_what_holds_again(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.WITHHOLD, State.WITHHELD, reason="unlawful")
    decide(comment, Action.APPROVE, State.PUBLISHED)
    send()
    decide(comment, Action.UNDO, State.WITHHELD)
    subjects = [mail.subject for mail in send()]
    assert subjects == ["Your comment is published", "Your comment is withheld"]


def test_author_who_knows_what_holds_again_hears_nothing_twice(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.REJECT, State.REJECTED, reason="abuse")
    send()
    decide(comment, Action.APPROVE, State.PUBLISHED)
    decide(comment, Action.UNDO, State.REJECTED)
    assert [mail.subject for mail in send()] == ["Your comment is not published"]


def test_author_hears_that_an_untold_second_undo_leaves_what_was_told_before_untrue(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.REJECT, State.REJECTED, reason="abuse")
    send()
    decide(comment, Action.APPROVE, State.PUBLISHED)
    send()
    decide(comment, Action.UNDO, State.REJECTED)
    decide(comment, Action.WITHHOLD, State.WITHHELD, reason="unlawful")
    decide(comment, Action.UNDO, State.REJECTED)
    *_, mail = send()
    assert len(send()) == 3
    assert mail.subject == "A decision on your comment is taken back"
    assert "is not published, as before" in " ".join(mail.body.split())


def test_decision_that_holds_again_is_told_once(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.REJECT, State.REJECTED, reason="abuse")
    for _ in range(2):
        decide(comment, Action.APPROVE, State.PUBLISHED)
        decide(comment, Action.UNDO, State.REJECTED)
        assert [mail.subject for mail in send()] == ["Your comment is not published"]


def test_withdrawn_comment_and_official_one_get_no_mail(post, send):
    comment = make_comment(post, state="pending")
    decide(comment, Action.REJECT, State.REJECTED)
    comment.state = State.WITHDRAWN
    comment.save()
    decide(make_comment(post, state="pending", user_email=""), Action.APPROVE, State.PUBLISHED)
    assert send() == []


def test_confirmation_names_what_the_comment_is_on(reader, post, send):
    reader.send()
    [mail] = send()
    assert mail.subject == f"Confirm your comment on “{post.title}”"


def test_confirmation_is_not_sent_once_it_is_useless(reader, comments, send):
    reader.send()
    comments.update(state=State.PENDING)
    assert send() == []


def test_comment_is_safe_while_the_mail_server_is_away(reader, comments, send, settings):
    working, settings.MAIL_TRANSPORT = settings.MAIL_TRANSPORT, AWAY
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert reader.send().status_code == 302
    with pytest.raises(CommandError, match="is away"):
        send()
    assert comments.count() == 1
    settings.MAIL_TRANSPORT = working
    Delivery.objects.update(next_attempt_at=None)
    [mail] = send()
    assert mail.to == ["bo@example.org"]


def make_thread(post, **first):
    """A followed comment, and a reply to it by somebody else, just published."""
    parent = make_comment(post, **({"followup": True} | first))
    reply = make_comment(post, "I disagree.", parent=parent, user_email="cy@example.org")
    comment_published.send(sender=type(reply), comment=reply)
    return parent, reply


def test_follower_is_told_of_a_reply_with_its_words_and_place(post, send):
    _, reply = make_thread(post)
    [mail] = send()
    assert mail.to == ["ada@example.org"]
    assert "I disagree." in mail.body
    assert f"/comments/{reply.uuid}/" in mail.body
    assert "cy@example.org" not in mail.message().as_string()


def test_who_did_not_ask_is_not_told(post):
    make_thread(post, followup=False)
    assert told() == []


def test_nobody_is_told_of_their_own_reply(post):
    make_thread(post, user_email="cy@example.org")
    assert told() == []


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_only_authors_of_published_comments_are_followers(post, state):
    make_thread(post, state=state)
    assert told() == []


def test_follower_of_two_comments_above_is_told_once(post):
    first = make_comment(post, followup=True)
    second = make_comment(post, followup=True, parent=first)
    reply = make_comment(post, parent=second, user_email="cy@example.org")
    comment_published.send(sender=type(reply), comment=reply)
    assert Delivery.objects.count() == 1


def test_follower_is_not_told_of_a_neighbour(post):
    first = make_comment(post)
    make_comment(post, parent=first, followup=True)
    reply = make_comment(post, parent=first, user_email="cy@example.org")
    comment_published.send(sender=type(reply), comment=reply)
    assert told() == []


def test_reply_taken_down_before_its_mail_left_is_not_told(post, send):
    _, reply = make_thread(post)
    reply.state = State.WITHHELD
    reply.save()
    assert send() == []


def test_one_click_in_the_mail_program_mutes(post, send, client):
    parent, _ = make_thread(post)
    [mail] = send()
    link = mail.extra_headers["List-Unsubscribe"].strip("<>")
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = link.removeprefix("http://localhost")
    client.get(path)
    parent.refresh_from_db()
    assert parent.followup
    answer = type(client)(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    parent.refresh_from_db()
    assert not parent.followup
    assert "No more mails about this" in client.get(path).content.decode()


def test_muted_thread_sends_no_more(post, send, client):
    parent, _ = make_thread(post)
    client.post(links.mute_url(parent).removeprefix("http://localhost"))
    assert send() == []
    again = make_comment(post, parent=parent, user_email="dee@example.org")
    comment_published.send(sender=type(again), comment=again)
    assert len(told()) == 1


def test_muting_one_thread_leaves_others_alone(post, client):
    parent, _ = make_thread(post)
    other = make_comment(post, followup=True)
    client.post(links.mute_url(parent).removeprefix("http://localhost"))
    other.refresh_from_db()
    assert other.followup
