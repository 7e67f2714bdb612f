"""Closed means closed on the server, for replies and old forms, too; the text can be copied."""

from datetime import date

import pytest
from django.urls import reverse

from discussion.models import State
from discussion.places import Openness, place_of
from tests.factories import make_comment, make_post, make_proposal

TEXT = "Please publish the list *before* the second round."


@pytest.mark.parametrize(("today", "status"), [(Openness.CLOSED, 403), (Openness.OFF, 404)])
def test_form_that_was_open_at_closing_time_is_refused(
    reader, set_comments, comments, today, status
):
    form = reader.fill()
    set_comments(today)
    response = reader.client.post(reader.address, form)
    assert response.status_code == status
    assert TEXT in response.content.decode()
    assert not comments.exists()


def test_closed_place_refuses_a_reply(reader, set_comments, post, comments):
    form = reader.fill(reply_to=make_comment(post).uuid)
    set_comments(Openness.CLOSED)
    assert reader.client.post(reader.address, form).status_code == 403
    assert comments.count() == 1


def test_closed_place_says_so_and_leads_back(reader, set_comments, post):
    set_comments(Openness.CLOSED)
    response = reader.client.get(reader.address)
    assert response.status_code == 403
    page = response.content.decode()
    assert "Comments are closed here" in page
    assert f'<p><a href="{post.url}">{post.title}</a></p>' in page


def test_page_taken_down_meanwhile_takes_nothing(reader, post, comments):
    form = reader.fill()
    post.unpublish()
    response = reader.client.post(reader.address, form)
    assert response.status_code == 404
    assert TEXT in response.content.decode()
    assert not comments.exists()


def test_reply_stands_below_what_it_answers(reader, post, comments):
    parent = make_comment(post)
    form = reader.open(reply_to=parent.uuid)
    assert str(form["reply_to"]) == str(parent.uuid)
    reader.send(reply_to=parent.uuid)
    reply = comments.last()
    assert (reply.parent_id, reply.level, reply.thread_id) == (parent.pk, 1, parent.pk)
    assert reply.path.startswith(parent.path)


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_only_published_comments_are_answered(reader, post, comments, state):
    parent = make_comment(post, "Not for readers.", state=state)
    page = reader.client.get(reader.address, {"reply_to": parent.uuid}).content.decode()
    assert "Not for readers." not in page
    assert "becomes a comment of its own" in page
    response = reader.send(reply_to=parent.uuid)
    assert "can’t be answered any more" in response.content.decode()
    assert TEXT in response.content.decode()
    assert comments.count() == 1


def test_comment_on_another_page_is_not_answered_here(reader, comments):
    parent = make_comment(make_post("Another"))
    assert "can’t be answered" in reader.send(reply_to=parent.uuid).content.decode()
    assert comments.count() == 1


def test_threads_are_three_deep(reader, post, comments):
    parent = make_comment(post)
    for _ in range(2):
        parent = make_comment(post, parent=parent)
    assert parent.level == 2
    assert "can’t be answered" in reader.send(reply_to=parent.uuid).content.decode()
    assert comments.count() == 3


def test_refused_reply_sent_again_becomes_a_comment_of_its_own(reader, post, comments):
    parent = make_comment(post, state="rejected")
    again = reader.send(reply_to=parent.uuid)
    reader.client.post(reader.address, reader.read(again))
    assert comments.last().level == 0


def test_parent_taken_down_while_the_reply_is_sent_refuses_it(reader, post, comments, monkeypatch):
    parent = make_comment(post)
    form = reader.fill(reply_to=parent.uuid)

    def moderator_is_faster(request):
        comments.filter(pk=parent.pk).update(state=State.WITHHELD)

    monkeypatch.setattr("discussion.posting.check_network", moderator_is_faster)
    assert "can’t be answered" in reader.client.post(reader.address, form).content.decode()
    assert comments.count() == 1


def test_place_that_has_not_opened_says_when_it_will(client, home):
    proposal = make_proposal(opens=date(2099, 3, 1), closes=date(2099, 5, 1))
    for thing in (proposal, proposal.published_statements.first()):
        place = place_of(thing)
        read = client.get(place.url(thing)).content.decode()
        form = client.get(reverse("comment_write", args=[place.key(thing)]))
        assert form.status_code == 403
        for page in (read, form.content.decode()):
            assert "Not open yet" in page
            assert "1 March 2099" in page
            assert "Comments are closed" not in page
