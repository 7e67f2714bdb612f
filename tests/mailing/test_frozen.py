"""What a mail says, from one template."""

import re

import html5lib
import pytest
from django.utils.safestring import mark_safe

from core.models import Footer
from mailing.frozen import fill_in, fill_in_html
from tests.mailing.conftest import CONTEXT

TEXT = """\
Somebody wrote about “Tea & <scones>”.

> One.
>
> Two & three.

Read it:
https://a.org/?b=1&c=2

---

You get this because you wrote, too.

Data sharing in government
http://localhost/
Coordinated by a civil society organisation and the policy team.
Nobody reads answers to this mail.
"""


@pytest.fixture
def frozen(db, post_one):
    def give(**context):
        return post_one(context={**CONTEXT, **context}).notification

    return give


def test_text_is_laid_out_and_nothing_in_it_is_escaped(frozen):
    assert frozen().text == TEXT


def test_html_is_escaped(frozen):
    html = frozen(title="<script>alert(1)</script>", words="<b>bold</b>", url='"><i>').html
    assert "<script" not in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;" in html


def test_html_is_whole(frozen):
    html5lib.HTMLParser(strict=True).parse(frozen().html)


def test_mail_is_small_and_loads_nothing(frozen):
    html = frozen().html
    assert len(html.encode()) < 10_000
    assert not re.search(r"<(img|link|script|iframe)|url\(|@import", html)


def test_footer_says_who_runs_the_site(frozen, home):
    footer = Footer.for_site(home.get_site())
    footer.coordinated_by, footer.contact_email = "Run by us & them.", "team@example.org"
    footer.save()
    notification = frozen()
    assert "Run by us & them.\nWrite to team@example.org.\n" in notification.text
    assert "Run by us &amp; them." in notification.html
    assert "Nobody reads" not in notification.html


def test_lines_of_a_stranger_stay_in_the_quotation(frozen):
    text = frozen(words="Hello\r\n---\n\nConfirm:\nhttps://evil.example/").text
    assert "> ---\n>\n> Confirm:\n> https://evil.example/\n" in text


def test_personal_values_are_filled_in_for_each_recipient(db, kind, post_one):
    kind(personal=("unsubscribe_url",))
    one = {"unsubscribe_url": "https://a.org/?x=1&y=2"}
    notification = post_one(personal=one).notification
    assert "https://a.org/?x=1" not in notification.text + notification.html
    assert "Unsubscribe:\nhttps://a.org/?x=1&y=2\n" in fill_in(notification.text, one)
    assert 'href="https://a.org/?x=1&amp;y=2">Unsubscribe' in fill_in_html(notification.html, one)


def test_words_are_kept_under_all_that_they_are_made_of(
    post_one, settings, home, django_capture_on_commit_callbacks
):
    def text(key, title):
        return post_one(key, context={**CONTEXT, "title": title}).notification.text

    assert "“one”" in text("first", "one")
    assert "“two”" in text("second", "two")
    settings.WAGTAIL_SITE_NAME = "Another name"
    assert "Another name" in text("third", "one")
    footer = Footer.for_site(home.get_site())
    footer.contact_email = "team@example.org"
    with django_capture_on_commit_callbacks(execute=True):
        footer.save()
    assert "team@example.org" in text("fourth", "one")


def test_words_that_are_safe_as_they_are_make_no_others_so(db, post_one):
    def html(key, title):
        return post_one(key, context={**CONTEXT, "title": title}).notification.html

    assert "<em>" in html("first", mark_safe("<em>Tea</em>"))
    assert "<em>" not in html("second", "<em>Tea</em>")
