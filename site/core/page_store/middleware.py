"""Answers public pages from the store, and fills it."""

from . import tags
from .entries import (
    NOT_IN_STORE,
    answer,
    encoding_for,
    find,
    keep,
    make_entry,
    may_be_public,
    name_of,
)


class PageStore:
    """The first thing a request meets within Django.

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

        name = name_of(request)
        if name and NOT_IN_STORE not in request.META and (entry := find(name)):
            return answer(request, entry)

        epoch = tags.epoch()
        response = self.get_response(request)
        if not getattr(response, "is_public", False) or response.cookies or response.streaming:
            return for_one_reader(response)

        entry = make_entry(response, encoding_for(request))
        if name and response.status_code == 200 and may_be_kept(request, response):
            tokens = tags.tokens({tags.FRAME, *response.page_tags})
            if tags.epoch() == epoch:
                keep(name, entry, tokens)
        return answer(request, entry)


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
