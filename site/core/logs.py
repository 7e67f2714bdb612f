"""What the log may say: the request's number on every line, and nobody's e-mail address."""

import logging
import re
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class RequestIdFilter(logging.Filter):
    """Gives each record the number of the request it belongs to, "-" outside requests."""

    def filter(self, record):
        record.request_id = request_id.get()
        return True


class MaskingFormatter(logging.Formatter):
    """Masks e-mail addresses in the whole line, traceback included."""

    def format(self, record):
        return ADDRESS.sub("[address]", super().format(record))
