"""Where a request comes from, for limits alone: the address itself is kept nowhere."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.utils.crypto import salted_hmac

IPV6_PREFIX = 64  # bits that one household or office has to itself


def network_of(request):
    """A keyed hash of the reader's network: of the address, or of an IPv6 address's first half."""
    address = address_of(request)
    try:
        address = ip_address(address)
    except ValueError:
        network = address
    else:
        address = getattr(address, "ipv4_mapped", None) or address
        bits = IPV6_PREFIX if address.version == 6 else address.max_prefixlen
        network = ip_network((address, bits), strict=False)
    return salted_hmac("core.networks", str(network), algorithm="sha256").hexdigest()


def address_of(request):
    """The nearest address that is not a proxy of ours. Each proxy appends whom it heard from to
    X-Forwarded-For, so whatever a stranger wrote there stands to the left of the truth."""
    nearest = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    hops = [hop.strip() for hop in forwarded if hop.strip()]
    proxies = settings.TRUSTED_PROXIES
    if "*" in proxies or not nearest:  # nothing but a proxy can connect, as by a socket
        proxies = [nearest]
    while hops and is_one_of(proxies, nearest):
        nearest = hops.pop()
    return nearest


def is_one_of(proxies, address):
    if address in proxies:
        return True
    try:
        return any(ip_address(address) in ip_network(proxy) for proxy in proxies)
    except ValueError:
        return False
