"""Where a request comes from, and whose word counts for it (C11)."""

import pytest
from django.http import HttpRequest
from django.test import override_settings

from expliciet.web.whence import address_of, network_of


def request(remote: str, forwarded: str | None = None) -> HttpRequest:
    asked = HttpRequest()
    asked.META["REMOTE_ADDR"] = remote
    if forwarded is not None:
        asked.META["HTTP_X_FORWARDED_FOR"] = forwarded
    return asked


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counts"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, None, "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (1, "nonsense", None),
        (1, " , ,203.0.113.9 ,", "203.0.113.9"),
    ],
)
def test_only_what_our_own_proxies_wrote_counts(
    proxies: int, forwarded: str | None, counts: str | None
) -> None:
    """Rule 10: no header that a visitor can make up moves where they come from."""
    with override_settings(PROXIES=proxies):
        assert address_of(request("192.0.2.1", forwarded)) == counts


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("::1", "::/48"),
        ("", ""),
        ("nonsense", ""),
    ],
)
def test_of_an_address_only_the_network_is_kept(address: str, network: str) -> None:
    assert network_of(request(address)) == network
