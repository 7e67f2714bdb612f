import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import RequestFactory
from wagtail.models import Page, PageViewRestriction

from core.routing import find_route
from home.models import StandardPage
from tests.factories import make_blog, place


@pytest.fixture
def deep(home):
    """A page three levels below the front door."""
    parent = place(home, StandardPage(title="One"))
    parent = place(parent, StandardPage(title="Two"))
    return place(parent, StandardPage(title="Three"))


@pytest.fixture
def find(home):
    def find(path):
        return find_route(RequestFactory().get(f"/{path}"), path)

    return find


def test_page_is_found_at_the_same_cost_at_any_depth(find, deep, home, django_assert_num_queries):
    ContentType.objects.get_for_model(StandardPage)
    find("")
    with django_assert_num_queries(2):  # the tree, and the page's own fields
        page, _, _ = find("one/two/three/")
    assert page.specific == deep
    with django_assert_num_queries(0):
        assert [above.title for above in page.breadcrumbs] == [home.title, "One", "Two"]
        assert list(page.get_view_restrictions()) == []


def test_rest_of_the_address_is_the_pages_own(find, proposal):
    page, args, _ = find("current-proposals/the-proposal/coverage/")
    assert page == proposal
    assert args[0].__name__ == "coverage"


@pytest.mark.parametrize(
    "path", ["not-there/", "one/not-there/", "two/", "home/one/", "one/three/"]
)
def test_address_that_no_page_has_leads_nowhere(find, deep, path):
    assert find(path) is None


def test_draft_leads_nowhere(find, deep):
    deep.unpublish()
    assert find("one/two/three/") is None


def test_route_agrees_with_wagtails_own(find, deep, post, proposal):
    for page in Page.objects.live().filter(depth__gt=1):
        path = page.url.removeprefix("/")
        found, _, _ = find(path)
        wagtails = Page.objects.get(depth=2).specific.route(
            RequestFactory().get(page.url), [part for part in path.split("/") if part]
        )
        assert (found.pk, type(found)) == (wagtails.page.pk, type(wagtails.page))


def test_restriction_above_reaches_the_pages_below(find, deep):
    assert find("one/two/three/")[0].is_open_to_all
    restricted = Page.objects.get(slug="one")
    PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    page, _, _ = find("one/two/three/")
    assert not page.is_open_to_all
    assert page.get_view_restrictions().count() == 1
    assert find("")[0].is_open_to_all


def test_site_without_a_record_finds_nothing(find, home):
    home.get_site().delete()
    assert find("") is None


def test_addresses_without_a_slash_lead_to_those_with_one(client, post):
    response = client.get(post.url.rstrip("/"))
    assert response.status_code == 301
    assert response["Location"] == post.url
    assert make_blog().url == "/blog/"
