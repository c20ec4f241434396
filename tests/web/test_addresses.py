"""What is for everybody has a purpose, and answers only to what serves it."""

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

ADDRESSES = {
    # address: (its name, the methods it answers to, what it is for)
    "": ("opening", {"GET"}, "what this is, the example, your own minutes"),
    "verslagcheck/": ("minutes", {"GET", "POST"}, "hand in minutes, get questions"),
    "verslagcheck/voorbeeld/": ("example", {"GET", "POST"}, "repair the example"),
    "verslagcheck/word/": ("word", {"POST"}, "get the questions in a Word document"),
    "verslagcheck/uitleg/": ("explanation", {"GET"}, "how it works, rule by rule"),
    "taal/": ("language", {"POST"}, "choose Dutch or English"),
    "weergave/": ("scheme", {"POST"}, "choose light or dark"),
    "health/live": ("live", {"GET"}, "whether the process answers"),
    "health/ready": ("ready", {"GET"}, "whether the database answers too"),
}

UNGUARDED = {"minutes", "example", "word", "language", "scheme"}
"""These keep nothing about anybody, so they ask for no token and set no cookie."""


def every_address() -> dict[str, URLPattern]:
    def walk(patterns: list[object], prefix: str) -> dict[str, URLPattern]:
        found: dict[str, URLPattern] = {}
        for entry in patterns:
            here = prefix + str(entry.pattern)  # type: ignore[attr-defined]
            if isinstance(entry, URLPattern):
                found[here] = entry
            else:
                found |= walk(entry.url_patterns, here)  # type: ignore[attr-defined]
        return found

    return walk(list(get_resolver().url_patterns), "")


def test_every_address_in_the_table_is_there() -> None:
    named = {address: entry.name for address, entry in every_address().items()}
    wanted = {address: row[0] for address, row in ADDRESSES.items()}
    assert {address: named.get(address) for address in wanted} == wanted


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_an_address_answers_only_to_its_methods(
    client: Client, address: str, method: str
) -> None:
    response = client.generic(method, f"/{address}")
    assert (response.status_code != 405) == (method in ADDRESSES[address][1])


def test_only_what_keeps_nothing_goes_without_a_token() -> None:
    exempt = {
        entry.name
        for entry in every_address().values()
        if getattr(entry.callback, "csrf_exempt", False)
    }
    assert exempt == UNGUARDED
