"""What stands on many pages drops each page that shows it."""

import uuid

import pytest
from django.test import Client

from blog.models import Author, BlogPageAuthor
from core.models import FooterLink, Strand
from home.models import StandardPage
from process.models import ProcessPage
from tests.factories import make_blog, make_organisation, make_post, make_strand, place


@pytest.fixture
def organisation(db):
    return make_organisation()


@pytest.fixture
def author(organisation):
    return Author.objects.create(name="Ada Example", slug="ada", organisation=organisation)


@pytest.fixture
def signed_post(home, author):
    return make_post("Signed", author_links=[BlogPageAuthor(author=author)])


@pytest.fixture
def make_process(home):
    def make(**fields):
        prose = {"introduction": "<p>This.</p>", "take_part": "<p>So.</p>", "out_of_scope": "-"}
        return place(home, ProcessPage(title="What we are doing", **prose, **fields))

    return make


def text(url):
    return Client().get(url).content.decode()


def test_renamed_strand_shows_wherever_it_stands(home, store, proposal, committed):
    post = make_post("On research", strand=make_strand())
    urls = [home.url, make_blog().url, post.url, proposal.url, proposal.get_parent().url]
    store(*urls)
    with committed():
        strand = make_strand()
        strand.title = "Renamed line of work"
        strand.save()
    assert all("Renamed line of work" in text(url) for url in urls)


def test_new_and_deleted_strand_shows_in_the_filter(store, proposal, committed):
    url = proposal.get_parent().url
    store(url)
    with committed():
        strand = Strand.objects.create(title="Another line", slug="another", summary="It.")
    assert "Another line" in text(url)
    store(url)
    with committed():
        strand.delete()
    assert "Another line" not in text(url)


def test_renamed_organisation_shows_wherever_it_stands(
    organisation, signed_post, make_process, proposal, store, committed
):
    process = make_process(organisations=[organisation])
    proposal.lead_departments = [organisation]
    proposal.save_revision().publish()
    urls = [signed_post.url, process.url, proposal.url]
    store(*urls)
    assert all("Open Records Trust" in text(url) for url in urls)
    with committed():
        organisation.name = "Closed Records Trust"
        organisation.save()
    assert all("Closed Records Trust" in text(url) for url in urls)


def test_renamed_author_drops_their_posts_and_no_other(
    author, signed_post, proposal, store, is_stored, committed
):
    archive = f"{make_blog().url}author/ada/"
    store(signed_post.url, archive, proposal.url)
    with committed():
        author.name = "Ada Sample"
        author.save()
    assert is_stored(proposal.url)
    assert all("Ada Sample" in text(url) for url in (signed_post.url, archive))


def test_changed_image_drops_the_pages_that_show_it(image, proposal, store, is_stored, committed):
    body = [
        {
            "type": "image",
            "value": {"image": {"image": image.pk, "alt_text": "A", "decorative": False}},
        }
    ]
    post = make_post("With an image", body=body)
    store(post.url, proposal.url)
    with committed():
        image.title = "Another"
        image.save()
    assert not is_stored(post.url)
    assert is_stored(proposal.url)
    store(post.url)
    with committed():
        image.delete()
    assert not is_stored(post.url)


def test_changed_document_drops_the_pages_that_cite_or_link_to_it(
    document, proposal, store, is_stored, committed
):
    cited = {"type": "document", "value": {"document": document.pk, "title": "Terms"}}
    linked = f'<p><a linktype="document" id="{document.pk}">Terms</a></p>'
    posts = [
        make_post("Cites", body=[cited]),
        make_post("Links", body=[{"type": "paragraph", "value": linked}]),
    ]
    store(proposal.url, *(post.url for post in posts))
    with committed():
        document.title = "New terms"
        document.save()
    assert not any(is_stored(post.url) for post in posts)
    assert is_stored(proposal.url)


@pytest.fixture
def about(home):
    return place(home, StandardPage(title="About", introduction="Who we are and why."))


def test_changed_footer_shows_on_every_page(footer, home, about, post, proposal, store, committed):
    urls = [home.url, about.url, post.url, proposal.url, "/sitemap.xml"]
    store(*urls)
    with committed():
        footer.coordinated_by = "Coordinated by somebody else."
        footer.links.add(FooterLink(page=about))
        footer.save()
    for url in urls[:-1]:
        assert "Coordinated by somebody else." in text(url)
        assert f'href="{about.url}"' in text(url)


def test_page_in_the_footer_shows_there_as_it_is_called_now(footer, about, post, store, committed):
    FooterLink.objects.create(footer=footer, page=about)
    store(post.url)
    assert ">About</a>" in text(post.url)
    with committed():
        about.title = "Who we are"
        about.save_revision().publish()
    assert ">Who we are</a>" in text(post.url)
    with committed():
        about.unpublish()
    assert "Who we are" not in text(post.url)
    with committed():
        about.save_revision().publish()
    assert ">Who we are</a>" in text(post.url)
    with committed():
        about.delete()
    assert "Who we are" not in text(post.url)


def test_page_in_the_menu_shows_there_as_it_is_called_now(home, proposal, store, committed):
    blog = make_blog()
    store(proposal.url)
    assert ">Blog</a>" in text(proposal.url)
    with committed():
        blog.title = "News"
        blog.save_revision().publish()
    assert ">News</a>" in text(proposal.url)
    with committed():
        blog.show_in_menus = False
        blog.save_revision().publish()
    assert ">News</a>" not in text(proposal.url)


def test_output_of_a_phase_is_linked_as_soon_as_it_is_public(make_process, about, store, committed):
    with committed():
        about.unpublish()
    output = {"title": "The report", "page": about.pk}
    phase = {
        "kind": "conclusions",
        "opens": "2026-01-01",
        "closes": "2026-02-01",
        "description": "<p>Then.</p>",
        "outputs": [{"type": "item", "value": output, "id": str(uuid.uuid4())}],
    }
    process = make_process(phases=[{"type": "phase", "value": phase}])
    store(process.url)
    assert about.url not in text(process.url)
    with committed():
        about.save_revision().publish()
    assert about.url in text(process.url)
