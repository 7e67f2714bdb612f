"""No kind of mail looks like spam to SpamAssassin, and none is large."""

import email
import mailbox
import os
import shutil
import subprocess
from email import policy

import pytest
from django.db import transaction

from mailing.kinds import KINDS
from mailing.models import Delivery
from mailing.mould import Mould
from tests.mail_samples import SAMPLES

PROGRAM = shutil.which("spamassassin")
LIMIT = 1.0
LARGEST = 30_000


@pytest.fixture
def mail(home, settings):
    """`mail(kind)` is a mail of that kind as it leaves, caused by what causes it on the site."""
    settings.EMAIL_BACKEND = "mailing.backend.OutboxBackend"
    settings.SITE_URL = "https://policy.example.org"
    settings.DEFAULT_FROM_EMAIL = "Data sharing <policy@example.org>"

    def cause(kind):
        SAMPLES[kind]()
        delivery = Delivery.objects.filter(notification__kind=kind).first()
        return Mould(delivery.notification).fill(delivery)

    return cause


def test_every_kind_has_a_sample(kind):
    assert KINDS.keys() - {"notice"} == SAMPLES.keys()


@pytest.mark.parametrize("kind_name", SAMPLES)
def test_no_part_is_large(mail, kind_name):
    message = email.message_from_bytes(mail(kind_name), policy=policy.default)
    for part in message.walk():
        assert part.is_multipart() or len(part.get_content().encode()) < LARGEST


def judge(mails, folder):
    """What SpamAssassin says of each: once for all, as it takes a second to begin."""
    box = mailbox.mbox(folder / "mails")
    for sent in mails:
        box.add(sent)
    box.close()
    judged = subprocess.run(
        [PROGRAM, "--local", "--siteconfigpath=/etc/spamassassin", "--nocreate-prefs", "--mbox"],
        input=(folder / "mails").read_bytes(),
        capture_output=True,
        check=True,
        env={**os.environ, "HOME": str(folder)},
    )
    (folder / "judged").write_bytes(judged.stdout)
    return [" ".join(seen["X-Spam-Status"].split()) for seen in mailbox.mbox(folder / "judged")]


@pytest.mark.skipif(not PROGRAM and not os.environ.get("CI"), reason="needs SpamAssassin")
def test_no_kind_looks_like_spam(mail, tmp_path):
    mails = []
    for kind_name in SAMPLES:
        with transaction.atomic():
            mails.append(mail(kind_name))
            transaction.set_rollback(True)
    for kind_name, status in zip(SAMPLES, judge(mails, tmp_path), strict=True):
        assert float(status.partition("score=")[2].split()[0]) < LIMIT, f"{kind_name}: {status}"
