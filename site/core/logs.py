"""What the log may say: the request's number on every line, nobody's e-mail address, and no link
that lets somebody in."""

import logging
import re
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A part of a path with a colon: every signed or secret one of ours has it. Not a host with its
# port, nor a file with its line.
SECRET = re.compile(r"(?<!:/)/[^/\s]*(?::|%3A)[^/\s]{8,}", re.IGNORECASE)


class RequestIdFilter(logging.Filter):
    """Gives each record the number of the request it belongs to, "-" outside requests."""

    def filter(self, record):
        record.request_id = request_id.get()
        return True


def without_secrets(text):
    """`text` with each signed or secret part of a path left out."""
    return SECRET.sub("/[signed]", text)


class MaskingFormatter(logging.Formatter):
    """Masks e-mail addresses and secret links in the whole line, traceback included."""

    def format(self, record):
        return without_secrets(ADDRESS.sub("[address]", super().format(record)))
