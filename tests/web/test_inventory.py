"""T1, V6: every way in is known: who may, what line it leaves, how often.

Addresses and commands. What is not in the inventory does not start; what is in it
answers only the methods it names.
"""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import get_commands
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.urls.converters import IntConverter

from expliciet.accounts.models import Appointment
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Draft
from expliciet.web import inventory, urls
from expliciet.web.inventory import Rate, Route, Who, classified
from expliciet.web.rates import A_MINUTE
from tests.factories import AppointmentFactory

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
assert urls, "importing the addresses classifies them"
ROUTES = sorted(classified())


def patterns(
    resolver: URLResolver, before: str = ""
) -> Iterator[tuple[str, dict[str, object]]]:
    """The name of every address, and what is filled in in it."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{before}{pattern.namespace}:" if pattern.namespace else before
            yield from patterns(pattern, space)
        elif isinstance(pattern, URLPattern):
            yield f"{before}{pattern.name}", dict(pattern.pattern.converters)


GAPS = dict(patterns(get_resolver()))


def address(name: str) -> str:
    """Of something that is not there; who asks is looked at first."""
    filled = {gap: filling(gap, kind) for gap, kind in GAPS[name].items()}
    return reverse(name, kwargs=filled)


def filling(gap: str, kind: object) -> object:
    if isinstance(kind, IntConverter):
        return 1
    return "draft-days" if gap == "name" else str(uuid4())


# --- addresses ----------------------------------------------------------------------


def test_every_address_is_classified_and_nothing_is_left_over() -> None:
    inventory.check()
    assert set(GAPS) == set(ROUTES)
    assert len(ROUTES) > 60


def test_an_address_that_nobody_classified_does_not_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stray = path("achterdeur/", lambda request: None, name="back-door")  # type: ignore[arg-type,return-value]
    known = list(inventory.names())
    monkeypatch.setattr(inventory, "names", lambda: iter([*known, stray.name]))
    with pytest.raises(ImproperlyConfigured, match="back-door"):
        inventory.check()


def test_a_classification_without_an_address_does_not_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = [name for name in inventory.names() if name != "dossiers:detail"]
    monkeypatch.setattr(inventory, "names", lambda: iter(known))
    with pytest.raises(ImproperlyConfigured, match="dossiers:detail"):
        inventory.check()


def test_no_address_is_classified_twice() -> None:
    with pytest.raises(ImproperlyConfigured, match="twice"):
        inventory.classify(dossiers__detail=Route(Who.ANYBODY, Rate.OPEN))


SHOWS_NOTHING = {
    "dossiers:purpose": "comes before anything is shown",
    "casework:questions": "asks of words that one types oneself",
    "casework:read-anew": "leads on to the form of the same factor",
    "casework:rewrite-reading": "leads on to the form of the same reading",
    "casework:reveal": "does it, and leads back to the round",
    "casework:phase": "goes on, and leads back to the talk",
    "casework:pause": "as above",
    "casework:undo": "as above",
    "casework:complete": "leads on to the form of the kind",
    "casework:settle": "does it, and leads back to the talk",
    "casework:turn": "leads on to the dossier at another moment",
    "casework:case-number-anew": "leads on to the form of the same number",
    "evaluation:release": "does it, and leads back to the study",
    "evaluation:take-back": "as above",
}
"""Addresses of a dossier that show nothing of it, each with the reason."""


@pytest.mark.parametrize("name", ROUTES)
def test_every_rule_is_whole(name: str) -> None:
    """A rule, a rate, and lines where somebody's things are shown or changed."""
    route = classified()[name]
    assert route.who in Who
    assert route.rate in A_MINUTE
    assert set(route.leaves) <= set(Action)
    assert route.methods
    assert set(route.methods) <= {"GET", "POST"}
    if route.shows:
        assert route.leaves, "what shows something says which line it leaves"
    if route.who is Who.SEATED and name not in SHOWS_NOTHING:
        assert route.leaves
        assert route.shows, "everything of a dossier is somebody's"


