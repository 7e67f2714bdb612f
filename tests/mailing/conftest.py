"""A kind of mail, a mail server that does as it is told, and senders."""

import asyncio
import email
import logging
import socket
from collections import Counter
from email import policy
from pathlib import Path
from threading import Condition, Event

import pytest
from aiosmtpd.controller import Controller
from django.core.management import call_command

from mailing.kinds import KINDS, Kind
from mailing.models import Delivery
from mailing.outbox import post

# It writes down each step, which takes longer than the step.
logging.getLogger("mail.log").setLevel(logging.WARNING)

TEMPLATES = Path(__file__).parent / "templates"
CONTEXT = {
    "title": "Tea & <scones>",
    "words": "One.\n\nTwo & three.",
    "url": "https://a.org/?b=1&c=2",
}


class MailServer:
    """Takes mail on 127.0.0.1. `answers` has what it says to the next mails; "" hangs up.

    With `holds` set it takes each mail, says so by `has_one`, and answers when `let_go` is set.
    """

    def __init__(self):
        self.answers = []
        self.mails = []
        self.sessions = 0
        self.offers = ["PIPELINING"]
        self.to_senders = self.to_recipients = "250 OK"
        self.holds = False
        self.has_one, self.let_go = Event(), Event()
        self.more = Condition()

    def wait_for(self, number):
        """Until it has taken that many mails in all."""
        with self.more:
            assert self.more.wait_for(lambda: len(self.mails) >= number, timeout=300)

    @property
    def messages(self):
        return [email.message_from_bytes(raw, policy=policy.default) for _, raw in self.mails]

    @property
    def taken(self):
        """How often it has taken a mail, by address."""
        return Counter(address for addresses, _ in self.mails for address in addresses)


class Conversation:
    """What the mail server says. Apart from it, since aiosmtpd looks at whatever a handler has at
    the beginning of each session, and reading all mails takes its time."""

    def __init__(self, mail_server):
        self.mail_server = mail_server

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        self.mail_server.sessions += 1
        return [*(f"250-{offer}" for offer in self.mail_server.offers), *responses]

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.mail_server.to_senders

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return f"550 5.1.1 <{address}> is unknown here"
        envelope.rcpt_tos.append(address)
        return self.mail_server.to_recipients

    async def handle_DATA(self, server, session, envelope):
        answer = self.mail_server.answers.pop(0) if self.mail_server.answers else "250 OK"
        if answer.startswith("250"):
            with self.mail_server.more:
                self.mail_server.mails.append((envelope.rcpt_tos, envelope.original_content))
                self.mail_server.more.notify_all()
        if self.mail_server.holds:
            self.mail_server.has_one.set()
            await asyncio.to_thread(self.mail_server.let_go.wait, 30)
        if not answer:
            server.transport.abort()
        return answer or "421 Bye"


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def smtp(settings, free_port):
    """Mail goes by SMTP, to a port on which nobody listens yet."""
    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port


@pytest.fixture
def mail_server(smtp, free_port):
    server = MailServer()
    controller = Controller(Conversation(server), hostname="127.0.0.1", port=free_port)
    controller.start()
    yield server
    server.let_go.set()
    controller.stop()


@pytest.fixture(autouse=True)
def kind(monkeypatch, settings):
    """`kind(**fields)` registers the kind "notice" anew; it is there plainly from the start."""
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], TEMPLATES]}]

    def define(**fields):
        monkeypatch.setitem(KINDS, "notice", Kind("notice", "notice.html", **fields))

    define()
    return define


@pytest.fixture
def post_one():
    """Posts a notice, by default about one thing to Ada; gives its Delivery."""

    def give(key="one", to="ada@example.org", context=CONTEXT, personal=None):
        post("notice", key, to, context, personal)
        return Delivery.objects.filter(notification__key=key, address=to).first()

    return give


@pytest.fixture
def send():
    return lambda: call_command("send_outbox", verbosity=0)
