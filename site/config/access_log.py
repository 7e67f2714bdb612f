"""What the server itself writes down. Read before Django is set up."""

import re

from gunicorn.glogging import Logger

from core.logs import without_secrets


class PrivateLogger(Logger):
    """A log that tells what was asked and never who asked: no address, query or signed link."""

    def atoms(self, resp, req, environ, request_time):
        # Not PATH_INFO, which is decoded: an encoded line break there would forge a line.
        path = without_secrets(environ["RAW_URI"].partition("?")[0])
        return super().atoms(resp, req, environ, request_time) | {"U": path}

    def warning(self, msg, *args, **kwargs):
        super().warning(re.sub(r"from ip=\S+:", "refused:", msg), *args, **kwargs)