NO_LINE = {
    "language": "a preference of a browser",
    "scheme": "a preference of a browser",
    "checking:minutes": "keeps nothing",
    "checking:example": "keeps nothing",
    "checking:word": "keeps nothing",
    "casework:questions": "about words that one types oneself, and keeps nothing",
    "drafts:keep": "nothing is said yet",
    "casework:complete": "nothing is said yet: a form with its words in it",
    "drafts:drop": "nothing is said yet",
    "accounts:codes-kept": "says no more than that one saw them",
}
"""What may be sent without a line, each with the reason."""


@pytest.mark.parametrize(
    "name", [n for n in ROUTES if "POST" in classified()[n].methods]
)
def test_whatever_changes_something_names_the_line_it_leaves(name: str) -> None:
    changes = set(classified()[name].leaves)
    assert bool(changes) != (name in NO_LINE)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ROUTES)
def test_an_address_answers_its_own_methods_alone(name: str) -> None:
    """405 for every other one, whoever asks: also HEAD, which checks no form."""
    allowed = set(classified()[name].methods)
    if "GET" in allowed:
        allowed |= {"HEAD"}
    client = Client()
    client.force_login(AppointmentFactory(role=Appointment.Role.ADMINISTRATOR).user)
    there, before = address(name), Line.objects.count()
    refused = {
        method
        for method in METHODS
        if method not in allowed and client.generic(method, there).status_code == 405
    }
    assert refused == set(METHODS) - allowed
    assert Line.objects.count() == before
    assert not Draft.objects.exists()


@pytest.mark.django_db
def test_nobody_is_signed_out_by_a_picture_on_another_page() -> None:
    """A HEAD carries no proof that it came from our own form."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(AppointmentFactory().user)
    client.head(reverse("accounts:sign-out"))
    client.options(reverse("accounts:end-sessions"))
    assert client.get(reverse("accounts:own")).status_code == 200


NEEDS_NOBODY = {Who.ANYBODY, Who.HALFWAY, Who.HOLDING}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", [n for n in ROUTES if classified()[n].who not in NEEDS_NOBODY]
)
def test_a_visitor_is_asked_to_sign_in_first(name: str) -> None:
    """V6: whatever is not for anybody asks who is there, before it looks."""
    for method in classified()[name].methods:
        answer = Client().generic(method, address(name))
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(reverse("accounts:sign-in"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", [n for n in ROUTES if classified()[n].who is Who.HALFWAY]
)
def test_halfway_is_only_for_whoever_gave_a_password(name: str) -> None:
    answer = Client().get(address(name))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("accounts:sign-in"))


# --- commands -----------------------------------------------------------------------

COMMANDS: dict[str, tuple[str, set[str]]] = {
    "found": ("terminal", {"house-founded", "user-added", "appointed"}),
    "keys": ("terminal", {"keys-rotated", "keys-copied", "keys-restored"}),
    "trail": ("terminal", {"trail-exported"}),
    "tick": ("clock", {"clock-ran"}),
    "worker": ("clock", {"clock-ran"}),
    "load_demo": ("made up alone", {"house-founded"}),
}
"""Every command of ours: who may, and lines it leaves. Whoever has the terminal of the
server has the database too; a command leaves its line all the same."""


def test_every_command_has_a_rule_and_a_line() -> None:
    ours = {name for name, app in get_commands().items() if app.startswith("expliciet")}
    assert ours == set(COMMANDS)
    for _who, leaves in COMMANDS.values():
        assert leaves <= set(Action.values)


def test_no_command_changes_anything_itself() -> None:
    """A command goes through the actions, as a screen does."""
    package = Path(inventory.__file__).parents[1]
    for file in package.glob("*/management/commands/*.py"):
        words = file.read_text(encoding="utf-8")
        assert ".save(" not in words
        assert "objects.create(" not in words
