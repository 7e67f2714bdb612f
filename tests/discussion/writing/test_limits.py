"""One network and one address may send only so much within an hour; nobody's text is lost."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.limits import check_network, take_place
from core.networks import network_of
from core.refusals import Refused
from mailing.models import Delivery

TEXT = "Please publish the list *before* the second round."
HOUR = 60 * 60


def key_of(address, **headers):
    return network_of(RequestFactory().get("/", REMOTE_ADDR=address, **headers))


def test_network_over_its_limit_waits_and_keeps_the_text(reader, comments, settings):
    settings.SENT_PER_NETWORK_AND_HOUR = 2
    for number in range(2):
        reader.send(comment=f"Number {number}.", email=f"a{number}@example.org")
    response = reader.send(email="third@example.org")
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= HOUR
    assert TEXT in response.content.decode()
    assert "in 60 minutes" in response.content.decode()
    assert comments.count() == 2


def test_network_may_go_on_after_an_hour(reader, comments, settings, at):
    settings.SENT_PER_NETWORK_AND_HOUR = 1
    reader.send()
    at(HOUR + 1)
    assert reader.send(comment="Another.").status_code == 302


def test_other_network_is_not_concerned(reader, settings):
    settings.SENT_PER_NETWORK_AND_HOUR = 1
    reader.send()
    form = reader.fill(comment="Another.")
    assert reader.client.post(reader.address, form, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_address_over_its_limit_waits_wherever_it_is_used(reader, comments, settings):
    settings.COMMENTS_PER_ADDRESS_AND_HOUR = 2
    for number in range(2):
        reader.send(comment=f"Number {number}.")
    form = reader.fill(email="BO@example.org")
    response = reader.client.post(reader.address, form, REMOTE_ADDR="192.0.2.7")
    assert response.status_code == 429
    assert TEXT in response.content.decode()
    assert comments.count() == Delivery.objects.count() == 2
    comments.update(submit_date=timezone.now() - timedelta(hours=1))
    assert reader.send().status_code == 302


def test_author_of_few_comments_costs_no_look_at_their_dates(reader, settings):
    settings.COMMENTS_PER_ADDRESS_AND_HOUR = 4
    reader.send(comment="The first, for which more is looked up.")
    looks = []
    for number in range(3):
        with CaptureQueriesContext(connection) as queries:
            reader.send(comment=f"Number {number}.")
        looks.append(sum("ORDER BY" in query["sql"] for query in queries))
    assert looks == [0, 1, 1]


def test_form_of_one_victim_mails_only_so_often(reader, comments, settings):
    settings.COMMENTS_PER_ADDRESS_AND_HOUR = 2
    for number in range(4):
        reader.send(comment=f"Number {number}.")
    comments.update(submit_date=timezone.now() - timedelta(hours=2))
    for number in range(4):
        reader.send(comment=f"Number {number}.")
    assert Delivery.objects.count() == 4


def test_preview_and_mistakes_count_for_nothing(reader, settings):
    settings.SENT_PER_NETWORK_AND_HOUR = 1
    for _ in range(3):
        reader.send(preview="1")
        reader.send(email="")
    assert reader.send().status_code == 302


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
    ],
)
def test_network_is_an_ipv4_address_or_64_bits_of_ipv6(one, other, same):
    assert (key_of(one) == key_of(other)) is same


def test_address_can_not_be_worked_out_from_the_cache(settings):
    key = key_of("192.0.2.1")
    settings.SECRET_KEY = "another"
    assert key_of("192.0.2.1") != key
    assert "192.0.2.1" not in key


def test_everybody_is_let_through_without_the_cache(settings, tmp_path):
    away = "redis://127.0.0.1:1/0"
    settings.CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": away,
            "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 1},
        }
    }
    assert [take_place("somebody", 2) for _ in range(4)] == [0, 0, 0, 0]


def test_limit_holds_on_a_cache_in_files(settings, tmp_path):
    settings.CACHES = {
        "default": {"BACKEND": "core.file_cache.ForgivingFileCache", "LOCATION": tmp_path}
    }
    assert [bool(take_place("somebody", 2)) for _ in range(4)] == [False, False, True, True]


def test_refusal_names_a_time():
    cache.clear()
    request = RequestFactory().get("/")
    for _ in range(60):
        check_network(request)
    with pytest.raises(Refused, match="in 60 minutes"):
        check_network(request)
