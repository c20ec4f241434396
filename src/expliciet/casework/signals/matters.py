"""The courses of what was said at one table: one for each matter that can stand still.

Here a dossier becomes days. What ends a matter is a day too; or the matter is not there
any more, as a dissent beside what holds no longer.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ...rules import Course, Day
from ..models import (
    Advice,
    Agreement,
    Conflict,
    Decision,
    Dissent,
    Expectation,
    Impasse,
    Interpretation,
    Progress,
    Result,
    Round,
    Scaling,
)
from .rows import Row, Said


class Matter(NamedTuple):
    """One course, and what it is about."""

    course: Course
    record: UUID | None = None
    reference: str = ""
    which: str = ""
    """Which of several things without a record, such as the function of a partner."""


def matters(said: Said, today: date) -> Iterator[Matter]:
    """Everything said here that can stand still."""
    for find in (
        expectations,
        agreements,
        dissents,
        conflicts,
        progress,
        advice,
        level,
        rounds,
        impasses,
    ):
        yield from find(said, today)


def matter(kind: str, row: Row, today: date, *days: tuple[str, date | None]) -> Matter:
    """Days that did not come are left out."""
    told = tuple(Day(what, day) for what, day in days if day is not None)
    return Matter(Course(kind, told, today), row.pk, row["reference"])


def expectations(said: Said, today: date) -> Iterator[Matter]:
    for row in said.current(Expectation):
        chain = said.chain(row)
        yield matter(
            "expectation",
            row,
            today,
            ("asked", chain[0].said_on),
            *(("answer_by", each["expectation__answer_by"]) for each in chain),
            ("answered", row.day("expectation__answer__at")),
        )


def agreements(said: Said, today: date) -> Iterator[Matter]:
    for row in said.current(Agreement):
        if not row["is_done"]:
            moved = (("due", each["agreement__due_on"]) for each in said.chain(row))
            yield matter("agreement", row, today, *moved)


def dissents(said: Said, today: date) -> Iterator[Matter]:
    """As long as it stands beside something that holds, as far as this seat hears."""
    for row in said.current(Dissent):
        if said.holds(row["dissent__beside"]) and not row["is_handled"]:
            first = said.chain(row)[0].said_on
            yield matter("dissent", row, today, ("recorded", first))


def conflicts(said: Said, today: date) -> Iterator[Matter]:
    """As long as both interventions still run."""
    over = {said.latest(row["result__of_intervention"]) for row in said.current(Result)}
    for row in said.current(Conflict):
        both = {row["conflict__one"], row["conflict__other"]}
        running = all(said.holds(pk) for pk in both) and not both & over
        if running and not row["is_settled"]:
            first = said.chain(row)[0].said_on
            yield matter("conflict", row, today, ("recorded", first))


def progress(said: Said, today: date) -> Iterator[Matter]:
    """By intervention: what was said of how it goes, and how one knew."""
    over = {said.latest(row["result__of_intervention"]) for row in said.current(Result)}
    told: dict[UUID, list[Row]] = {}
    for row in said.current(Progress):
        told.setdefault(said.latest(row["progress__of_intervention"]), []).append(row)
    for pk, rows in told.items():
        if said.holds(pk) and pk not in over:
            seen = ((row["progress__known"], row["progress__seen_on"]) for row in rows)
            yield matter("progress", said.by_pk[pk], today, *seen)


def advice(said: Said, today: date) -> Iterator[Matter]:
    """What this table advised, and whether the other body answered it."""
    answered = {
        said.latest(row["advice__answers_to"]): row for row in said.current(Advice)
    }
    for row in said.current(Decision):
        if row["is_advice"] and row.pk not in answered:
            decided = row["decision__decided_on"]
            yield matter("advice", row, today, ("decided", decided))


def level(said: Said, today: date) -> Iterator[Matter]:
    """The last decision on the level that this seat hears."""
    decided = said.current(Scaling)
    if decided:
        row = decided[-1]
        first, again = said.chain(row)[0].said_on, row["scaling__review_on"]
        days = (("decided", first), ("review_by", again))
        yield matter("scaling", row, today, *days)


def rounds(said: Said, today: date) -> Iterator[Matter]:
    """A round that opened is followed by reading together, in it or beside it."""
    together = said.current(Interpretation)
    for row in said.current(Round):
        at = row["round__reveal__at"]
        after = [each.said_on for each in together if at and each["recorded_at"] > at]
        yield matter(
            "round",
            row,
            today,
            ("opened", row.said_on),
            ("read_by", row["round__answer_by"]),
            ("revealed", row.day("round__reveal__at")),
            ("interpreted", min(after, default=None)),
        )


def impasses(said: Said, today: date) -> Iterator[Matter]:
    """With the day of its latest stage."""
    for row in said.current(Impasse):
        if not row["is_resolved"]:
            yield matter(
                "impasse",
                row,
                today,
                ("since", row["impasse__since"]),
                ("decide_by", row["stage_by"] or row["impasse__decide_by"]),
            )
