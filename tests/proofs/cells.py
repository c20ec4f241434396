"""Asking everything of everybody, one cell at a time, and leaving all as it was."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment, Session, User
from expliciet.audit.models import Line
from expliciet.web import urls
from expliciet.web.inventory import BOTH, POST, Route, classified
from tests.factories import AppointmentFactory
from tests.proofs.oracle import GONE, REFUSED, SHOWN, SIGN_IN, Rule, Target, expected
from tests.proofs.stage import Actor, Stage
from tests.proofs.targets import ABOUT, sent
from tests.signing_in import sign_in

assert urls, "importing the addresses classifies them"
FULL = ("GET", "POST")
"""A whole page, and a form filled in. A part of a page by htmx, and a form without a
word, are asked less often."""
READING = {
    *("dossiers:detail", "dossiers:record", "dossiers:search", "dossiers:list"),
    *("dossiers:take-attachment", "dossiers:log", "house:trail", "house:kept-dossiers"),
    *("house:own-lines", "casework:round", "casework:reading", "work:matter"),
    *("casework:impasse-note", "casework:as-text", "casework:minutes"),
    *("casework:conduct", "casework:since", "casework:brief", "meetings:one"),
}
"""Where words of a case are read: always asked; of the others one cell in ten."""


AT_ONCE = 0.25
"""So much of it fits in a run of every day; `--long` asks every cell there is."""

SAYS_NOTHING = {
    ("accounts:language", "empty"),
    ("evaluation:compare", "empty"),
    ("evaluation:consent", "empty"),
    ("evaluation:code-line", "empty"),
    ("evaluation:board-add", "empty"),
    ("evaluation:group", "empty"),
}
"""Forms that are nothing without a word in them."""

MUCH_ALIKE = {"report", "weighing", "monitoring", "refused", "closed"}
"""Dossiers that differ in their phase alone: a fifth of their cells each."""
MUCH_ASKED = {
    "dossiers:show-elsewhere",
    "dossiers:pass-on",
    "casework:questions",
    "casework:factors",
    "casework:assess",
}
"""Addresses with the same rule as another one: a fifth of their cells each."""


class Cell(NamedTuple):
    rule: Rule
    target: Target
    actor: Actor
    way: str

    def __str__(self) -> str:
        return f"{self.actor.name} · {self.way} {self.rule.route} · {self.target.name}"

    @property
    def lot(self) -> int:
        """Drawn once and for all, so that the same cells are asked in every run."""
        return zlib.crc32(str(self).encode())

    @property
    def share(self) -> float:
        """Which part of the cells like this one the short run asks."""
        part = 1.0 if self.rule.route in READING else 0.1
        if self.target.name in MUCH_ALIKE or self.rule.route in MUCH_ASKED:
            part /= 5
        return (part if self.way in FULL else part / 10) * AT_ONCE


def cells(stage: Stage, rules: list[Rule], *, whole: bool = False) -> Iterator[Cell]:
    """Every cell there is, or a fixed choice of them."""
    known = classified()
    for rule in rules:
        ways = ways_of(known[rule.route])
        for target in ABOUT[rule.about](stage):
            for actor in stage.actors:
                for way in ways:
                    cell = Cell(rule, target, actor, way)
                    if (cell.rule.route, way) in SAYS_NOTHING:
                        continue
                    if whole or cell.lot % 1_000 < 1_000 * cell.share:
                        yield cell


def ways_of(route: Route) -> list[str]:
    ways = []
    if "GET" in route.methods:
        ways += ["GET", "part"]
    if "POST" in route.methods:
        ways += ["POST", "empty"]
    assert set(route.methods) <= {*BOTH, *POST}
    return ways


# --- everybody comes in -------------------------------------------------------------


class Browser(Client):
    """A client that keeps cookies and nothing else: remembering what was rendered
    would take longer than asking."""

    def request(self, **request: Any) -> HttpResponse:  # type: ignore[override]
        response: HttpResponse = self.handler(self._base_environ(**request))
        self.cookies.update(response.cookies)
        return response


def clients(stage: Stage) -> dict[str, Client]:
    """A browser for each; what ends a right happens after they came in."""
    return {actor.name: client_of(stage, actor) for actor in stage.actors}


def client_of(stage: Stage, actor: Actor) -> Client:
    client = Browser(raise_request_exception=False)
    if actor.user is None:
        return client
    user: User = actor.user
    brought: Appointment | None = None
    User.objects.filter(pk=user.pk).update(is_active=True)
    if not stage.roles(actor):
        brought = AppointmentFactory(
            user=user, organisation=stage.organisation("here", "office")
        )
    user.refresh_from_db()
    sign_in(client, user, "password" if actor.state == "half" else "password+totp")
    if brought is not None:
        brought.delete()
    if actor.state == "closed":
        User.objects.filter(pk=user.pk).update(is_active=False)
    if actor.state == "ended":
        Session.objects.filter(user=user).delete()
    return client


def stay() -> None:
    """A long run is no reason to be asked anew who one is: whoever is in gave a sign
    of life, and a password, just now."""
    now = timezone.now()
    Session.objects.update(
        seen_at=now, proved_at=now, expires_at=now + timedelta(hours=8)
    )


# --- one cell -----------------------------------------------------------------------


@contextmanager
def undone(client: Client) -> Iterator[None]:
    """Whatever happens in this block did not happen, to the browser neither."""
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    key = session.value if session else ""
    block = transaction.atomic()
    block._from_testcase = True  # so that a line may be committed inside it
    with block:
        yield
        transaction.set_rollback(True)
    client.cookies.clear()
    if key:
        client.cookies[settings.SESSION_COOKIE_NAME] = key


def answer(client: Client, cell: Cell, stage: Stage) -> HttpResponse:
    address = reverse(cell.rule.route, args=cell.target.args)
    if cell.way == "GET":
        return client.get(address)
    if cell.way == "part":
        return client.get(address, headers={"HX-Request": "true"})
    data: dict[str, Any] = {}
    if cell.way == "POST":
        data = sent(stage, cell.rule.route, cell.actor, cell.target)
    return client.post(address, data)


def outcome(response: HttpResponse) -> str:
    """What somebody gets to see, in one word."""
    onward = response.headers.get("Location", "") or response.headers.get(
        "HX-Redirect", ""
    )
    if onward.startswith(reverse(settings.LOGIN_URL)):
        return SIGN_IN
    known = {404: GONE, 403: REFUSED}
    if response.status_code in known:
        return known[response.status_code]
    if response.status_code in (200, 204, 302, 409, 422):
        return SHOWN
    return str(response.status_code)


def deviation(stage: Stage, client: Client, cell: Cell) -> str:
    """What is wrong in this cell; nothing when the answer is what the rule says."""
    with undone(client):
        response = answer(client, cell, stage)
        got = outcome(response)
        sends = cell.way in ("POST", "empty")
        wanted = expected(stage, cell.actor, cell.rule, cell.target, sends=sends)
        if got not in wanted:
            return f"{cell}: {got}, not {' or '.join(sorted(wanted))}"
        return trail_of(response, cell)


def trail_of(response: HttpResponse, cell: Cell) -> str:
    """T23: what shows something has its line, with the same trace, before it left."""
    route = classified()[cell.rule.route]
    if not route.shows or response.status_code != 200:
        return ""
    here = response.wsgi_request.here  # type: ignore[attr-defined]
    lines = Line.objects.filter(trace=here.trace, allowed=True)
    left = [line for line in lines if line.action in route.leaves]
    if not left:
        return f"{cell}: shown, and no line of {[a.value for a in route.leaves]}"
    if cell.actor.user and any(line.user != cell.actor.user.pk for line in left):
        return f"{cell}: the line is somebody else's"
    if cell.rule.sees in ("seated", "hears") and not all(x.purpose for x in left):
        return f"{cell}: read without a purpose"
    return ""
