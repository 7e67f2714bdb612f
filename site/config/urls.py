"""Every address of the site, and for each who may keep the answer: said here and nowhere else."""

from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from core import caching, health, images, well_known
from core.routing import serve_page
from core.share.views import share_image
from core.sitemaps import PageSitemap
from discussion.views.feeds import all_comments, comments_of
from discussion.views.permanent import permanent_comment, permanent_response
from editors.sign_in.second_factor import guarded
from home.search.views import search
from mailing.urls import mail_service_urls

ACCOUNT = [path("", include("editors.sign_in.urls"))]

ADMIN = decorate_urlpatterns([path("admin/", include(wagtailadmin_urls))], guarded)

PRIVATE = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("comments/<uuid:uuid>/", permanent_comment, name="comment"),
    path("comments/responses/<int:pk>/", permanent_response, name="response"),
    # Passwords and sign-in for pages that are not for everyone.
    *(view for view in wagtail_urls.urlpatterns if view.name != "wagtail_serve"),
]

COMMENTS = [path("comments/", include("discussion.urls"))]

STAKEHOLDERS = [path("stakeholders/", include("stakeholders.urls"))]

MAIL_SERVICE = mail_service_urls()

DOCUMENTS = [path("documents/", include(wagtaildocs_urls))]

# Sized copies of images alone: originals and documents are reached through Wagtail's rules.
IMAGES = [path("media/images/<path:path>", images.serve_image)]

SHARE_IMAGES = [
    re_path(
        r"^share/(?P<page_id>[0-9]{1,9})-(?P<fingerprint>[0-9a-f]{20})\.png$",
        share_image,
        name="share_image",
    )
]

PUBLIC = [
    path("robots.txt", well_known.robots),
    path(".well-known/security.txt", well_known.security),
    path("search/", search, name="search"),
    path("comments/feed/", all_comments, name="all_comments"),
    path("comments/feed/<slug:key>/", comments_of, name="comments_of"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}),
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
]

urlpatterns = [
    # First: it stands before the doors that Wagtail has of its own.
    *decorate_urlpatterns(ACCOUNT, caching.private),
    *decorate_urlpatterns(ADMIN, caching.admin),
    *decorate_urlpatterns(PRIVATE, caching.private),
    *decorate_urlpatterns(COMMENTS, caching.private),
    *decorate_urlpatterns(STAKEHOLDERS, caching.private),
    *decorate_urlpatterns(MAIL_SERVICE, caching.private),
    *decorate_urlpatterns(DOCUMENTS, caching.checked_each_time),
    *decorate_urlpatterns(IMAGES, caching.kept_for_a_week),
    *decorate_urlpatterns(SHARE_IMAGES, caching.kept_for_good),
    *decorate_urlpatterns(PUBLIC, caching.public),
]
