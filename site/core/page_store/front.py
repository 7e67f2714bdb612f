"""Answers what the store holds before Django is asked."""

from django.core.handlers.wsgi import WSGIRequest

from core.middleware import number_of

from .encodings import best_encoding
from .entries import answer, find, may_be_public, name_of


class Front:
    """Stands before Django's WSGI application, as `config/wsgi.py` puts it there.

    What it answers went through the whole of Django once and kept the headers that it got on its
    way, for the same host, scheme and address: nothing need be checked again.
    """

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        # Of a copy, since a request decodes the address in place, and Django makes its own.
        request = WSGIRequest(environ.copy())
        response = from_store(request)
        if response is None:
            return self.application(environ, start_response)
        response["X-Request-ID"] = number_of(request)
        start_response(f"{response.status_code} {response.reason_phrase}", [*response.items()])
        return [response.content] if request.method == "GET" else []


def from_store(request):
    if not may_be_public(request):
        return None
    name = name_of(request, best_encoding(request.headers.get("Accept-Encoding", "")))
    entry = find(name) if name else None
    return answer(request, entry) if entry else None
