"""A post as its reader meets it."""

from datetime import date

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from blog.models import Author, BlogPage, BlogPageAuthor
from tests.factories import make_blog, make_organisation, make_post, make_proposal


@pytest.fixture(autouse=True)
def _blog(home):
    make_blog()


def read(client, page):
    return client.get(page.url).content.decode()


def test_post_leads_to_the_ones_before_and_after(client):
    first = make_post("First", date=date(2026, 1, 1))
    second = make_post("Second", date=date(2026, 1, 2))
    third = make_post("Third", date=date(2026, 1, 2))
    make_post("Draft", date=date(2026, 1, 2), live=False)
    assert second.neighbours == {"previous": first, "next": third}
    assert f'rel="next" href="{third.url}"' in read(client, second)


def test_first_and_last_post_have_one_neighbour(client):
    first = make_post("First", date=date(2026, 1, 1))
    last = make_post("Last", date=date(2026, 1, 2))
    assert first.neighbours == {"previous": None, "next": last}
    assert last.neighbours == {"previous": first, "next": None}


def test_neighbours_cost_one_query(django_assert_num_queries):
    make_post("First", date=date(2026, 1, 1))
    post = make_post("Second", date=date(2026, 1, 2))
    with django_assert_num_queries(1):
        assert post.neighbours["next"] is None


def test_authors_are_named_with_their_organisation_in_the_order_given(client):
    trust = make_organisation("Open Records Trust")
    authors = [
        Author.objects.create(name=name, slug=name.lower(), organisation=trust)
        for name in ("Zoe", "Abe")
    ]
    post = make_post(author_links=[BlogPageAuthor(author=author) for author in authors])
    page = read(client, post)
    assert page.index("Zoe") < page.index("Abe")
    assert "Open Records Trust" in page


def test_post_leads_to_its_proposal_only_while_that_is_public(client):
    proposal = make_proposal("Linking records")
    post = make_post(related_proposal=proposal)
    assert proposal.url in read(client, post)
    restriction = PageViewRestriction.objects.create(
        page=proposal.get_parent(), restriction_type="login"
    )
    cache.clear()
    assert "Linking records" not in read(client, post)
    restriction.delete()
    proposal.unpublish()
    cache.clear()
    assert "Linking records" not in read(client, post)


def test_every_kind_of_block_is_rendered(client, demo_images):
    image, document = demo_images
    body = [
        ("heading", "A heading"),
        ("paragraph", "<p>Words in a paragraph</p>"),
        ("quote", {"text": "Words quoted", "source": "A participant"}),
        (
            "image",
            {
                "image": {"image": image.pk, "alt_text": "A red square", "decorative": False},
                "caption": "A caption",
            },
        ),
        ("document", {"document": document.pk, "title": "Terms of reference"}),
        (
            "table",
            {
                "data": [["Sector", "People"], ["Academia", "4"]],
                "first_row_is_table_header": True,
                "first_col_is_header": True,
                "table_header_choice": "both",
                "table_caption": "Who came",
            },
        ),
        ("callout", {"title": "Two weeks left", "text": "<p>Comment now</p>"}),
    ]
    post = make_post(body=[{"type": kind, "value": value} for kind, value in body])
    page = read(client, post)
    for words in (
        "A heading</h2>",
        "Words in a paragraph",
        "Words quoted",
        "A participant",
        'alt="A red square"',
        "A caption",
        f'<a href="{document.url}" data-file="TXT, 5\xa0bytes">Terms of reference</a>',
        "<caption>Who came</caption>",
        '<th scope="row"',
        "Two weeks left",
    ):
        assert words in page, words


def test_decorative_image_has_an_empty_alternative(client, demo_images):
    image, _ = demo_images
    value = {"image": {"image": image.pk, "alt_text": "", "decorative": True}, "caption": ""}
    post = make_post(body=[{"type": "image", "value": value}])
    assert 'alt=""' in read(client, post)


def test_same_image_twice_keeps_the_words_of_each_place(client, demo_images):
    image, _ = demo_images
    body = [
        {
            "type": "image",
            "value": {"image": {"image": image.pk, "alt_text": words, "decorative": False}},
        }
        for words in ("First words", "Second words")
    ]
    page = read(client, make_post(body=body))
    assert 'alt="First words"' in page
    assert 'alt="Second words"' in page


def test_draft_without_content_can_be_previewed(home):
    draft = BlogPage(title="Nothing yet", slug="nothing-yet", introduction="")
    make_blog().add_child(instance=_without_checks(draft))
    response = draft.make_preview_request()
    assert response.status_code == 200


def _without_checks(page):
    page.full_clean = lambda *args, **kwargs: None
    page.live = False
    return page
