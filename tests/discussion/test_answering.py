"""Publishers answer in the admin: what the form takes, and what it refuses."""

import pytest
from django.urls import reverse

from discussion.models import OfficialResponse
from tests.factories import make_comment, make_organisation

ADD = "wagtailsnippets_discussion_officialresponse:add"


@pytest.fixture
def send(editor_client):
    """Fill in the form for a new response, with what it answers, and publish it."""

    def send(address=None, comments=(), **values):
        data = {
            "asked": "Is it safe?",
            "said": "Not yet.",
            "did": "We will test it.",
            "organisation": make_organisation().pk,
            "date": "2026-11-20",
            "is_published": "on",
            "answered_comments-TOTAL_FORMS": len(comments),
            "answered_comments-INITIAL_FORMS": 0,
        }
        for number, comment in enumerate(comments):
            data[f"answered_comments-{number}-comment"] = comment.pk
        return editor_client.post(address or reverse(ADD), data | values)

    return send


def test_response_to_a_statement_is_saved_and_read(client, send, statement):
    assert send(place=f"statement-{statement.pk}").status_code == 302
    assert "We will test it." in client.get(statement.own_url).content.decode()


def test_response_to_many_comments_is_saved_and_read(client, send, post):
    comments = [make_comment(post), make_comment(post)]
    assert send(comments=comments).status_code == 302
    assert OfficialResponse.objects.get().answered_comments.count() == 2
    assert client.get(post.url).content.decode().count("Read the official response") == 2


def test_form_offers_proposals_and_statements_by_page(editor_client, post, statement):
    page = editor_client.get(reverse(ADD)).content.decode()
    assert f'value="statement-{statement.pk}"' in page
    assert f'value="page-{statement.proposal_id}"' in page
    assert f'value="page-{post.pk}"' not in page
    assert '<optgroup label="The proposal">' in page


def test_response_to_nothing_is_refused(send, home):
    response = send()
    assert "Choose a page, a statement or at least one comment." in response.content.decode()
    assert "We will test it." in response.content.decode()
    assert not OfficialResponse.objects.exists()


@pytest.mark.parametrize("key", ["statement-999", "page-0", "\x00", "x" * 400])
def test_forged_place_is_refused(send, home, key):
    assert send(place=key).status_code == 200
    assert not OfficialResponse.objects.exists()


@pytest.mark.parametrize("state", ["pending", "rejected", "withdrawn"])
def test_comment_that_readers_can_not_read_is_not_answered(send, post, state):
    assert send(comments=[make_comment(post, state=state)]).status_code == 200
    assert not OfficialResponse.objects.exists()


def test_only_published_comments_are_offered(editor_client, post):
    make_comment(post, "Read by all.")
    make_comment(post, "Waiting.", state="pending")
    page = editor_client.get(reverse("comment_chooser:choose")).content.decode()
    assert "Read by all." in page
    assert "Waiting." not in page
    assert "ada@example.org" not in page


def test_comments_are_found_by_their_words_whatever_is_typed(editor_client, post):
    make_comment(post, "Read by all.")
    make_comment(post, "Another.")
    address = reverse("comment_chooser:choose_results")
    found = editor_client.get(address, {"q": "by read"}).content.decode()
    assert "Read by all." in found
    assert "Another." not in found
    assert editor_client.get(address, {"q": '"%_('}).status_code == 200


def test_list_names_what_was_answered(editor_client, send, post):
    send(comments=[make_comment(post)])
    page = editor_client.get(reverse("wagtailsnippets_discussion_officialresponse:list"))
    assert "Is it safe?" in page.content.decode()


def test_comments_are_offered_as_they_are_read(editor_client, post):
    make_comment(post, "> Who checks?\n\n**The office**, and \\*nobody\\* else, whatever is said.")
    page = editor_client.get(reverse("comment_chooser:choose")).json()["html"]
    assert "Ada Marsh: Who checks? The office, and *nobody* else, whatev…" in page
