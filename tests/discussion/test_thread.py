"""What a reader finds of a discussion: published text, stones, and nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_comment, make_post


def test_published_comment_is_read_with_who_wrote_it(text, post):
    make_comment(post, "Mind *this*.", organisation="Open Records", sector="civil_society")
    page = text(post.url)
    for words in (
        "1 comment<",
        "Mind <em>this</em>.",
        "Ada Marsh",
        "Open Records",
        "Civil society",
    ):
        assert words in page
    assert "ada@example.org" not in page


@pytest.mark.parametrize("state", ["unconfirmed", "pending", "rejected", "withheld", "withdrawn"])
def test_comment_that_was_never_published_leaves_nothing(text, post, state):
    comment = make_comment(post, "Never read.", state=state, published_at=None)
    page = text(post.url)
    assert "Never read." not in page
    assert str(comment.uuid) not in page
    assert "0 comments" in page


@pytest.mark.parametrize(
    ("state", "reason", "words"),
    [
        ("withdrawn", "", "Withdrawn by its author."),
        ("rejected", "abuse", "Removed by the moderators. It insults or threatens somebody."),
        ("withheld", "", "Taken down while the moderators look at it."),
        ("pending", "", "Taken down while the moderators look at it."),
    ],
)
def test_comment_taken_down_leaves_a_stone_that_says_why(text, post, state, reason, words):
    make_comment(post, "Once.", state=state, reason=reason, published_at=timezone.now())
    page = text(post.url)
    assert words in page
    assert "Once." not in page
    assert "Ada Marsh" not in page


def test_replies_stay_below_a_stone_and_do_not_name_its_author(text, post):
    gone = make_comment(post, "Once.", state="withdrawn", user_name="Bo")
    make_comment(post, "I still think so.", parent=gone)
    page = text(post.url)
    assert "I still think so." in page
    assert "a comment that is no longer shown" in page
    assert "Bo" not in page


def test_reply_stands_below_what_it_answers_and_says_so(text, post):
    first, _second = make_comment(post, "First.", user_name="Bo"), make_comment(post, "Second.")
    make_comment(post, "Third.", parent=first)
    page = text(post.url)
    assert page.index("First.") < page.index("Third.") < page.index("Second.")
    assert f'In reply to <a href="#comment-{first.uuid}">Bo</a>' in page


def test_threads_are_three_deep(text, post):
    first = make_comment(post)
    second = make_comment(post, parent=first)
    third = make_comment(post, parent=second)
    page = text(post.url)
    assert f"reply_to={second.uuid}" in page
    assert f"reply_to={third.uuid}" not in page
    assert 'class="level-2"' in page


def test_official_and_edited_comments_say_so(text, post):
    make_comment(post, is_official=True, edited_at=timezone.now())
    page = text(post.url)
    assert "Official</b>" in page
    assert "<span>edited</span>" in page


def test_hostile_name_is_shown_as_typed(text, post):
    make_comment(post, user_name="<b>Ada", organisation="<script>x")
    page = text(post.url)
    assert "&lt;b&gt;Ada" in page
    assert "&lt;script&gt;x" in page


def test_open_page_leads_to_its_form(text, post):
    make_comment(post)
    page = text(post.url)
    assert f'href="/comments/write/page-{post.pk}/"' in page
    assert "core/forms" in page


def test_closed_page_is_read_and_takes_none(text, home):
    post = make_post(comments_setting="closed")
    comment = make_comment(post, "Readable.")
    page = text(post.url)
    assert "Readable." in page
    assert "Comments are closed" in page
    assert "/comments/write/" not in page
    assert "<script" not in page
    assert f"/comments/report/{comment.uuid}/" in page


def test_page_with_comments_off_says_nothing_of_them(text, home):
    post = make_post(comments_setting="off")
    make_comment(post, "Hidden.")
    page = text(post.url)
    assert "Hidden." not in page
    assert "discussion" not in page
    assert "/comments/" not in page


def test_stone_takes_no_reply(text, post):
    gone = make_comment(post, state="rejected", published_at=timezone.now() - timedelta(days=1))
    assert f"reply_to={gone.uuid}" not in text(post.url)
