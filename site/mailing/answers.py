"""What a mail server says when it does not take a mail."""

import re
import smtplib

from core.logs import ADDRESS

# RFC 5321: no such mailbox, not here, no such name. RFC 3463: what begins with 5.3 to 5.7 is about
# the system, the network, the mail or a policy, such as that a server of ours may not send there.
NO_SUCH_ADDRESS = re.compile(r"55[013] (?!5\.[3-7]\.)")


def read(error):
    """(whether `error` refuses this mail for good, the server's words without addresses).

    A refused sender is our own mistake, which somebody will mend: only a refused recipient or a
    refused text ends it.
    """
    code, words = 0, str(error)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        [(code, words)] = error.recipients.values()
    elif isinstance(error, smtplib.SMTPDataError):
        code, words = error.smtp_code, error.smtp_error
    elif isinstance(error, smtplib.SMTPResponseException):
        words = f"{error.smtp_code} {as_text(error.smtp_error)}"
    words = f"{code} {as_text(words)}" if code else words
    return code >= 500, without_addresses(words)


def blame_the_address(words):
    """Whether the server says that there is no such address, rather than that it wants no mail of
    ours."""
    return bool(NO_SUCH_ADDRESS.match(words))


def as_text(words):
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words


def without_addresses(words):
    printable = "".join(sign if sign.isprintable() else " " for sign in words)
    return ADDRESS.sub("[address]", " ".join(printable.split()))[:300]
