"""What was done: the moments at which a case moved from words to deeds."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from .rows import Case
from .standing import Row, by_then, day_of, things

Deeds = list[tuple[datetime, date]]
"""When it was said, and the day on which it was done."""


def deeds_of(case: Case, now: datetime) -> Deeds:
    """An act, an agreement said to be done to which nobody said "not yet", an
    intervention that began, or how one goes: whatever had happened by this moment."""
    found = [*kept(case, now), *begun(case, now), *going(case, now)]
    acts = things(case["acts"], now)
    found += [(act.first["recorded_at"], act.last["done_on"]) for act in acts]
    return found


def kept(case: Case, now: datetime) -> Iterator[tuple[datetime, date]]:
    stands = {text for each in things(case["agreements"], now) for text in each.texts}
    for claim in standing_claims(case["claims"], now):
        if claim["agreement_id"] in stands:
            yield claim["at"], claim["done_on"]


def standing_claims(claims: Iterable[Row], now: datetime) -> Iterator[Row]:
    """Said by then to be done, and nobody had said by then what lacked."""
    for claim in claims:
        if claim["at"] <= now and not by_then(claim["not_yet__at"], now):
            yield claim


def begun(case: Case, now: datetime) -> Iterator[tuple[datetime, date]]:
    for each in things(case["interventions"], now):
        if each.last["starts_on"] <= day_of(now):
            yield each.first["recorded_at"], each.last["starts_on"]


def going(case: Case, now: datetime) -> Iterator[tuple[datetime, date]]:
    for each in things(case["progress"], now):
        yield each.first["recorded_at"], each.last["seen_on"]


def first_after(deeds: Deeds, at: datetime, day: date) -> date | None:
    """The first day of what was said after this moment and done not before this day."""
    days = (done for said, done in deeds if said > at and done >= day)
    return min(days, default=None)
