"""What the store keeps of a page, under which name, and whether it still holds."""

import hashlib
import time
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from . import tags
from .encodings import best_encoding, encode

# What this worker found to hold, by the epoch in which it did and the name.
recent = {}
MOST_RECENT = 500

# By this in its environment Django knows that the store was asked already.
NOT_IN_STORE = "core.page_store.not_in_store"


def may_be_public(request):
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not getattr(request, "is_dummy", False)
    )


def encoding_for(request):
    return best_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))


def name_of(request):
    """The name of this page in the store, however its parameters are written; None for a request
    that Django refuses further in, where the refusal gets its headers."""
    try:
        host = request.get_host().lower()
        parameters = urlencode(sorted(request.GET.items()))
    except SuspiciousOperation:
        return None
    address = f"{request.scheme} {host} {encoding_for(request)} {request.path}?{parameters}"
    return "page-store:" + hashlib.sha256(address.encode()).hexdigest()


def make_entry(response, encoding):
    """What is kept of a response: {"status", "headers", "body"}, the body compressed."""
    headers = dict(response.items())
    headers["ETag"] = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
    headers["ETag"] = f"W/{headers['ETag']}"
    headers["Vary"] = "Accept-Encoding"
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    body = encode(response.content, encoding)
    headers["Content-Length"] = str(len(body))
    return {"status": response.status_code, "headers": headers, "body": body}


def keep(name, entry, tokens):
    """Keep an entry for as long as `tokens`, those of all that it shows, are the present ones."""
    seconds = seconds_to_keep()
    kept = entry | {"tokens": tokens, "until": time.time() + seconds}
    cache.set(name, kept, timeout=seconds)


def find(name):
    """The entry kept under `name`, if nothing that it shows has changed since; else None.

    As long as nothing at all is dropped, a worker reads an entry and its tokens once, and then
    nothing but the epoch.
    """
    epoch = tags.epoch()
    entry = recent.get((epoch, name))
    if entry is None:
        entry = cache.get(name)
        if entry is None or entry["tokens"] != tags.tokens(entry["tokens"]):
            return None
        if len(recent) >= MOST_RECENT:
            recent.clear()
        recent[epoch, name] = entry
    return entry if time.time() < entry["until"] else None


def answer(request, entry):
    response = HttpResponse(entry["body"], status=entry["status"], headers=entry["headers"])
    if entry["status"] != 200:
        return response
    return get_conditional_response(request, etag=response["ETag"], response=response)


def seconds_to_keep():
    """Until the usual age or midnight, whichever is sooner: pages say how many days are left."""
    now = timezone.localtime()
    midnight = timezone.make_aware(
        datetime.combine(now.date() + timedelta(days=1), datetime.min.time())
    )
    return min(settings.PAGE_STORE_SECONDS, (midnight - now).total_seconds())
