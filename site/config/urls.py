"""Every address of the site, and for each who may keep the answer: said here and nowhere else."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from core import caching, health, images
from core.routing import serve_page

ADMIN = [path("admin/", include(wagtailadmin_urls))]

PRIVATE = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    # Passwords and sign-in for pages that are not for everyone.
    *(view for view in wagtail_urls.urlpatterns if view.name != "wagtail_serve"),
]

DOCUMENTS = [path("documents/", include(wagtaildocs_urls))]

# Sized copies of images alone: originals and documents are reached through Wagtail's rules.
IMAGES = [path("media/images/<path:path>", images.serve_image)]

PUBLIC = [
    path("sitemap.xml", sitemap),
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
]

urlpatterns = [
    *decorate_urlpatterns(ADMIN, caching.admin),
    *decorate_urlpatterns(PRIVATE, caching.private),
    *decorate_urlpatterns(DOCUMENTS, caching.checked_each_time),
    *decorate_urlpatterns(IMAGES, caching.kept_for_a_week),
    *decorate_urlpatterns(PUBLIC, caching.public),
]
