"""Leading the talk about one dossier: from sharing to reading back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import next_moment, one_at_a_time
from ...dossiers.models import Seat
from ..models import AgendaItem, AgendaStep
from .meetings import OVER, leads_item, locked_item


@transaction.atomic
def go_on(item: AgendaItem, phase: str, *, by: Seat, now: datetime) -> AgendaItem:
    """Go on to a phase of the talk, or back to one: the clock of each goes on (F46).

    One item of a meeting goes on at a time, or those that are spoken of together. An
    item that is done can be taken up again, also afterwards: to type in what was
    written on paper.
    """
    now = one_at_a_time(by.dossier, now=now)
    item = locked_item(item)
    require(leads_item(item, by, now), "meeting.go_on")
    if item.meeting.called_off_at:
        raise ValidationError(OVER)
    if phase == AgendaItem.Phase.WAITING or phase not in AgendaItem.Phase.values:
        raise ValidationError(_("Choose one of the phases of the talk."))
    if phase == item.phase:
        return item
    if phase != AgendaItem.Phase.DONE:
        look_whether_alone(item)
    item.phase, item.is_off_record = phase, False
    item.save(update_fields=["phase", "is_off_record"])
    AgendaStep.objects.create(
        item=item, phase=phase, began_at=next_moment(by.dossier, now), by=by
    )
    trail.record(Action.PHASE_BEGUN, by=by, about=item)
    return item


@transaction.atomic
def pause_recording(
    item: AgendaItem, pause: bool, *, by: Seat, now: datetime
) -> AgendaItem:
    """For a moment nothing is written down, and everybody sees that (even niet
    vastleggen); how long it lasted stands in the trail, and of what no word."""
    now = one_at_a_time(by.dossier, now=now)
    item = locked_item(item)
    require(leads_item(item, by, now), "meeting.pause")
    if not item.is_going_on:
        raise ValidationError(_("This item does not go on now."))
    if item.is_off_record == pause:
        return item
    item.is_off_record = pause
    item.save(update_fields=["is_off_record"])
    next_moment(by.dossier, now)
    trail.record(
        Action.RECORDING_PAUSED if pause else Action.RECORDING_RESUMED,
        by=by,
        about=item,
    )
    return item


def look_whether_alone(item: AgendaItem) -> None:
    together = {item.pk, item.beside_id} - {None}
    others = item.meeting.items.filter(phase__in=AgendaItem.TALK)
    busy = [
        each
        for each in others
        if each.pk not in together and each.beside_id not in together
    ]
    if busy:
        raise ValidationError(
            _("Another item still goes on: read it back and end it first."),
            code="busy",
        )
