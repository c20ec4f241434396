"""The eyes of the other tests here: do they see what is wrong?"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

STRICT = {"Content-Security-Policy": "default-src 'none'; script-src 'self'"}

GOOD = """<!doctype html><html lang="nl"><title>Goed</title>
<main><h1>Verslag</h1><p>Fictief.</p></main></html>"""

BAD = """<!doctype html><title>Fout</title>
<main><h1>Verslag</h1><a href="/x"></a></main>"""


def show(page: Page, html: str) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html", headers=STRICT)

    page.route("**/*", answer)
    page.goto("http://expliciet.test/")


def test_axe_is_content_with_a_good_page(
    page: Page, axe: Callable[[Page], list[str]]
) -> None:
    show(page, GOOD)
    assert axe(page) == []


def test_axe_names_the_language_and_the_link_that_are_lacking(
    page: Page, axe: Callable[[Page], list[str]]
) -> None:
    show(page, BAD)
    rules = {line.partition(":")[0] for line in axe(page)}
    assert {"html-has-lang", "link-name"} <= rules


def test_a_breach_of_the_policy_is_heard(page: Page, complaints: list[str]) -> None:
    show(page, GOOD + "<script>document.title = 'anders'</script>")
    assert page.title() == "Goed"
    assert any("Content Security Policy" in heard for heard in complaints)
    complaints.clear()


def test_an_error_in_a_script_is_heard(page: Page, complaints: list[str]) -> None:
    show(page, GOOD)
    page.evaluate("() => { setTimeout(() => { throw new Error('stuk') }) }")
    page.wait_for_timeout(50)
    assert complaints == ["stuk"]
    complaints.clear()
