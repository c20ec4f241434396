"""What every answer says to the browser about itself."""

import pytest
from django.test import Client

PAGES = [
    "/",
    "/verslagcheck/",
    "/verslagcheck/voorbeeld/",
    "/verslagcheck/uitleg/",
    "/nee",
]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_may_come_from_elsewhere_and_nothing_inline(
    client: Client, address: str
) -> None:
    policy = dict(
        part.strip().split(" ", 1)
        for part in client.get(address)["Content-Security-Policy"].split(";")
    )
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
    }


@pytest.mark.parametrize("address", PAGES)
def test_no_style_and_no_script_stands_in_a_page(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert " style=" not in page
    assert "<style" not in page
    assert "<script>" not in page
    assert " onclick=" not in page
    assert "javascript:" not in page


@pytest.mark.parametrize("address", PAGES)
def test_a_page_keeps_to_itself(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert {"Cookie", "HX-Request"} <= {v.strip() for v in headers["Vary"].split(",")}


@pytest.mark.parametrize("address", PAGES)
def test_a_visit_sets_no_cookie(client: Client, address: str) -> None:
    client.get(address)
    assert not client.cookies
