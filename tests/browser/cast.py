"""People of one made-up table, each at a screen of their own."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Locator, Page, ViewportSize

from expliciet.accounts.models import User
from tests.signing_in import sign_in

PATIENCE = 15_000
WRONG = ".utrecht-form-field-error-message, .utrecht-alert--error"


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


class Somebody:
    """Who has a window of their own, as wide as their screen."""

    def __init__(self, page: Page, site: str, user: User, width: int = 1280) -> None:
        self.page, self.site, self.user = page, site, user
        self.width = width
        page.set_default_timeout(PATIENCE)
        size: ViewportSize = {"width": width, "height": 800}
        page.set_viewport_size(size)
        cookie = sign_in(Client(), user).cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": site}]
        )

    def at(self, address: str) -> Page:
        """There, after saying what for where that is asked."""
        self.page.goto(self.site + address)
        if self.page.locator("[name=purpose]").count():
            self.page.locator("[name=purpose]").first.check()
            self.press("main form button")
        return self.page

    def says(self, address: str, **said: Any) -> Page:
        """Fills in the form there and sends it; nothing was wrong with it."""
        page = self.at(address)
        for name, value in said.items():
            self.fill(name, value)
        self.sends()
        return page

    def fill(self, name: str, value: Any) -> None:
        field = self.page.locator(f"main form [name={name}]")
        kind = field.first.evaluate("each => each.type || each.localName")
        if kind in ("radio", "checkbox"):
            for each in value if isinstance(value, list) else [value]:
                self.tick(name, field, str(each))
        elif kind == "select-one":
            field.select_option(str(value))
        else:
            field.fill(value.isoformat() if isinstance(value, date) else str(value))

    def tick(self, name: str, field: Locator, value: str) -> None:
        """The choice with this value, or that begins with it; the first for `*`."""
        if value == "*":
            field.first.check()
        else:
            self.page.locator(f"main form [name={name}][value^='{value}']").check()

    def sends(self) -> None:
        self.press("main .form__foot button >> nth=0")
        wrong = self.page.locator(WRONG).all_inner_texts()
        assert wrong == [], self.page.url

    def press(self, button: str) -> None:
        with self.page.expect_navigation():
            self.page.click(button)
