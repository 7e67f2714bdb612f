"""A stakeholder who is signed in on a browser confirms no comment again."""

import pytest
from django.http import HttpResponse
from django.urls import reverse

from discussion import links
from discussion.models import State
from mailing.models import Delivery
from stakeholders import lifecycle
from stakeholders.identity import remember
from tests.factories import make_stakeholder


@pytest.fixture
def stakeholder(reader):
    person = make_stakeholder("bo@example.org")
    response = HttpResponse()
    remember(response, person)
    reader.client.cookies.update(response.cookies)
    return person


def test_comment_waits_for_a_moderator_at_once(reader, comments, stakeholder):
    response = reader.send(email="BO@example.org")
    comment = comments.get()
    assert comment.state == State.PENDING
    assert comment.confirmed_at
    assert response["Location"] == links.mine_url(comment)
    assert not Delivery.objects.exists()


def test_comment_under_another_address_is_confirmed_by_mail(reader, comments, stakeholder):
    response = reader.send(email="cy@example.org")
    comment = comments.get()
    assert comment.state == State.UNCONFIRMED
    assert response["Location"] == reverse("comment_sent", args=[comment.place])


def test_who_left_confirms_by_mail(reader, comments, stakeholder):
    lifecycle.leave(stakeholder, "test")
    reader.send()
    assert comments.get().state == State.UNCONFIRMED
