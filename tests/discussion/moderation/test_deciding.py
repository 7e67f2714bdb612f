"""One decision, one row; what readers see follows from it."""

import pytest
from django.db import transaction

from discussion import decisions
from discussion.decisions import DecisionRefused
from discussion.models import Action, Decision, PublicComment, Report
from discussion.policy import POLICY_VERSION, Reason
from discussion.signals import comment_decided
from tests.factories import make_comment

STATES = ("unconfirmed", "pending", "published", "rejected", "withheld", "withdrawn")
# What each action makes of a comment, and from which states.
RULES = {
    "approve": ("published", {"pending", "rejected", "withheld"}),
    "reject": ("rejected", {"pending", "published", "withheld"}),
    "withhold": ("withheld", {"pending", "published"}),
    "redact": ("published", {"pending", "published", "rejected", "withheld"}),
    "keep": ("published", {"published"}),
}
WORDS = {
    "reject": {"reason": Reason.ABUSE},
    "withhold": {"reason": Reason.UNLAWFUL},
    "redact": {"reason": Reason.PERSONAL_DATA, "text": "[removed: names a private person]"},
}


def decide(action, comment, moderator, **words):
    return getattr(decisions, action)(comment, moderator, **WORDS.get(action, {}), **words)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("action", RULES)
def test_each_decision_is_taken_from_some_states_alone(post, moderator, heard, action, state):
    comment = make_comment(post, state=state)
    becomes, states = RULES[action]
    if state in states:
        decide(action, comment, moderator)
        comment.refresh_from_db()
        assert comment.state == becomes
        assert heard[0] == "decided"
    else:
        with pytest.raises(DecisionRefused):
            decide(action, comment, moderator)
        comment.refresh_from_db()
        assert (comment.state, heard) == (state, [])
        assert not Decision.objects.exists()


def test_decision_says_who_when_why_and_under_which_policy(pending, moderator):
    decision = decisions.reject(
        pending, moderator, Reason.ABUSE, note="Third time.", answer="Please don’t.", is_appeal=True
    )
    kept = Decision.objects.get()
    assert kept == decision
    assert (kept.moderator, kept.action, kept.reason) == (moderator, "reject", "abuse")
    assert (kept.note, kept.answer, kept.is_appeal) == ("Third time.", "Please don’t.", True)
    assert (kept.state_before, kept.text_before) == ("pending", "")
    assert kept.policy_version == POLICY_VERSION
    pending.refresh_from_db()
    assert pending.reason == "abuse"


def test_first_publication_is_told_and_remembered(pending, moderator, heard):
    decisions.approve(pending, moderator)
    pending.refresh_from_db()
    assert pending.published_at
    assert pending.is_public
    assert heard == ["decided", "published", "shown otherwise"]


def test_second_publication_is_no_first_one(published, moderator, heard):
    first = published.published_at
    decisions.withhold(published, moderator, Reason.UNLAWFUL)
    published.refresh_from_db()
    assert (published.published_at, published.is_public) == (first, False)
    decisions.approve(published, moderator)
    published.refresh_from_db()
    assert (published.published_at, published.reason) == (first, "")
    assert heard == ["decided", "shown otherwise"] * 2


def test_what_was_never_published_changes_nothing_for_readers(pending, moderator, heard):
    decisions.reject(pending, moderator, Reason.ABUSE)
    assert heard == ["decided"]


def test_approving_a_comment_publishes_no_reply(published, post, moderator):
    replies = [make_comment(post, state=s, parent=published) for s in ("pending", "rejected")]
    decisions.withhold(published, moderator, Reason.ABUSE)
    decisions.approve(PublicComment.objects.get(pk=published.pk), moderator)
    for reply, state in zip(replies, ("pending", "rejected"), strict=True):
        reply.refresh_from_db()
        assert (reply.state, reply.is_public) == (state, False)


def test_second_moderator_hears_who_was_first(pending, moderator, people):
    seen_by_other = PublicComment.objects.get(pk=pending.pk)
    decisions.approve(pending, moderator)
    with pytest.raises(DecisionRefused, match=r"moderator decided .* It is now: Published"):
        decisions.reject(seen_by_other, people["superuser"], Reason.ABUSE)
    assert Decision.objects.count() == 1


def test_text_that_changed_meanwhile_is_not_decided(pending, moderator):
    seen = PublicComment.objects.get(pk=pending.pk)
    pending.comment = "Something else."
    pending.save()
    with pytest.raises(DecisionRefused, match="changed this comment"):
        decisions.approve(seen, moderator)


def test_decision_that_could_not_be_told_is_not_taken(pending, moderator):
    def fail(**kwargs):
        raise RuntimeError

    comment_decided.connect(fail)
    try:
        with pytest.raises(RuntimeError), transaction.atomic():
            decisions.approve(pending, moderator)
    finally:
        comment_decided.disconnect(fail)
    pending.refresh_from_db()
    assert pending.state == "pending"
    assert not Decision.objects.exists()


@pytest.mark.parametrize("action", ["reject", "withhold", "redact", "keep"])
def test_any_decision_settles_the_reports(published, moderator, action):
    Report.objects.create(comment=published, reason=Reason.ABUSE)
    decide(action, published, moderator)
    assert not Report.objects.unsettled().exists()


def test_keeping_a_comment_is_recorded_and_changes_nothing_for_readers(published, moderator, heard):
    decisions.keep(published, moderator)
    assert Decision.objects.get().action == Action.KEEP
    assert heard == ["decided"]


def test_decision_gives_the_comment_free(pending, moderator):
    pending.assigned_to = moderator
    pending.save()
    decisions.approve(pending, moderator)
    pending.refresh_from_db()
    assert pending.assigned_to is None
