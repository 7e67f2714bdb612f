"""robots.txt, the sitemap, security.txt: what search engines and finders of faults ask for."""

from datetime import datetime, timedelta

import pytest
from defusedxml import ElementTree
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.factories import make_blog, make_post

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def sitemap(client, settings):
    """{address: date} as the sitemap gives them."""
    settings.SITE_URL = "https://policy.example.org"

    def read():
        response = client.get("/sitemap.xml")
        assert response["Content-Type"] == "application/xml"
        return {
            url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod")
            for url in ElementTree.fromstring(response.content)
        }

    return read


def published_on(page, day):
    Page.objects.filter(pk=page.pk).update(
        last_published_at=datetime.fromisoformat(f"{day}T12:00:00+00:00")
    )


def test_robots_are_led_to_the_sitemap_and_away_from_admin_and_search(client, db, settings):
    settings.SITE_URL = "https://policy.example.org"
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /search/"} <= set(lines)
    assert "Sitemap: https://policy.example.org/sitemap.xml" in lines


def test_sitemap_has_every_public_page_under_our_own_name(sitemap, post, proposal, home):
    site = "https://policy.example.org"
    pages = [home, make_blog(), post, proposal, proposal.get_parent()]
    assert sitemap().keys() == {site + page.url for page in pages}


def test_sitemap_has_no_draft_and_nothing_restricted(sitemap, home):
    make_post("Draft", live=False)
    PageViewRestriction.objects.create(page=make_post("Hidden"), restriction_type="login")
    assert not [address for address in sitemap() if "draft" in address or "hidden" in address]


def test_section_that_is_restricted_is_missing_with_all_below_it(sitemap, post):
    PageViewRestriction.objects.create(page=make_blog(), restriction_type="login")
    assert not [address for address in sitemap() if "/blog/" in address]


def test_page_is_dated_by_its_publication_and_not_by_a_draft(sitemap, post):
    published_on(post, "2026-03-01")
    post.refresh_from_db()
    post.title = "Not yet"
    post.save_revision()
    assert sitemap()[f"https://policy.example.org{post.url}"] == "2026-03-01"


def test_list_is_dated_by_the_newest_of_what_it_lists(sitemap, post):
    blog = make_blog()
    published_on(blog, "2026-01-01")
    published_on(post, "2026-03-01")
    assert sitemap()[f"https://policy.example.org{blog.url}"] == "2026-03-01"


def test_list_changed_after_what_it_lists_has_its_own_date(sitemap, post):
    blog = make_blog()
    published_on(post, "2026-03-01")
    published_on(blog, "2026-04-01")
    assert sitemap()[f"https://policy.example.org{blog.url}"] == "2026-04-01"


def test_sitemap_costs_few_queries(client, post, proposal, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get("/sitemap.xml")


def test_security_contact_is_the_footers_for_less_than_a_year(client, footer, settings):
    settings.SITE_URL = "https://policy.example.org"
    footer.contact_email = "team@example.org"
    footer.save()
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"] == "mailto:team@example.org"
    assert fields["Canonical"] == "https://policy.example.org/.well-known/security.txt"
    ahead = datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert timedelta(days=30) < ahead < timedelta(days=365)


def test_without_a_contact_there_is_no_security_file(client, footer):
    assert client.get("/.well-known/security.txt").status_code == 404
