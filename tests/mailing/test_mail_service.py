"""What a mail service says of bounces and complaints, by the one door that it has the key to."""

from base64 import b64encode
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured

from core.addresses import address_key
from mailing.models import Reason, Suppression
from mailing.urls import mail_service_urls

pytestmark = pytest.mark.django_db

SECRET = "service:a-long-secret"
BOUNCE = {"RecordType": "Bounce", "ID": 1, "Email": "Ada@example.org"}
SOFT = {**BOUNCE, "Type": "SoftBounce", "Description": "Unable to deliver temporarily"}
FULL = {**BOUNCE, "Type": "HardBounce", "Details": "552 5.2.2 over quota"}


@pytest.fixture
def service(settings, client):
    """`service(event, secret)` posts what Postmark would."""
    settings.ANYMAIL_SERVICE, settings.ANYMAIL_WEBHOOK_SECRET = "postmark", SECRET
    urls = ModuleType("urls_with_a_service")
    urls.urlpatterns = mail_service_urls()
    settings.ROOT_URLCONF = urls

    def tell(event, secret=SECRET):
        key = {"authorization": f"Basic {b64encode(secret.encode()).decode()}"} if secret else {}
        outsider = type(client)(enforce_csrf_checks=True)
        return outsider.post(
            "/mail-service/", event, content_type="application/json", headers=key, secure=True
        )

    return tell


@pytest.mark.parametrize(
    ("event", "reason", "soft"),
    [
        ({**BOUNCE, "Type": "HardBounce"}, Reason.HARD_BOUNCE, 0),
        ({**BOUNCE, "Type": "BadEmailAddress"}, Reason.HARD_BOUNCE, 0),
        ({**BOUNCE, "Type": "Transient"}, Reason.NONE, 1),
        (SOFT, Reason.NONE, 1),
        (FULL, Reason.NONE, 1),
        ({**BOUNCE, "RecordType": "SpamComplaint", "Type": "SpamComplaint"}, Reason.COMPLAINT, 0),
    ],
)
def test_what_comes_back_is_remembered(service, event, reason, soft):
    assert service(event).status_code == 200
    suppression = Suppression.objects.get()
    assert suppression.address_key == address_key("ada@example.org")
    assert (suppression.reason, suppression.soft_bounces) == (reason, soft)


@pytest.mark.parametrize(
    "event",
    [
        {"RecordType": "Delivery", "Recipient": "ada@example.org", "MessageID": "1"},
        {**BOUNCE, "Type": "HardBounce", "Email": ""},
    ],
)
def test_what_is_no_bounce_suppresses_nobody(service, event):
    assert service(event).status_code == 200
    assert not Suppression.objects.exists()


def test_soft_bounces_are_counted_and_hold_nothing_back(service):
    for _ in range(3):
        service(SOFT)
    suppression = Suppression.objects.get()
    assert (suppression.reason, suppression.soft_bounces) == (Reason.NONE, 3)


@pytest.mark.parametrize("secret", ["", "service:guessed", "a-long-secret"])
def test_nobody_else_can_have_an_address_suppressed(service, secret):
    assert service({**BOUNCE, "Type": "HardBounce"}, secret).status_code == 400
    assert not Suppression.objects.exists()


def test_there_is_no_door_without_a_secret(settings, client):
    settings.ANYMAIL_SERVICE, settings.ANYMAIL_WEBHOOK_SECRET = "postmark", ""
    assert mail_service_urls() == []
    assert client.post("/mail-service/", {}).status_code == 404


@pytest.mark.parametrize("name", ["", "nobody", "mailgun_inbound"])
def test_service_that_is_not_known_stops_the_start(settings, name):
    settings.ANYMAIL_SERVICE, settings.ANYMAIL_WEBHOOK_SECRET = name, SECRET
    with pytest.raises(ImproperlyConfigured):
        mail_service_urls()


def test_service_whose_signing_key_is_missing_stops_the_start(settings):
    settings.ANYMAIL_SERVICE, settings.ANYMAIL_WEBHOOK_SECRET = "mailersend", SECRET
    with pytest.raises(ImproperlyConfigured):
        mail_service_urls()
