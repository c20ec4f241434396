"""Who is asked, who says to come, and who was there."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import one_at_a_time
from ...dossiers.models import Seat
from ..models import AgendaItem, Attendance
from .meetings import OVER, ask, attendances, leads_item


@transaction.atomic
def ask_also(
    item: AgendaItem, seats: Iterable[Seat], *, by: Seat, now: datetime
) -> None:
    """Ask more people of this table for this item."""
    now = one_at_a_time(by.dossier, now=now)
    require(leads_item(item, by, now), "meeting.ask")
    look_whether_ahead(item)
    ask(item, seats, now=now)
    trail.record(Action.ATTENDANCE_SAID, by=by, about=item)


@transaction.atomic
def say_attendance(attendance: Attendance, *, by: Seat, now: datetime) -> Attendance:
    """Whether one comes, or who comes instead: said by oneself, or written down by
    who leads the meeting."""
    now = one_at_a_time(by.dossier, now=now)
    item = attendance.item
    own = attendance.seat_id == by.pk and by.is_active(now) and not by.reads_card
    require(
        item.dossier_id == by.dossier_id and (own or leads_item(item, by, now)),
        "meeting.say_attendance",
    )
    look_whether_ahead(item)
    if attendance.says == Attendance.Says.ASKED:
        raise ValidationError({"says": _("Say whether this person comes.")})
    if attendance.instead:
        sitting = Seat.objects.filter(
            pk=attendance.instead.pk, dossier=by.dossier_id
        ).taken(now)
        if not sitting.exists():
            raise ValidationError(
                {"instead": _("Choose somebody who sits at this table now.")}
            )
    attendance.full_clean()
    attendance.save(update_fields=["says", "instead"])
    if attendance.instead:
        ask(item, [attendance.instead], now=now)
    trail.record(Action.ATTENDANCE_SAID, by=by, about=attendance)
    return attendance


@transaction.atomic
def note_presence(
    item: AgendaItem, there: Iterable[Seat], *, by: Seat, now: datetime
) -> list[Attendance]:
    """Who of this table is there now; the others were not. With the mandate of this
    moment, on which the quorum of each decision rests."""
    now = one_at_a_time(by.dossier, now=now)
    require(leads_item(item, by, now), "meeting.note_presence")
    if item.meeting.called_off_at:
        raise ValidationError(OVER)
    present = {seat.pk for seat in there}
    seated = Seat.objects.filter(dossier=item.dossier_id).taken(now)
    known = {each.seat_id: each for each in attendances(item)}
    for seat in seated.exclude(role=Seat.Role.AFTERCARE):
        if seat.pk in present and seat.pk not in known:
            known[seat.pk] = Attendance.objects.create(item=item, seat=seat)
    for each in known.values():
        each.was_there = each.seat_id in present
        each.mandate = each.seat.mandate if each.was_there else ""
        each.save(update_fields=["was_there", "mandate"])
    trail.record(Action.ATTENDANCE_NOTED, by=by, about=item, count=max(1, len(present)))
    return list(known.values())


def look_whether_ahead(item: AgendaItem) -> None:
    if item.meeting.is_over:
        raise ValidationError(OVER)
