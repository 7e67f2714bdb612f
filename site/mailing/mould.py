"""A mail made once for all its recipients and filled in for each.

Making it anew for each of them costs more than all the rest of sending it.
"""

from binascii import b2a_qp
from dataclasses import dataclass
from email.utils import formatdate

from django.core.mail import BadHeaderError
from django.core.mail.message import sanitize_address
from django.utils.html import escape

from .frozen import PLACEHOLDER, placeholder
from .message import build, personal_headers
from .models import Delivery

FILLED_IN_OR_OUR_OWN = (
    *("To", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post"),
    *("Content-Type", "Content-Transfer-Encoding"),
)
# In quoted-printable "=" stands before two digits or the end of a line: no text has this in it.
BOUNDARY = b"=_next-part"
PART = b'Content-Type: text/%b; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n'


@dataclass(frozen=True)
class Hole:
    """Where the personal value of this name goes; in HTML it is escaped."""

    name: str
    escaped: bool

    def fill(self, personal):
        value = personal.get(self.name, placeholder(self.name))
        return crlf(softly_broken(escape(value) if self.escaped else value))


class Mould:
    """A Notification as quoted-printable MIME, with holes for what is personal.

    It says what `message.build` says, in ASCII alone: no server on the way has to encode it anew,
    which would break its signature.
    """

    def __init__(self, notification):
        self.notification = notification
        self.pieces = [crlf(head_of(notification)), *self.body()]

    def body(self):
        text, html = self.notification.text, self.notification.html
        if not html:
            return part(b"plain", text)
        kind = b"Content-Type: multipart/alternative; boundary=%b\n\n--%b\n"
        return [
            crlf(kind % (b'"%b"' % BOUNDARY, BOUNDARY)),
            *part(b"plain", text),
            crlf(b"\n--%b\n" % BOUNDARY),
            *part(b"html", html),
            crlf(b"\n--%b--" % BOUNDARY),
        ]

    def fill(self, delivery):
        """The whole mail for the recipient of `delivery`, as bytes for a mail server."""
        headers = {
            "To": ascii_address(delivery.address),
            "Date": formatdate(),
            **personal_headers(delivery),
        }
        personal = delivery.personal
        return b"".join(
            [header(*each) for each in headers.items()]
            + [piece.fill(personal) if isinstance(piece, Hole) else piece for piece in self.pieces]
        )


def head_of(notification):
    """The headers that are the same for all recipients."""
    message = build(Delivery(notification=notification), connection=None).message()
    for name in FILLED_IN_OR_OUR_OWN:
        del message[name]
    message.set_payload("")
    return message.as_bytes().removesuffix(b"\n")


def part(kind, text):
    """One part of a mail as pieces, each either bytes or a Hole."""
    # Constants, and between them the names of holes.
    *between, last = PLACEHOLDER.split(text)
    pieces = [crlf(PART % kind)]
    for constant, name in zip(between[::2], between[1::2], strict=True):
        pieces += [crlf(softly_broken(constant)), Hole(name, escaped=kind == b"html")]
    return [*pieces, crlf(quoted_printable(last))]


def header(name, value):
    """A line of the head, as bytes. Raises BadHeaderError for what would be more than one."""
    if not value.isprintable():
        raise BadHeaderError(f"{name} has what no header can hold.")
    return f"{name}: {value}\r\n".encode("ascii")


def ascii_address(address):
    """As it stands in headers and is said to mail servers: with its domain in Punycode."""
    return address if address.isascii() else sanitize_address(address, "utf-8")


def quoted_printable(text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return b2a_qp(lines.encode(), istext=True)


def softly_broken(text):
    """In quoted-printable, ending with a break that counts for nothing, so that any may follow."""
    # The last "=" is written as "=3D" and thus has room on its line.
    return quoted_printable(text + "=").removesuffix(b"3D") + b"\n"


def crlf(lines):
    return lines.replace(b"\n", b"\r\n")
