"""The head of a dossier: which one, where it stands, who leads it, as of which moment.

The same on every part of a dossier, and true for the moment that is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Dossier, Heading, Seat
from ..house.vocabulary import vocabulary_of
from . import moments
from .moments import spelled
from .parts import LOG, in_order
from .told import hearing

Phase = Dossier.Phase
TAKEN_IN = (
    Phase.REPORT,
    Phase.WEIGHING,
    Phase.CONFERENCE,
    Phase.MONITORING,
    Phase.CLOSED,
)
TURNED_DOWN = (Phase.REPORT, Phase.WEIGHING, Phase.REFUSED)


class Step(NamedTuple):
    """One phase, and whether the dossier is in it."""

    label: Promise
    is_here: bool


class Tab(NamedTuple):
    """A part of the dossier, as a link."""

    label: Promise
    address: str
    is_here: bool


@dataclass
class Head:
    """The facts at the head, as they are or as they were known."""

    working_name: str
    phase: str
    regime: str
    controller: str
    review_on: date

    @property
    def regime_name(self) -> Promise | str:
        return Dossier.Regime(self.regime).label

    @property
    def steps(self) -> list[Step]:
        way = TURNED_DOWN if self.phase == Phase.REFUSED else TAKEN_IN
        return [Step(phase.label, phase == self.phase) for phase in way]

    @property
    def is_closed(self) -> bool:
        return self.phase in (Phase.CLOSED, Phase.REFUSED)


def frame(
    seat: Seat,
    now: datetime,
    *,
    part: str,
    seats: list[Seat],
    moment: datetime | None = None,
) -> dict[str, Any]:
    """What the head of the page shows; templates ask nothing more."""
    dossier = seat.dossier
    at = moment or now
    there = moments.changes(hearing(seat, now), seats)
    return {
        "dossier": dossier,
        "seat": seat,
        "head": head_at(seat, now, moment),
        "leads": leads(seats, at),
        "directs": in_role(seats, at, Seat.Role.CASE_DIRECTOR),
        "held_until": seat.held_until,  # type: ignore[attr-defined]
        "moment": moment,
        "now": now,
        "steps": moments.steps(there, now, moment),
        "part": part,
        "parts": parts(dossier, part, moment),
        "may_act": moment is None,
        "vocabulary": vocabulary_of(dossier.house, now),
    }


def head_at(seat: Seat, now: datetime, moment: datetime | None) -> Head | None:
    """As it is now; or as this seat could know it then, if it could."""
    if moment is None:
        dossier = seat.dossier
        return Head(
            dossier.working_name,
            dossier.phase,
            dossier.regime,
            dossier.controller.name,
            dossier.review_on,
        )
    heading = (
        Heading.objects.as_of(moment, seat, now)
        .current(moment)
        .select_related("controller")
        .order_by("-recorded_at")
        .first()
    )
    if heading is None:
        return None
    return Head(
        heading.working_name,
        heading.phase,
        heading.regime,
        heading.controller.name,
        heading.review_on,
    )


def parts(dossier: Dossier, part: str, moment: datetime | None) -> list[Tab]:
    """All keep the moment, but the log: that is of the one who looks, and of now."""
    detail = reverse("dossiers:detail", args=[dossier.pk])
    then = {"op": spelled(moment)} if moment else {}

    def there(name: str) -> str:
        return f"{detail}?{urlencode({'deel': name, **then})}"

    return [
        *(Tab(each.label, there(name), part == name) for name, each in in_order()),
        Tab(_("Log"), reverse("dossiers:log", args=[dossier.pk]), part == LOG),
    ]


def seats_at(seat: Seat, now: datetime) -> list[Seat]:
    """Everybody who sits, and sat, at this table; `gives_sight` of whoever may look."""
    looking = Seat.objects.filter(pk=OuterRef("pk")).active(now)
    return list(
        Seat.objects.visible_to(seat, now)
        .annotate(gives_sight=Exists(looking))
        .select_related("user", "organisation", "invited_by__user")
    )


def leads(seats: Iterable[Seat], at: datetime) -> list[Seat]:
    return in_role(seats, at, Seat.Role.PROCESS_DIRECTOR)


def in_role(seats: Iterable[Seat], at: datetime, role: str) -> list[Seat]:
    return [each for each in seats if each.role == role and each.is_taken(at)]
