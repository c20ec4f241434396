"""A dossier as a whole: its head, what is new since one was here, and what it asks."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from ...dossiers.models import Seat
from ..people import me
from .asks import asks
from .frame import frame
from .news import news


def whole(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    *,
    part: str,
    seats: list[Seat],
    moment: datetime | None = None,
) -> dict[str, Any]:
    """What stands around every part of it; of an earlier moment, the head alone."""
    context = frame(seat, now, part=part, seats=seats, moment=moment)
    if moment is None:
        since = seat.visited_before(now)
        told = news(seat, since, now, seats=seats)
        asked = asks(me(request), seat, now, seats=seats, news=told)
        context |= {"news": told, "asks": asked}
    return context
