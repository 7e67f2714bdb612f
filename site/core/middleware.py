"""What every request and every answer gets, whatever the page."""

import re
import uuid
from urllib.parse import unquote_to_bytes

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpResponse

from . import logs

REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")

SECURITY_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
}


def number_of(request):
    """The number that the server gave the request; one of our own where it gave none."""
    number = request.META.get("HTTP_X_REQUEST_ID", "")
    return number if REQUEST_ID.fullmatch(number) else uuid.uuid4().hex


def request_id(get_response):
    """Number the request as the server did, so that the log and the answer name it alike."""

    def middleware(request):
        number = number_of(request)
        token = logs.request_id.set(number)
        try:
            response = get_response(request)
        finally:
            logs.request_id.reset(token)
        response["X-Request-ID"] = number
        return response

    return middleware


def refuse_bad_requests(get_response):
    """Refuse what no page of ours can mean: a NUL in the address, which databases reject with an
    error of their own, and a body larger than any upload we take."""

    def middleware(request):
        address = request.META.get("PATH_INFO", "") + request.META.get("QUERY_STRING", "")
        if b"\x00" in unquote_to_bytes(address):
            return plain_refusal(400, "This address holds a character that no address of ours has.")
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length > settings.MAX_BODY_BYTES:
            limit = settings.MAX_BODY_BYTES // 1024 // 1024
            return plain_refusal(413, f"That is more than {limit} MB. Nothing was saved.")
        return get_response(request)

    return middleware


def plain_refusal(status, message):
    response = HttpResponse(message, status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response


def security_headers(get_response):
    """The headers that Django's own middleware does not set."""

    def middleware(request):
        response = get_response(request)
        for name, value in SECURITY_HEADERS.items():
            response.setdefault(name, value)
        return response

    return middleware


class ContentSecurityPolicy(CSPMiddleware):
    """django-csp's, which puts a policy together for each answer: most have the same."""

    def __init__(self, get_response):
        super().__init__(get_response)
        self.policy = build_policy()

    def process_response(self, request, response):
        has_own = any(name.startswith("_csp") for name in (*vars(request), *vars(response)))
        if has_own or settings.DEBUG:
            return super().process_response(request, response)
        response.setdefault(HEADER, self.policy)
        return response
