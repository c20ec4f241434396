"""Where a request comes from: an address to count with, a network to keep."""

import ipaddress
from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def said_address(request: HttpRequest) -> Address | None:
    """The address of the visitor.

    What a header says counts only behind as many proxies as were configured, and then
    what the outermost of them wrote down; anything before that a visitor can make up.
    """
    found = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        header = request.META.get("HTTP_X_FORWARDED_FOR", "")
        written = [part.strip() for part in header.split(",") if part.strip()]
        if len(written) >= settings.PROXIES:
            found = written[-settings.PROXIES]
    with suppress(ValueError):
        return ipaddress.ip_address(found)
    return None


def address_of(request: HttpRequest) -> str | None:
    """What wrong passwords are counted by; of IPv6 the part that one visitor has."""
    address = said_address(request)
    if address is None or address.version == 4:
        return str(address) if address else None
    return str(ipaddress.ip_network(f"{address}/64", strict=False).network_address)


def network_of(request: HttpRequest) -> str:
    """The network somebody comes from, not the machine: a prefix of the address."""
    address = said_address(request)
    if address is None:
        return ""
    length = 24 if address.version == 4 else 48
    return str(ipaddress.ip_network(f"{address}/{length}", strict=False))
