"""Links in rich text, resolved for a whole page at once."""

import pytest
from django.template import Context, Template
from wagtail.models import Page

from core.rich_text import addresses_of_pages, in_order
from tests.factories import make_post


def show(*texts):
    inside = "{% for text in texts %}{{ text|prose }}{% endfor %}"
    template = Template("{% load core_tags %}{% links %}" + inside + "{% endlinks %}")
    return template.render(Context({"texts": texts}))


def page_link(pk):
    return f'<p><a linktype="page" id="{pk}">there</a></p>'


def document_link(pk):
    return f'<p><a linktype="document" id="{pk}">there</a></p>'


def test_links_cost_one_query_per_kind_however_many(
    home, document, image, django_assert_max_num_queries
):
    posts = [make_post(f"Post {number}") for number in range(20)]
    texts = [text for post in posts for text in (page_link(post.pk), document_link(document.pk))]
    show(*texts)  # the addresses of sites are in the cache
    with django_assert_max_num_queries(2):
        html = show(*texts)
    assert all(f'<a href="{post.url}">' in html for post in posts)
    assert html.count(document.url) == 20


def test_document_link_says_what_it_leads_to(document):
    assert 'data-file="TXT, 6' in show(document_link(document.pk))


def test_link_to_a_page_that_is_not_public_leaves_its_words(home, post):
    draft = make_post("Draft", live=False)
    html = show(page_link(draft.pk), page_link(99_999))
    assert html == "<p><a>there</a></p>" * 2
    post.unpublish()
    assert show(page_link(post.pk)) == "<p><a>there</a></p>"


def test_link_to_a_document_that_is_gone_leaves_its_words(db):
    assert show(document_link(99_999)) == "<p><a>there</a></p>"


def test_external_and_mail_links_stay_as_they_are(db):
    text = '<p><a href="https://example.org/?a=1&amp;b=2">x</a> <a href="mailto:a@b.org">y</a></p>'
    assert show(text) == text


def test_link_of_an_unknown_kind_leaves_its_words(db):
    assert show('<p><a linktype="user" id="1">there</a></p>') == "<p><a>there</a></p>"


def test_title_of_a_page_cannot_break_out_of_its_link(home):
    post = make_post("Post")
    Page.objects.filter(pk=post.pk).update(url_path='/home/blog/"><script>/')
    assert "<script>" not in show(page_link(post.pk))


@pytest.mark.parametrize(
    "silly", ["", "none", "-1", "1.5", "9" * 20, "9" * 5000, "１", "' OR 1=1", "\x00"]
)
def test_link_with_a_silly_id_never_raises(home, silly):
    assert in_order(addresses_of_pages, [{"id": silly}, {"id": str(home.pk)}, {}]) == [
        None,
        "/",
        None,
    ]


@pytest.mark.parametrize("kind", ["page", "document"])
def test_text_with_broken_links_is_still_shown(db, kind):
    texts = [f'<p><a linktype="{kind}">a</a></p>', f'<p><a linktype="{kind}" id="no">b</a></p>']
    assert show(*texts) == "<p><a>a</a></p><p><a>b</a></p>"
