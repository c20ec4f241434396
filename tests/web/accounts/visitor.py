"""Somebody at the door, with a password and perhaps an app, and the time it is."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from expliciet.accounts.actions.factors import add_app
from expliciet.accounts.models import User
from tests.factories import PASSWORD
from tests.signing_in import shown_by_app

SECRET = "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U"
OWN = "/mijn-account/"

Rules = Callable[[], list[tuple[str, str]]]


class Clock:
    """The time of the server; it stands still until somebody sets it."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-11-30T09:00:05+00:00")

    def forward(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now


class Visitor(Client):
    """Somebody with an account, a password and perhaps an app, at a browser."""

    def __init__(self, user: User, clock: Clock, **headers: Any) -> None:
        super().__init__(**headers)
        self.user = user
        self.clock = clock
        self.secret = ""

    def set_up_before(self) -> list[str]:
        """An app that was set up a minute ago; the codes that came with it."""
        self.secret = SECRET
        before = self.clock.now - timedelta(minutes=1)
        code = shown_by_app(SECRET, before)
        return add_app(self.user, SECRET, code, now=before)

    def gives_password(self, password: str = PASSWORD, **more: str) -> Any:
        fields = {"login": self.user.email, "password": password}
        return self.post(reverse("accounts:sign-in"), fields | more)

    def shown(self, later: int = 0) -> str:
        return shown_by_app(self.secret, self.clock.now, later)

    def gives_code(self, code: str | None = None) -> Any:
        return self.post(
            reverse("accounts:second-factor"),
            {"code": self.shown() if code is None else code},
        )

    def comes_in(self) -> Any:
        """By password and code, the code being one that was not used yet."""
        self.clock.forward(seconds=30)
        assert self.gives_password().status_code == 302
        answer = self.gives_code()
        assert answer.status_code == 302, answer.content.decode()
        return answer

    def is_in(self) -> bool:
        """Whether a page for who is signed in opens."""
        answer = self.get(OWN)
        if answer.status_code == 200:
            return True
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("accounts:sign-in"))
        return False

    def again(self) -> "Visitor":
        """The same person at another browser, which knows nothing yet."""
        other = Visitor(self.user, self.clock)
        other.secret = self.secret
        return other

    @property
    def key(self) -> str:
        return self.cookies["sessie"].value if "sessie" in self.cookies else ""


def secret_on(page: Any) -> str:
    """The secret that a page asks to type into an app."""
    found = re.search(r'class="secret">([A-Z2-7 ]+)<', page.content.decode())
    assert found
    return found.group(1).replace(" ", "")
