"""Two moderators in the same moment: one of them decides."""

from threading import Barrier

from django.contrib.auth import get_user_model

from discussion import assignment, decisions
from discussion.decisions import DecisionRefused
from discussion.models import Decision, PublicComment
from discussion.policy import Reason
from tests.factories import make_comment, make_post

AT_ONCE = 4


def test_comment_that_several_decide_at_once_has_one_decision(in_threads, home):
    pk = make_comment(make_post(), state="pending").pk
    moderator = get_user_model().objects.create_user("mo")
    ready = Barrier(AT_ONCE)

    def decide(action, **words):
        seen = PublicComment.objects.get(pk=pk)
        ready.wait(timeout=30)
        try:
            return action(seen, moderator, **words)
        except DecisionRefused:
            return None

    approve = lambda: decide(decisions.approve)  # noqa: E731
    reject = lambda: decide(decisions.reject, reason=Reason.ABUSE)  # noqa: E731
    taken = [each for each in in_threads(*[approve, reject] * (AT_ONCE // 2)) if each]
    assert len(taken) == 1
    assert Decision.objects.get() == taken[0]


def test_moderators_who_take_the_next_one_at_once_get_different_ones(in_threads, home):
    post = make_post()
    for n in range(AT_ONCE):
        make_comment(post, f"Comment {n}", "pending")
    people = [get_user_model().objects.create_user(f"mo{n}") for n in range(AT_ONCE)]
    ready = Barrier(AT_ONCE)

    def take(person):
        ready.wait(timeout=30)
        return assignment.take_next(person).pk

    taken = in_threads(*[lambda person=person: take(person) for person in people])
    assert len(set(taken)) == AT_ONCE
