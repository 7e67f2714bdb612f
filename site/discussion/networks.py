"""Which network a request came from, as a keyed hash: the address itself is never kept."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.utils.crypto import salted_hmac


def network_key(request):
    """A keyed hash (SHA-256, hex) of the network, "" where nobody can tell. A household or an
    office has one IPv4 address, and of IPv6 a /64."""
    try:
        address = ip_address(client_address(request))
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    network = ip_network((address, 64 if address.version == 6 else 32), strict=False)
    return salted_hmac(
        "discussion.networks", str(network), secret=settings.ADDRESS_KEY, algorithm="sha256"
    ).hexdigest()


def client_address(request):
    """Who asked, as the outermost of our own proxies saw it: what stands further left in the
    header was written by the client itself."""
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    if settings.PROXIES and len(hops) >= settings.PROXIES and hops[-settings.PROXIES].strip():
        return hops[-settings.PROXIES].strip()
    return request.META.get("REMOTE_ADDR", "")
