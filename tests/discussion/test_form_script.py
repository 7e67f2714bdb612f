"""Forms are brought in place by one script, which a page asks for once, and only where it can."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_post, make_proposal

YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def scripts(text):
    return lambda url: text(url).count("core/forms.js")


def test_page_that_brings_forms_asks_for_the_script_once(scripts, post, proposal, statement):
    for url in (post.url, proposal.url, statement.own_url, f"/comments/write/page-{post.pk}/"):
        assert scripts(url) == 1, url


def test_page_that_brings_no_form_asks_for_no_script(scripts, home):
    closed = make_proposal(closes=YESTERDAY).published_statements.first()
    for url in (make_post(comments_setting="closed").url, closed.own_url):
        assert scripts(url) == 0, url
