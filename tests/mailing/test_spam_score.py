"""No kind of mail looks like spam to SpamAssassin, and none is large."""

import email
import os
import shutil
import subprocess
from email import policy

import pytest

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


@pytest.mark.skipif(not PROGRAM and not os.environ.get("CI"), reason="needs SpamAssassin")
@pytest.mark.parametrize("kind_name", SAMPLES)
def test_it_does_not_look_like_spam(mail, kind_name, tmp_path):
    judged = subprocess.run(
        [PROGRAM, "--local", "--siteconfigpath=/etc/spamassassin", "--nocreate-prefs"],
        input=mail(kind_name),
        capture_output=True,
        check=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    status = str(email.message_from_bytes(judged.stdout, policy=policy.default)["X-Spam-Status"])
    score = float(status.partition("score=")[2].split()[0])
    assert score < LIMIT, status
