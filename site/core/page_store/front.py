"""Answers what the store holds before Django is asked."""

from django.core.handlers.wsgi import WSGIRequest

from core.middleware import number_of

from .entries import NOT_IN_STORE, answer, find, may_be_public, name_of

# Headers by which a reader asks for a page only if it has changed, or has not.
CONDITIONS = (
    "HTTP_IF_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
)


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
        entry = entry_for(request)
        if entry is None:
            return self.application({**environ, NOT_IN_STORE: True}, start_response)
        status, headers, body = as_asked(request, entry)
        start_response(status, [*headers, ("X-Request-ID", number_of(request))])
        return [body] if request.method == "GET" else []


def entry_for(request):
    name = name_of(request) if may_be_public(request) else None
    return find(name) if name else None


def as_asked(request, entry):
    """Status line, headers and body of the answer. Django is left to weigh conditions; where there
    are none, what is kept is the answer."""
    if entry["status"] == 200 and not any(name in request.META for name in CONDITIONS):
        return "200 OK", entry["headers"].items(), entry["body"]
    response = answer(request, entry)
    status = f"{response.status_code} {response.reason_phrase}"
    return status, response.items(), response.content
