"""The front door shows what was said last."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import make_comment, make_post


def test_front_door_shows_the_newest_comments_with_who_and_where(text, post, statement):
    make_comment(post, "Older.", organisation="Open Records")
    make_comment(statement, "Newer.")
    page = text("/")
    assert page.index("Newer.") < page.index("Older.")
    assert "Ada Marsh, Open Records" in page
    assert f"On “{statement.claim}”" in page
    assert "On The post" in page


def test_only_the_start_of_a_long_comment_is_shown(text, post):
    make_comment(post, "A word " * 100 + "the end")
    assert "the end" not in text("/")


def test_marks_of_markdown_are_left_out_and_signs_of_html_shown(text, post):
    make_comment(post, "Not *places* but people & 2 < 3.")
    assert "Not places but people &amp; 2 &lt; 3." in text("/")


def test_without_comments_nothing_is_said_of_them(text, post):
    make_comment(post, state="pending")
    make_comment(post, state="withdrawn")
    assert "Newest comments" not in text("/")


@pytest.mark.parametrize("way", ["off", "unpublished", "restricted"])
def test_comments_on_pages_that_do_not_show_them_stay_away(text, home, way):
    post = make_post(comments_setting="off" if way == "off" else "open")
    make_comment(post, "Hidden.")
    if way == "unpublished":
        post.unpublish()
    if way == "restricted":
        PageViewRestriction.objects.create(page=post, restriction_type="login")
    assert "Hidden." not in text("/")
