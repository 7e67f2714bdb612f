from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site


def follow_site_url(**kwargs):
    """Give Wagtail's record of the site the host and port of SITE_URL, from which it makes the
    addresses in sitemaps and mails. Runs after every migration, so each release settles it."""
    url = urlsplit(settings.SITE_URL)
    port = url.port or (443 if url.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site and (site.hostname, site.port) != (url.hostname, port):
        site.hostname, site.port = url.hostname, port
        site.site_name = settings.WAGTAIL_SITE_NAME
        site.save()
