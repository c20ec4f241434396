"""Every way in: who may, what line it leaves, how often.

A route that is not here does not start: `check` runs at start-up and in the tests. So
no second way to the same content can be added without saying who may take it.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, URLResolver, get_resolver

from ..audit.actions import Action


class Who(StrEnum):
    """Whom a route is for. What they then see, the query sets decide."""

    ANYBODY = "anybody"
    HALFWAY = "halfway"
    """Somebody who gave a password, and still owes a second factor."""
    SIGNED_IN = "signed in"
    APPOINTED = "appointed"
    """Appointed in a house today, in any role."""
    MANAGING = "managing"
    """Administrator, process director or privacy officer of a house."""
    REVIEWING = "reviewing"
    """Log reviewer of a house: all its lines, never what they are about."""
    HOLDING = "holding"
    """Whoever holds a secret address; nobody signs in there; a wrong one is none."""
    SEATED = "seated"
    """At the table of this dossier now; otherwise there is no such page."""
    RESEARCHING = "researching"
    """Named in this study and evaluator in one of its houses now, else no such page."""


class Rate(StrEnum):
    """How often a minute one person may."""

    OPEN = "open"
    READING = "reading"
    WRITING = "writing"
    TYPING = "typing"
    ENTERING = "entering"
    HEAVY = "heavy"


class Route(NamedTuple):
    """What there is to know about one address."""

    who: Who
    rate: Rate
    leaves: tuple[Action, ...] = ()
    """The lines it may leave; one of these when it shows content."""
    shows: bool = False
    """Shows what is somebody's: then a line is committed before it leaves."""
    methods: tuple[str, ...] = ("GET",)
    polls: bool = False
    """Asked by a page and not by a person: it keeps no session alive."""

    @property
    def answers(self) -> tuple[str, ...]:
        """HEAD goes with GET, and with nothing else: it carries no proof that it came
        from a form of ours, so it may not reach what changes something."""
        return (*self.methods, "HEAD") if "GET" in self.methods else self.methods


GET = ("GET",)
POST = ("POST",)
BOTH = ("GET", "POST")

_routes: dict[str, Route] = {}


def classify(**routes: Route) -> None:
    """Enter routes by name; `__` stands for the colon of a namespace."""
    for name, route in routes.items():
        spelled = name.replace("__", ":")
        if spelled in _routes:
            raise ImproperlyConfigured(f"the route {spelled} is classified twice")
        _routes[spelled] = route


def route_of(name: str) -> Route | None:
    return _routes.get(name)


def classified() -> dict[str, Route]:
    return dict(_routes)


def names(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    """The name of every pattern there is; one without a name shows its pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{before}{pattern.namespace}:" if pattern.namespace else before
            yield from names(pattern, space)
        elif isinstance(pattern, URLPattern):
            yield f"{before}{pattern.name or pattern.pattern}"


def check() -> None:
    """Refuse to start with an address that nobody classified, or one left over."""
    there, known = set(names()), set(_routes)
    if there != known:
        raise ImproperlyConfigured(
            f"not classified: {sorted(there - known)}; no longer there: "
            f"{sorted(known - there)}. See web/inventory.py."
        )
