"""The connection by which mails leave."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend as Smtp

from . import pipeline
from .message import build
from .mould import Mould, ascii_address


class Transport:
    """MAIL_TRANSPORT: a mail server, to which mails go filled in; or whatever else takes messages
    of Django's."""

    def __init__(self):
        self.connection = get_connection(settings.MAIL_TRANSPORT)
        self.sender = ascii_address(parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
        self.mould = None

    def open(self):
        self.connection.open()

    def close(self):
        self.connection.close()

    def send(self, delivery):
        if isinstance(self.connection, Smtp):
            self.send_by_smtp(delivery)
        else:
            build(delivery, self.connection).send()

    def send_by_smtp(self, delivery):
        """Raises smtplib's exceptions, as Django's backend does, after which to close."""
        # Mails that say the same are sent one after another.
        if not self.mould or self.mould.notification != delivery.notification:
            self.mould = Mould(delivery.notification)
        recipient = ascii_address(delivery.address)
        pipeline.send(self.connection.connection, self.sender, recipient, self.mould.fill(delivery))
