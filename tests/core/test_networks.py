"""Whose request it is, when proxies of ours stand in between and strangers make up headers."""

import pytest
from django.test import RequestFactory, override_settings
from hypothesis import given
from hypothesis import strategies as st

from core.networks import address_of, network_of

PROXIES = ["127.0.0.1", "10.0.0.0/8", "::1"]


def request(peer="127.0.0.1", forwarded=None):
    made = RequestFactory().get("/", REMOTE_ADDR=peer)
    if forwarded is not None:
        made.META["HTTP_X_FORWARDED_FOR"] = forwarded
    return made


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.7", None, "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "made up, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "192.0.2.1, 198.51.100.1, 10.2.3.4", "198.51.100.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", " , ,", "127.0.0.1"),
        ("", "198.51.100.1", "198.51.100.1"),
        ("::1", "2001:db8::1", "2001:db8::1"),
    ],
)
def test_nearest_address_that_is_no_proxy_counts(settings, peer, forwarded, address):
    settings.TRUSTED_PROXIES = PROXIES
    assert address_of(request(peer, forwarded)) == address


def test_where_only_the_proxy_can_connect_it_alone_is_believed(settings):
    settings.TRUSTED_PROXIES = ["*"]
    assert address_of(request("203.0.113.7", "192.0.2.1, 198.51.100.1")) == "198.51.100.1"
    assert address_of(request("203.0.113.7")) == "203.0.113.7"


def test_half_of_an_ipv6_address_is_one_network(settings):
    one, same, other = (network_of(request(f"2001:db8:1:{part}::1")) for part in ("a", "a:1", "b"))
    assert one == same != other
    assert network_of(request("::ffff:203.0.113.7")) == network_of(request("203.0.113.7"))


@given(st.text(max_size=80), st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_nothing_made_up_makes_an_error_or_shows_through(peer, forwarded, proxies):
    with override_settings(TRUSTED_PROXIES=proxies):
        network = network_of(request(peer, forwarded))
    assert len(network) == 64
    assert set(network) <= set("0123456789abcdef")
