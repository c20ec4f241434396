"""The lines of a contribution as one seat reads them: with what rests on each."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django.db.models import Model
from django.utils.functional import Promise

from ...casework.models import (
    Consideration,
    Contribution,
    Decision,
    FactorReading,
    Interpretation,
    Met,
    OtherUse,
    Reading,
    Scaling,
    Statement,
)
from ...dossiers.models import Record, Seat
from ..dossiers.entries import Entry, along

RESTING: tuple[tuple[type[Model], str], ...] = (
    (Reading, "reading"),
    (Interpretation, "interpretation"),
    (Decision, "decision"),
    (Consideration, "consideration__decision"),
    (FactorReading, "factorreading"),
    (Met, "met__scaling"),
)
"""What may rest on a statement, and the way from the link to its record."""


class Resting(NamedTuple):
    """A record that rests on a statement, for who may read it."""

    record: Record
    label: Promise | str


class Line(NamedTuple):
    """One statement, opened, and what rests on it as far as one may know."""

    statement: Statement
    reference: str
    rests: list[Resting]


@along(Contribution.KIND)
def with_lines(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """The lines of each that may be read, and which other uses were allowed."""
    readable = [entry for entry in found if entry.is_readable]
    told = {entry.record.pk: cast("Contribution", entry.said) for entry in readable}
    lines = [each for said in told.values() for each in said.statements.all()]
    rests = what_rests({line.pk for line in lines}, seat, moment)
    uses = other_uses(told, seat, moment)
    for entry in readable:
        reference = entry.record.reference
        entry.more = {
            "lines": [
                Line(each, f"{reference}.{each.order}", rests[each.pk])
                for each in told[entry.record.pk].statements.all()
            ],
            "uses": uses[entry.record.pk],
        }


def what_rests(
    statements: Collection[UUID], seat: Seat, moment: datetime
) -> dict[UUID, list[Resting]]:
    """By statement, each record that rests on it: two queries, however many there are.

    A record that this seat does not hear is not named; nor one that was withdrawn.
    """
    found: dict[UUID, list[Resting]] = defaultdict(list)
    if not statements:
        return found
    links: dict[UUID, list[UUID]] = defaultdict(list)
    for statement, resting in pairs(seat.dossier_id):
        if statement in statements:
            links[resting].append(statement)
    heard = Record.objects.known_to(seat, moment).current(moment)
    for record in heard.filter(pk__in=links, withdrawal=None):
        for statement in dict.fromkeys(links[record.pk]):
            found[statement].append(Resting(record, NAMES.get(record.kind, "")))
    return found


def pairs(dossier: UUID) -> Iterable[tuple[UUID, UUID]]:
    """Each statement of a dossier that something rests on, and the record it is in."""
    first, *others = (
        cast("Any", model)
        .rests_on.through.objects.filter(statement__contribution__dossier=dossier)
        .values_list("statement", way)
        for model, way in RESTING
    )
    return cast("Iterable[tuple[UUID, UUID]]", first.union(*others))


def other_uses(
    contributions: Iterable[UUID], seat: Seat, moment: datetime
) -> dict[UUID, list[OtherUse]]:
    """Which further uses their contributor allowed, and did not take back."""
    allowed = (
        OtherUse.objects.known_to(seat, moment)
        .current(moment)
        .filter(of_contribution__in=list(contributions), withdrawal=None)
    )
    found: dict[UUID, list[OtherUse]] = defaultdict(list)
    for each in allowed:
        found[each.of_contribution_id].append(each)
    return found


NAMES: dict[str, Promise | str] = {
    kind.KIND: kind._meta.verbose_name or kind.KIND
    for kind in (Reading, Interpretation, Decision, FactorReading, Scaling)
}
