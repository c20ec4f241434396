"""What a running round asks: of you a reading, of whoever leads the reveal."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...casework.models import Round
from ...casework.models.round import who_is_in
from ...dossiers.models import Seat
from ..dossiers.asks import Waiting, asking_about


@asking_about(Round.KIND)
def readings(seat: Seat, now: datetime) -> list[Waiting]:
    """Running rounds that this seat hears, and what they wait for."""
    rounds = list(
        Round.objects.visible_to(seat, now)
        .running(now)
        .select_related("circle")
        .prefetch_related("circle__members__organisation")
        .order_by("answer_by", "pk")
    )
    told = who_is_in(rounds, now) if rounds else {}
    found: list[Waiting] = []
    for each in rounds:
        lacking = {reader.pk for reader in each.readers} - told[each.pk]
        if seat.organisation_id in lacking:
            found.append(to_write(each, seat, now))
        elif seat.chairs and (not lacking or is_past(each, now)):
            found.append(to_reveal(each, seat, everybody=not lacking))
    return found


def is_past(asked: Round, now: datetime) -> bool:
    return asked.answer_by < timezone.localdate(now)


def to_write(asked: Round, seat: Seat, now: datetime) -> Waiting:
    words = _("Your own reading is asked in %(reference)s, by %(day)s.")
    if is_past(asked, now):
        words = _("Your own reading was asked in %(reference)s, by %(day)s.")
    return Waiting(
        words % {"reference": asked.reference, "day": spelled(asked)},
        reverse("casework:reading", args=[seat.dossier_id, asked.pk]),
        _("Write our reading"),
    )


def to_reveal(asked: Round, seat: Seat, *, everybody: bool) -> Waiting:
    words = _("The day to be in has come for %(reference)s (%(day)s), not all are in.")
    if everybody:
        words = _("Everybody is in in %(reference)s: it can be revealed.")
    return Waiting(
        words % {"reference": asked.reference, "day": spelled(asked)},
        reverse("casework:round", args=[seat.dossier_id, asked.pk]),
        _("To the round"),
    )


def spelled(asked: Round) -> str:
    return date_format(asked.answer_by, "SHORT_DATE_FORMAT")
