"""What the checker would ask about what somebody is typing; it never blocks.

Each form tells, with `asks`, what it lays before the checker: which kind of thing, in
which words, and under which field of the form a question about them stands.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ...dossiers.models import Seat
from ...rules import Context, Finding, Item, check
from ..dossiers.table import at_the_table

AT_MOST = 2
"""At once, in a whole form: the others come when these are answered."""
LONGEST = 4_000
LINES = "casework:contribute"


class Laid(NamedTuple):
    """One thing laid before the checker, and where in the form its fields stand."""

    kind: str
    words: Mapping[str, Any]
    places: Mapping[str, str]
    """By field of the thing, the place where its question stands; of a field that is
    not here nothing is asked: the form, or the law of the house, does so already."""
    but: frozenset[str] = frozenset()
    """Rules that do not speak here."""


class Typed:
    """What stands in a form, as it was typed."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.said = said

    def __call__(self, name: str) -> str:
        return str(self.said.get(name) or "")[:LONGEST].strip()

    def day(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self(name))
        except ValueError:
            return None


LaysOut = Callable[[Typed], Iterable[Laid]]
_forms: dict[str, LaysOut] = {}


def asks(*forms: str) -> Callable[[LaysOut], LaysOut]:
    """Enter what forms of these names (their routes) lay before the checker."""

    def enter(lays_out: LaysOut) -> LaysOut:
        _forms.update(dict.fromkeys(forms, lays_out))
        return lays_out

    return enter


def prose(typed: Typed, kind: str, field: str, *names: str) -> Iterable[Laid]:
    """Running text in fields of a form, each laid before the checker by itself."""
    for name in names:
        if words := typed(name):
            yield Laid(kind, {field: words}, {field: name})


def is_asked(form: str) -> bool:
    return form.partition("/")[0] in _forms


class Question(NamedTuple):
    """What one place of a form leaves open, and whether somebody left it so."""

    place: str
    finding: Finding
    is_left: bool = False
    why: str = ""


def found_in(form: str, said: Mapping[str, Any], today: date) -> list[Question]:
    """Everything that this form leaves open, left or not: at most one for a place and
    rule."""
    lays_out = _forms.get(form.partition("/")[0])
    if lays_out is None:
        return []
    typed = Typed(said)
    left, context = set(typed("left").split()), Context(today=today)
    found: dict[tuple[str, str], Question] = {}
    for kind, words, places, but in lays_out(typed):
        for each in check(Item(kind, words, context)):
            place = places.get(each.field)
            if place is None or each.code in but:
                continue
            is_left = each.fingerprint in left
            why = typed(f"why_{each.fingerprint}") if is_left else ""
            found.setdefault((place, each.code), Question(place, each, is_left, why))
    return list(found.values())


def questions(form: str, said: Mapping[str, Any], today: date) -> list[Question]:
    """What stands under the fields now: one for a place and two for all of them, the
    gravest; and what somebody left, with the reason."""
    found = found_in(form, said, today)
    left = [each for each in found if each.is_left]
    open_: dict[str, Question] = {}
    for each in sorted(found, key=weight):
        if not each.is_left and each.place not in {one.place for one in left}:
            open_.setdefault(each.place, each)
    return [*left, *list(open_.values())[:AT_MOST]]


def weight(question: Question) -> int:
    """The gravest first."""
    return -question.finding.severity


@at_the_table
def ask_about(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Of text one typed oneself, so nothing is read and no line is left."""
    form = request.POST.get("draft_form") or LINES
    asked = questions(form, request.POST.dict(), timezone.localdate(now))
    return render(request, "casework/_questions.html", {"questions": asked})
