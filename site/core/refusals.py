"""Why something that was sent is not taken."""


class Refused(Exception):
    """Something sent can't be taken now. The message says so to who sent it, and what to do.

    `retry_after`, in seconds, is when it may be taken.
    """

    def __init__(self, message, status=400, retry_after=None):
        super().__init__(message)
        self.message = message
        self.status = status
        self.retry_after = retry_after

    def put_on(self, response):
        """`response`, which shows the message, with what it says to programs."""
        response.status_code = self.status
        if self.retry_after:
            response["Retry-After"] = str(self.retry_after)
        return response
