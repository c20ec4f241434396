"""What a summary of a dossier holds: as one seat hears it now, and what stands."""

from datetime import date, datetime
from typing import Any, NamedTuple, cast

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...casework.models import (
    Agreement,
    Decision,
    Dissent,
    Expectation,
    Goal,
    Impasse,
    Interpretation,
    Intervention,
    Scaling,
)
from ...dossiers.models import Record, Seat
from ..dossiers.entries import Entry, entries
from ..dossiers.frame import seats_at
from .as_text import resting
from .besluit import Aim, plan_of
from .decided import beside, of_all

KINDS = (
    Agreement.KIND,
    Decision.KIND,
    Expectation.KIND,
    Goal.KIND,
    Impasse.KIND,
    Interpretation.KIND,
    Intervention.KIND,
    Scaling.KIND,
)
BESIDE = ("dissents", "progress", "results")
"""What goes along with a record: shown with it, so its limits go along as well."""


class Summed(NamedTuple):
    """By what stands on the paper, from top to bottom."""

    seats: list[Seat]
    reading: Entry | None
    dissents: list[Dissent]
    """Beside the shared interpretation; those of a decision stand with it."""
    level: Entry | None
    decisions: list[Entry]
    aims: list[Aim]
    agreements: list[Entry]
    expectations: list[Entry]
    impasses: list[Entry]

    @property
    def planned(self) -> list[Entry]:
        goals = [aim.goal for aim in self.aims if aim.goal]
        return goals + [each for aim in self.aims for each in aim.interventions]

    @property
    def shown(self) -> list[Entry]:
        one = [each for each in (self.reading, self.level) if each]
        return [
            *(*one, *self.decisions, *self.planned),
            *(*self.agreements, *self.expectations, *self.impasses),
        ]

    @property
    def records(self) -> list[Record]:
        """Everything whose limits of use go along."""
        found: list[Record] = [*self.dissents]
        for each in self.shown:
            found += resting(each)
            for name in BESIDE:
                found += each.more.get(name, ())
        return found

    @property
    def texts(self) -> int:
        """How many texts are read."""
        more = sum(
            len(each.more.get(name, ())) for each in self.shown for name in BESIDE
        )
        return max(1, len(self.shown) + len(self.dissents) + more)

    @property
    def counted(self) -> list[tuple[Promise, int]]:
        """What goes along, and how much of it there is."""
        return [
            (_("Who sits at the table"), len(self.seats)),
            (_("Shared interpretation"), 1 if self.reading else 0),
            (_("Level of the approach"), 1 if self.level else 0),
            (_("Decisions"), len(self.decisions)),
            (_("Plan"), len(self.planned)),
            (_("Agreements"), len(self.agreements)),
            (_("Expectations without an answer"), len(self.expectations)),
            (_("Where we are stuck"), len(self.impasses)),
        ]


def summed(seat: Seat, now: datetime) -> Summed:
    """As many questions for one record as for many."""
    heard = Record.objects.visible_to(seat, now).filter(kind__in=KINDS)
    found = entries(heard.with_voice(), seat=seat, moment=now)
    told = {
        pk: each
        for pk, each in found.items()
        if each.is_readable and not each.record.is_withdrawn
    }
    reading = last(told.values(), Interpretation.KIND)
    plan = plan_of(told)
    aims = [*plan.aims, *([Aim(None, plan.without)] if plan.without else [])]
    return Summed(
        seats=[each for each in seats_at(seat, now) if each.is_taken(now)],
        reading=reading,
        dissents=dissents_of(reading, seat, now) if reading else [],
        level=last(told.values(), Scaling.KIND),
        decisions=of(told, Decision.KIND)[::-1],
        aims=aims,
        agreements=sorted(of(told, Agreement.KIND), key=due),
        expectations=[
            each for each in of(told, Expectation.KIND) if not each.more["answer"]
        ],
        impasses=[
            each for each in of(told, Impasse.KIND) if not each.more["resolution"]
        ],
    )


def of(told: dict[Any, Entry], kind: str) -> list[Entry]:
    found = [each for each in told.values() if each.record.kind == kind]
    return sorted(found, key=lambda each: each.record.recorded_at)


def last(told: Any, kind: str) -> Entry | None:
    found = [each for each in told if each.record.kind == kind]
    return max(found, key=lambda each: each.record.recorded_at, default=None)


def due(each: Entry) -> date:
    return cast("Agreement", each.said).due_on or date.max


def dissents_of(reading: Entry, seat: Seat, now: datetime) -> list[Dissent]:
    """Also beside a text that stood in its place before, where that is heard."""
    chain = [reading.record.pk, *(each.record.pk for each in reading.earlier)]
    return of_all(beside(Dissent, "beside", chain, seat, now), chain)
