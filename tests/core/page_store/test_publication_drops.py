"""Publication drops the pages it changes, and no other."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from home.models import StandardPage
from tests.factories import make_blog, make_post, place, publish_post


def paragraph(html):
    return [{"type": "paragraph", "value": html}]


def link_to(page):
    return paragraph(f'<p><a linktype="page" id="{page.pk}">There</a></p>')


@pytest.fixture
def posts(home):
    """Five posts, a day apart, oldest first."""
    first = timezone.localdate() - timedelta(days=10)
    return [make_post(f"Post {day}", date=first + timedelta(days=day)) for day in range(5)]


@pytest.fixture
def post(posts):
    return posts[2]


@pytest.fixture
def linking(home, post, proposal):
    """A standard page that links to the post, and one that links to the proposal."""
    return [
        place(home, StandardPage(title=f"About {page.title}", body=link_to(page)))
        for page in (post, proposal)
    ]


@pytest.fixture
def stored(home, posts, proposal, linking, store):
    """Every page is in the store: {name: url}."""
    urls = {
        "home": home.url,
        "blog": make_blog().url,
        "proposals": proposal.get_parent().url,
        "proposal": proposal.url,
        "coverage": f"{proposal.url}coverage/",
        "links to post": linking[0].url,
        "links to proposal": linking[1].url,
        **{f"post {day}": post.url for day, post in enumerate(posts)},
    }
    store(*urls.values())
    return urls


@pytest.fixture
def dropped(stored, is_stored):
    """The names of the pages that are no longer in the store."""
    return lambda: {name for name, url in stored.items() if not is_stored(url)}


def test_publishing_a_post_drops_it_its_neighbours_its_lists_and_what_links_to_it(
    post, dropped, committed
):
    with committed():
        post.title = "News"
        post.save_revision().publish()
    assert dropped() == {"post 1", "post 2", "post 3", "blog", "home", "links to post"}


def test_new_post_drops_its_neighbours_and_lists(posts, dropped, committed):
    with committed():
        publish_post("The newest")
    assert dropped() == {"post 4", "blog", "home"}


def test_post_with_another_date_drops_neighbours_old_and_new(posts, dropped, committed):
    with committed():
        posts[1].date = posts[4].date + timedelta(days=1)
        posts[1].save_revision().publish()
    assert dropped() == {"post 0", "post 1", "post 2", "post 4", "blog", "home"}


def test_publishing_a_proposal_drops_it_its_lists_and_what_links_to_it(
    proposal, dropped, committed
):
    with committed():
        proposal.save_revision().publish()
    assert dropped() == {"proposal", "coverage", "proposals", "home", "links to proposal"}


def test_saving_a_draft_drops_nothing(post, dropped, committed):
    with committed():
        post.title = "Not yet"
        post.save_revision()
    assert dropped() == set()


def test_unpublishing_drops_what_publishing_does(post, dropped, stored, committed, client):
    with committed():
        post.unpublish()
    assert dropped() == {"post 1", "post 2", "post 3", "blog", "home", "links to post"}
    assert client.get(stored["post 2"]).status_code == 404


def test_deleting_drops_what_publishing_does(post, dropped, stored, committed, client):
    with committed():
        post.delete()
    assert dropped() == {"post 1", "post 2", "post 3", "blog", "home", "links to post"}
    assert client.get(stored["post 2"]).status_code == 404


def test_changed_slug_drops_what_publishing_does(post, dropped, stored, committed, client):
    with committed():
        post.slug = "elsewhere"
        post.save_revision().publish()
    assert dropped() == {"post 1", "post 2", "post 3", "blog", "home", "links to post"}
    assertRedirects(client.get(stored["post 2"]), "/blog/elsewhere/", 301)


def test_changed_slug_of_a_section_drops_all_below_it_and_what_lists_or_links_to_them(
    proposal, dropped, stored, committed, client
):
    with committed():
        section = proposal.get_parent().specific
        section.slug = "proposed"
        section.save_revision().publish()
    changed = {"home", "proposals", "proposal", "coverage", "links to proposal"}
    assert changed <= dropped()
    assertRedirects(client.get(stored["proposal"]), "/proposed/the-proposal/", 301)
    for name in ("home", "links to proposal"):
        assert "/proposed/the-proposal/" in client.get(stored[name]).content.decode()


def test_renamed_section_drops_the_pages_whose_breadcrumbs_name_it(
    proposal, dropped, stored, committed, client
):
    with committed():
        section = proposal.get_parent().specific
        section.title = "What is proposed"
        section.save_revision().publish()
    assert dropped() == {"proposals", "proposal", "coverage"}
    assert "What is proposed" in client.get(stored["proposal"]).content.decode()


def test_moved_page_is_gone_from_its_old_address_and_its_links_lead_to_the_new(
    linking, home, dropped, stored, committed, client, store
):
    about, other = linking
    place(about, StandardPage(title="Below", body=paragraph("<p>Words.</p>")))
    store(f"{about.url}below/")
    with committed():
        about.move(other, pos="last-child")
    assertRedirects(client.get(about.url), f"{other.url}{about.slug}/", 301)
    assertRedirects(client.get(f"{about.url}below/"), f"{other.url}{about.slug}/below/", 301)


def test_moved_post_drops_what_links_to_it(linking, post, dropped, committed):
    with committed():
        post.move(make_blog(), pos="first-child")
    assert {"post 2", "blog", "home", "links to post"} <= dropped()
    assert not {"proposal", "links to proposal"} & dropped()
