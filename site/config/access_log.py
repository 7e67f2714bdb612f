"""What the server itself writes down. Read before Django is set up."""

import re
from datetime import timedelta

from gunicorn.glogging import Logger

from core.logs import without_secrets

MILLISECOND = timedelta(milliseconds=1)


class PrivateLogger(Logger):
    """A log that tells what was asked and never who asked: no address, query or signed link."""

    def atoms(self, resp, req, environ, request_time):
        """All that a line can hold, whatever its format asks for: gunicorn would offer it each
        header, cookies among them."""
        return {
            "m": environ["REQUEST_METHOD"],
            # Not PATH_INFO, which is decoded: an encoded line break there would forge a line.
            "U": without_secrets(environ["RAW_URI"].partition("?")[0]),
            "s": str(resp.status).partition(" ")[0],
            "b": resp.sent,
            "M": request_time // MILLISECOND,
            "{x-request-id}i": environ.get("HTTP_X_REQUEST_ID", "-"),
        }

    def warning(self, msg, *args, **kwargs):
        super().warning(re.sub(r"from ip=\S+:", "refused:", msg), *args, **kwargs)
