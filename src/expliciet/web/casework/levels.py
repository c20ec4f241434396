"""The level of the approach, the necessity reviews and telling the person, to read.

A level is of the approach and never of a person: nothing here calculates, counts or
colours, and no list is ordered by it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from django.db.models import Q
from django.utils import timezone

from ...casework.models import Informing, Met, Review, Scaling
from ...dossiers.models import Seat
from ..dossiers.addresses import of_dossier
from ..dossiers.entries import Entry, along
from ..dossiers.heard import of_kind, told_here
from ..dossiers.parts import DECISION, Shown
from .resting import rested_on

KINDS = (Scaling.KIND, Review.KIND, Informing.KIND)


@along(Scaling.KIND)
def with_criteria(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """Every criterion as it was answered, and on which statements that rests."""
    open_ = [entry for entry in found if entry.is_readable]
    answers = {
        entry.record.pk: list(cast("Scaling", entry.said).criteria.all())
        for entry in open_
    }
    ids = [each.pk for these in answers.values() for each in these]
    rests = rested_on(Met, ids, seat, moment)
    for entry in open_:
        entry.more = {
            "criteria": [
                {"met": each, "rests": rests[each.pk]}
                for each in answers[entry.record.pk]
            ]
        }


def level_shown(
    seat: Seat,
    now: datetime,
    moment: datetime | None = None,
    seats: Iterable[Seat] = (),
) -> Shown:
    """For the part of what is decided: include `casework/_level.html`."""
    told = told_here(Q(kind__in=KINDS), seat, now, moment, seats).values()
    latest_first = sorted(told, key=lambda each: each.record.recorded_at, reverse=True)
    steps = of_kind(Scaling.KIND, latest_first)
    holding = next((each for each in steps if stands(each)), None)
    today = timezone.localdate(moment or now)
    context = {
        "level_now": holding,
        "level_is_due": bool(
            holding and cast("Scaling", holding.said).review_on <= today
        ),
        "levels_before": [each for each in steps if each is not holding],
        "reviews": of_kind(Review.KIND, latest_first),
        "informings": of_kind(Informing.KIND, latest_first),
    }
    return Shown(context, sum(each.lines for each in told))


def stands(entry: Entry) -> bool:
    """Not taken back by the moment that is shown."""
    return entry.withdrawal is None or entry.is_withdrawn_later


def tab_of(seat: Seat, reference: str = "niveau") -> str:
    return f"{of_dossier(seat.dossier_id)}?deel={DECISION}#{reference}"
