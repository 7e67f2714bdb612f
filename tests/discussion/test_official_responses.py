"""We asked, you said, we did: where a response is read, and who is told of it."""

import pytest

from discussion.models import OfficialResponse, ResponsesPage
from mailing.models import Delivery
from tests.factories import make_comment, make_response, place


def several(response):
    """The response among those that are ticked in the list."""
    return OfficialResponse.objects.filter(pk=response.pk)


@pytest.fixture
def all_responses(home):
    return place(home, ResponsesPage(title="What you said, what we did", slug="what-you-said"))


def test_response_to_a_statement_is_read_there_and_counted_on_the_proposal(text, statement):
    response = make_response(statement)
    page = text(statement.own_url)
    for words in ("Is it safe?", "Not yet.", "We will test it.", "Cabinet Office"):
        assert words in page
    assert f'id="response-{response.pk}"' in page
    assert "1 official response<" in text(statement.proposal.url)


def test_comment_that_was_answered_leads_to_the_response(
    text, client, all_responses, post, statement
):
    comments = [make_comment(post), make_comment(statement)]
    response = make_response(comments=comments)
    address = response.get_absolute_url()
    for url in (post.url, statement.own_url):
        assert f'<a href="{address}" rel="nofollow">Read the official response</a>' in text(url)
    assert client.get(address)["Location"] == f"{statement.own_url}#response-{response.pk}"
    assert "We will test it." in text(statement.own_url)


def test_response_to_comments_on_a_post_is_read_together_with_all(client, all_responses, post):
    for _ in range(21):
        response = make_response(comments=[make_comment(post)])
    first = f"{all_responses.url}#response-{response.pk}"
    assert client.get(response.get_absolute_url())["Location"] == first
    oldest = response.pk - 20
    last = f"{all_responses.url}?page=2#response-{oldest}"
    assert client.get(f"/comments/responses/{oldest}/")["Location"] == last


def test_response_that_nobody_can_read_has_no_address(client, all_responses, statement):
    draft = make_response(statement, is_published=False)
    hidden = make_response(statement)
    statement.proposal.unpublish()
    for response in (draft, hidden):
        assert client.get(response.get_absolute_url()).status_code == 404
    assert client.get(f"/comments/responses/{'9' * 40}/").status_code == 404


def test_response_that_answers_a_statement_and_comments_on_it_is_read_once(text, statement):
    make_response(statement, [make_comment(statement), make_comment(statement)])
    assert text(statement.own_url).count("We will test it.") == 1


def test_response_is_read_nowhere_until_it_is_published(text, committed, proposal, all_responses):
    response = make_response(proposal, [make_comment(proposal)], is_published=False)
    assert "We will test it." not in text(proposal.url)
    assert "official response</a>" not in text(proposal.url)
    assert "We will test it." not in text(all_responses.url)
    with committed():
        response.is_published = True
        response.save()
    assert "We will test it." in text(proposal.url)
    assert "We will test it." in text(all_responses.url)


def test_response_taken_back_is_read_no_more(text, proposal):
    response = make_response(proposal)
    response.is_published = False
    response.save()
    assert "We will test it." not in text(proposal.url)


@pytest.mark.parametrize("delete", [lambda one: one.delete(), lambda one: several(one).delete()])
def test_response_that_was_deleted_is_read_no_more(
    text, committed, proposal, all_responses, delete
):
    response = make_response(proposal, [make_comment(proposal)])
    addresses = (proposal.url, all_responses.url)
    for address in addresses:
        assert "We will test it." in text(address)
    with committed():
        delete(response)
    for address in addresses:
        assert "We will test it." not in text(address)
    assert "official response</a>" not in text(proposal.url)


def test_response_with_markup_is_shown_as_typed(text, proposal):
    make_response(proposal, asked="<script>x</script>", said="a\n\nb")
    page = text(proposal.url)
    assert "&lt;script&gt;x" in page
    assert "<p>a</p>" in page


class TestTogether:
    def test_newest_comes_first_with_what_it_answers(self, text, all_responses, post, statement):
        make_response(post, did="Earlier.", date="2026-03-01")
        make_response(statement, did="Later.", date="2026-04-01")
        page = text(all_responses.url)
        assert page.index("Later.") < page.index("Earlier.")
        assert f'href="{post.url}#discussion">The post<' in page
        assert f'href="{statement.own_url}#discussion">R1' in page

    def test_they_are_found_by_page(self, text, all_responses, post, statement):
        make_response(post, did="Of the post.")
        make_response(statement, did="Of the statement.")
        page = text(f"{all_responses.url}?about={statement.proposal_id}")
        assert "Of the statement." in page
        assert "Of the post." not in page

    def test_those_of_a_page_that_was_taken_down_are_not_listed(self, text, all_responses, post):
        make_response(post)
        post.unpublish()
        assert "We will test it." not in text(all_responses.url)

    def test_they_are_paged(self, text, all_responses, post):
        for number in range(21):
            make_response(post, did=f"Did {number}.")
        assert "Did 20." in text(all_responses.url)
        assert "Did 0." in text(f"{all_responses.url}?page=2")

    def test_next_page_is_about_the_same_and_keeps_nothing_else(self, text, all_responses, post):
        for _ in range(21):
            make_response(post)
        assert 'rel="next" href="?page=2"' in text(f"{all_responses.url}?from=elsewhere")
        of_the_post = text(f"{all_responses.url}?about={post.pk}&from=elsewhere")
        assert f'rel="next" href="?about={post.pk}&amp;page=2"' in of_the_post

    @pytest.mark.parametrize("query", ["about=x", "about=999", "page=2", "page=01", "page=x"])
    def test_what_is_not_there_is_not_found(self, client, all_responses, query):
        assert client.get(f"{all_responses.url}?{query}").status_code == 404


class TestMail:
    def test_each_author_is_told_once(self, post):
        comments = [
            make_comment(post, "One."),
            make_comment(post, "Two."),
            make_comment(post, user_email="bo@example.org"),
        ]
        response = make_response(comments=comments)
        response.did = "Tested."
        response.save()
        told = sorted(Delivery.objects.values_list("address", flat=True))
        assert told == ["ada@example.org", "bo@example.org"]
        text = Delivery.objects.first().notification.text
        assert f"http://localhost{response.get_absolute_url()}" in text
        assert "We will test it." in text

    def test_nobody_is_told_of_a_draft(self, post):
        make_response(comments=[make_comment(post)], is_published=False)
        assert not Delivery.objects.exists()

    def test_author_without_an_address_is_passed_over(self, post):
        make_response(comments=[make_comment(post, user_email="")])
        assert not Delivery.objects.exists()

    def test_whose_comment_was_taken_down_is_not_told(self, post):
        make_response(post, [make_comment(post, state="rejected")])
        assert not Delivery.objects.exists()
