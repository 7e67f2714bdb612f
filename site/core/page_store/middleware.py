"""Answers public pages from the store, and fills it."""

import hashlib
from datetime import datetime, time, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from . import tags
from .encodings import best_encoding, encode


class PageStore:
    """The first thing a request meets that could cost time.

    A view's answer is public when the view was declared so (`core.caching.public`). It is then
    compressed, given an ETag, and kept under its address and encoding. Whoever carries a session
    (an editor) gets a page of their own, which is never kept and never served to others; so does
    a preview.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not may_be_public(request):
            return for_one_reader(self.get_response(request))

        encoding = best_encoding(request.headers.get("Accept-Encoding", ""))
        key = store_key(request, encoding)
        if key and (entry := cache.get(key)) and entry["tokens"] == tags.tokens(entry["tokens"]):
            return answer(request, entry)

        epoch = tags.tokens([tags.EPOCH])
        response = self.get_response(request)
        if not getattr(response, "is_public", False) or response.cookies or response.streaming:
            return for_one_reader(response)

        entry = make_entry(response, encoding)
        if key and response.status_code == 200 and may_be_kept(request, response):
            entry["tokens"] = tags.tokens({tags.FRAME, *response.page_tags})
            if tags.tokens([tags.EPOCH]) == epoch:
                cache.set(key, entry, timeout=seconds_to_keep())
        return answer(request, entry)


def may_be_public(request):
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not getattr(request, "is_dummy", False)
    )


def may_be_kept(request, response):
    """Whether the address has no parameter but those that the page knows, each once: nobody can
    fill the store with invented addresses."""
    known = request.GET.keys() <= set(response.parameters)
    return (
        request.method == "GET"
        and known
        and len(request.GET) == sum(len(values) for _, values in request.GET.lists())
    )


def for_one_reader(response):
    """What was made as a public page, and is not: for an editor, or with a cookie."""
    if getattr(response, "is_public", False):
        response["Cache-Control"] = "private, no-store"
    return response


def store_key(request, encoding):
    """The name of this page in the store, however its parameters are written; None for a host that
    is not ours."""
    try:
        host = request.get_host()
    except DisallowedHost:
        # Django refuses it further in, where the refusal gets its headers.
        return None
    parameters = urlencode(sorted(request.GET.items()))
    address = f"{request.scheme} {host} {encoding} {request.path}?{parameters}"
    return "page-store:" + hashlib.sha256(address.encode()).hexdigest()


def make_entry(response, encoding):
    headers = dict(response.items())
    headers["ETag"] = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
    headers["ETag"] = f"W/{headers['ETag']}"
    headers["Vary"] = "Accept-Encoding"
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    body = encode(response.content, encoding)
    headers["Content-Length"] = str(len(body))
    return {"status": response.status_code, "headers": headers, "body": body}


def answer(request, entry):
    response = HttpResponse(entry["body"], status=entry["status"], headers=entry["headers"])
    if entry["status"] != 200:
        return response
    return get_conditional_response(request, etag=response["ETag"], response=response)


def seconds_to_keep():
    """Until the usual age or midnight, whichever is sooner: pages say how many days are left."""
    now = timezone.localtime()
    midnight = timezone.make_aware(datetime.combine(now.date() + timedelta(days=1), time.min))
    return min(settings.PAGE_STORE_SECONDS, (midnight - now).total_seconds())
