"""Reminding whoever sees to an impasse that its day has passed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ...dossiers.models import Record, Seat
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import Impasse
from .impasses import leading


def remind_of_impasses(now: datetime) -> int:
    """Tell who sees to each impasse, and who chairs, that its day has passed.

    Once for each stage and each of them, without a word of what it is about; nothing
    changes by itself (S38, S60). How many were told.
    """
    today = timezone.localdate(now)
    past = Impasse.objects.past(today).filter(dossier__ends_on__gte=today)
    found = past.select_related("dossier", "begun_as").order_by("recorded_at")
    return sum(remind(each, now) for each in found)


@transaction.atomic
def remind(impasse: Impasse, now: datetime) -> int:
    stage = impasse.beginning.steps.order_by("-at").first()
    told = Notice.objects.filter(
        kind=Notice.Kind.IMPASSE_DUE, about=impasse.beginning.pk
    )
    if stage:
        told = told.filter(at__gte=stage.at)
    untold = [
        seat.user
        for seat in seeing_to_it(impasse, now)
        if seat.user and not told.filter(user=seat.user).exists()
    ]
    return len(
        notify(
            Notice.Kind.IMPASSE_DUE,
            untold,
            now=now,
            house=impasse.dossier.house_id,
            dossier=impasse.dossier_id,
            about=impasse.beginning.pk,
        )
    )


def seeing_to_it(impasse: Impasse, now: datetime) -> list[Seat]:
    """Who leads it and who chairs, as far as they sit here now and hear it."""
    seats = Seat.objects.filter(dossier=impasse.dossier_id).active(now)
    asked = seats.filter(pk=leading(impasse).pk) | seats.chairing()
    return [
        seat
        for seat in asked.select_related("user", "dossier")
        if Record.objects.visible_to(seat, now).filter(pk=impasse.pk).exists()
    ]
