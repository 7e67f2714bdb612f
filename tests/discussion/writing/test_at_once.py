"""Many do the same in one moment: one effect, no lost text, no database that is locked."""

from functools import partial
from threading import Barrier

import pytest
from django.test import Client

from discussion import links
from discussion.models import PublicComment, State
from discussion.signals import comment_confirmed
from mailing.models import Delivery
from tests.factories import make_comment


@pytest.fixture
def at_once(in_threads):
    """`at_once(number, do)` calls `do(n)` in so many threads in one moment and returns what each
    returned."""

    def run(number, do):
        ready = Barrier(number)

        def when_all_are(n):
            ready.wait(timeout=30)
            return do(n)

        return in_threads(*(partial(when_all_are, n) for n in range(number)))

    return run


def test_eight_equal_posts_are_one_comment_and_one_mail(reader, at_once):
    forms = [reader.fill() for _ in range(8)]
    answers = at_once(8, lambda n: Client().post(reader.address, forms[n]).status_code)
    assert answers == [302] * 8
    assert PublicComment.objects.count() == Delivery.objects.count() == 1


def test_one_form_posted_eight_times_is_one_comment(reader, at_once):
    form = reader.fill()
    answers = at_once(8, lambda n: Client().post(reader.address, form).status_code)
    assert answers == [302] * 8
    assert PublicComment.objects.count() == Delivery.objects.count() == 1


def test_twelve_confirmations_have_one_effect(post, at_once):
    comment = make_comment(post, state="unconfirmed")
    path = links.confirm_url(comment).removeprefix("http://localhost")
    heard = []

    def hear(sender, comment, **kwargs):
        heard.append(comment.pk)

    comment_confirmed.connect(hear)
    try:
        answers = at_once(12, lambda n: Client().post(path).status_code)
    finally:
        comment_confirmed.disconnect(hear)
    assert answers == [302] * 12
    assert heard == [comment.pk]
    comment.refresh_from_db()
    assert comment.state == State.PENDING


def test_replies_at_once_all_stand_in_the_thread(reader, post, at_once):
    first = make_comment(post)
    below = make_comment(post, parent=first)
    parents = [first, below] * 6
    forms = [
        reader.fill(comment=f"Number {n}.", email=f"a{n}@example.org", reply_to=parent.uuid)
        for n, parent in enumerate(parents)
    ]
    answers = at_once(12, lambda n: Client().post(reader.address, forms[n]).status_code)
    assert answers == [302] * 12
    rows = PublicComment.objects.exclude(pk__in=[first.pk, below.pk])
    assert len({row.path for row in rows}) == 12
    assert {row.thread_id for row in rows} == {first.pk}
    assert all(row.path.startswith(first.path) for row in rows)
