"""What a dossier asks about its level, its end, and telling the person."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...casework.models import ExitCriterion, Informing, Scaling
from ...dossiers.models import Dossier, Record, Seat
from ..dossiers.asks import Waiting, asking
from ..dossiers.told import hearing
from .levels import tab_of

RUNNING = (Dossier.Phase.CONFERENCE, Dossier.Phase.MONITORING)
"""Once somebody is taken in and as long as the approach goes on."""

Row = Mapping[str, Any]


@asking
def about_the_approach(seat: Seat, now: datetime) -> list[Waiting]:
    """One question to the database at most, whatever there is to ask."""
    if seat.dossier.phase not in RUNNING:
        return []
    today, heard = timezone.localdate(now), hearing(seat, now)
    exits = heard.standing(ExitCriterion.KIND)
    latest = days(seat, now) if heard.has(Scaling.KIND, Informing.KIND) else {}
    found = (
        level_due(latest.get(Scaling.KIND), seat, today),
        telling(latest.get(Informing.KIND), seat, today),
        None if any(not each.withdrawn_at for each in exits) else no_exit(seat),
    )
    return [each for each in found if each]


def days(seat: Seat, now: datetime) -> dict[str, Row]:
    """Of the latest step to a level, and of the latest word on telling the person."""
    rows = (
        Record.objects.visible_to(seat, now)
        .current()
        .filter(kind__in=(Scaling.KIND, Informing.KIND), withdrawal=None)
        .order_by("recorded_at")
        .values("kind", "scaling__review_on", "informing__review_on")
    )
    return {row["kind"]: row for row in rows}


def level_due(row: Row | None, seat: Seat, today: date) -> Waiting | None:
    if row is None or row["scaling__review_on"] > today:
        return None
    return Waiting(
        _("The level of the approach was to be decided on again by %(day)s.")
        % {"day": spoken(row["scaling__review_on"])},
        tab_of(seat),
        _("Look at the level") if seat.records_for_others else "",
    )


def telling(row: Row | None, seat: Seat, today: date) -> Waiting | None:
    place, deed = tab_of(seat, "informeren"), _("Say whether they were told")
    if row is None:
        return Waiting(
            _("It is not said yet whether the person knows of this."), place, deed
        )
    again = row["informing__review_on"]
    if again is None or again > today:
        return None
    return Waiting(
        _("Telling the person was to be looked at again by %(day)s.")
        % {"day": spoken(again)},
        place,
        deed,
    )


def no_exit(seat: Seat) -> Waiting:
    return Waiting(
        _("It is not agreed yet what must be so for this approach to end."),
        tab_of(seat, "plan"),
        _("Agree when it is done"),
    )


def spoken(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
