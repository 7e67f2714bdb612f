"""Many do the same in one moment: one effect, no lost text, no database that is locked."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client

from discussion import links
from discussion.models import PublicComment, State
from discussion.signals import comment_confirmed
from mailing.models import Delivery
from tests.factories import make_comment


@pytest.fixture(autouse=True)
def _commits(django_db_serialized_rollback, transactional_db):
    """Threads see only what is committed."""


def at_once(number, do):
    """Call `do(n)` in so many threads in one moment and return what each returned."""
    ready = Barrier(number)

    def run(n):
        try:
            ready.wait(timeout=30)
            return do(n)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))


def test_eight_equal_posts_are_one_comment_and_one_mail(reader):
    forms = [reader.fill() for _ in range(8)]
    answers = at_once(8, lambda n: Client().post(reader.address, forms[n]).status_code)
    assert answers == [302] * 8
    assert PublicComment.objects.count() == Delivery.objects.count() == 1


def test_one_form_posted_eight_times_is_one_comment(reader):
    form = reader.fill()
    answers = at_once(8, lambda n: Client().post(reader.address, form).status_code)
    assert answers == [302] * 8
    assert PublicComment.objects.count() == Delivery.objects.count() == 1


def test_twelve_confirmations_have_one_effect(post):
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


def test_replies_at_once_all_stand_in_the_thread(reader, post):
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
