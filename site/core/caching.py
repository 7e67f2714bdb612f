"""Who may keep an answer. `config/urls.py` says for each address which of these holds."""

from functools import wraps

from csp.decorators import csp_replace
from django.conf import settings
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control

from .page_store import tags


def public(view):
    """The same answer for everyone: the page store keeps it, and so may a CDN or a browser."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if response.status_code != 200 or response.has_header("Cache-Control"):
            return response
        response.is_public = True
        if hasattr(response, "render"):
            response = response.render()
        page = (getattr(response, "context_data", None) or {}).get("page")
        response.page_tags = tags_of(response, page)
        response.parameters = parameters_of(response, page)
        patch_cache_control(
            response,
            public=True,
            max_age=0,
            s_maxage=settings.SHARED_CACHE_SECONDS,
            stale_while_revalidate=settings.STALE_WHILE_REVALIDATE_SECONDS,
        )
        return response

    return wrapper


def tags_of(response, page):
    """Those that the view gave it, as feeds do, or those of the page that it shows."""
    if hasattr(response, "page_tags"):
        return response.page_tags
    return page.store_tags() if page else {tags.EPOCH}


def parameters_of(response, page):
    """Those that the view says it knows, or those of the page that it shows."""
    if hasattr(response, "parameters"):
        return response.parameters
    return page.parameters if page else ()


def private(view):
    """An answer for one person: nobody keeps it."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    return wrapper


def admin(view):
    """Private, and under the looser policy that Wagtail's editor needs."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = csp_replace(settings.ADMIN_CONTENT_SECURITY_POLICY)(private(view))(
            request, *args, **kwargs
        )
        # A preview comes out of the public page's own stack, with its policy already on it.
        response.headers.pop("Content-Security-Policy", None)
        response["X-Frame-Options"] = "SAMEORIGIN"
        return response

    return wrapper


# A document may be restricted one day: whoever has a copy asks whether it still holds.
checked_each_time = cache_control(private=True, no_cache=True)

# What a name holds never changes: another picture has another name.
kept_for_good = cache_control(public=True, max_age=365 * 24 * 60 * 60, immutable=True)

# A sized copy of an image is never changed: another crop or size has another name.
kept_for_a_week = cache_control(public=True, max_age=7 * 24 * 60 * 60)
