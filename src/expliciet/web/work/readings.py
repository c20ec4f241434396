"""Readings of other organisations that are not in yet, for whoever leads the round."""

from datetime import datetime
from typing import NamedTuple

from ...accounts.models import Organisation, User
from ...casework.models import Round
from ...casework.models.round import who_is_in
from ...dossiers.models import Seat


class Unread(NamedTuple):
    """A round that I lead, and who is not in."""

    round: Round
    owing: list[Organisation]


def readings_awaited(user: User, now: datetime) -> list[Unread]:
    """Of running rounds at tables that I chair; three queries for any number."""
    seats = Seat.objects.of(user).active(now).chairing()
    rounds = list(
        Round.objects.running(now)
        .filter(dossier__in=seats.values("dossier"))
        .reaching(user, now)
        .select_related("dossier", "circle")
        .prefetch_related("circle__members__organisation")
        .order_by("answer_by", "pk")
    )
    told = who_is_in(rounds, now) if rounds else {}
    return [
        Unread(each, owing)
        for each in rounds
        if (owing := [one for one in each.readers if one.pk not in told[each.pk]])
    ]
