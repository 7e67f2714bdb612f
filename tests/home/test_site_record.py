"""Wagtail's record of the site follows SITE_URL."""

import pytest
from wagtail.models import Site

from home.site_record import follow_site_url


@pytest.mark.parametrize(
    ("url", "hostname", "port"),
    [
        ("https://policy.example.org", "policy.example.org", 443),
        ("http://policy.example.org", "policy.example.org", 80),
        ("http://127.0.0.1:8001", "127.0.0.1", 8001),
    ],
)
def test_record_has_the_host_and_port_of_the_setting(home, settings, url, hostname, port):
    settings.SITE_URL = url
    follow_site_url()
    site = Site.objects.get()
    assert (site.hostname, site.port) == (hostname, port)
    assert site.root_page_id == home.pk


def test_sitemap_names_every_page_on_that_host(client, home, settings):
    settings.SITE_URL = "https://policy.example.org"
    follow_site_url()
    assert "<loc>https://policy.example.org/</loc>" in client.get("/sitemap.xml").content.decode()
