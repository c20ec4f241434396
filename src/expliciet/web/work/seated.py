"""Where somebody sits now: asked once, for everything on their own page."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from ...accounts.models import User
from ...dossiers.models import Seat

Seats = Mapping[UUID, Seat]
"""By dossier: nobody has two seats at one table."""


def seats_of(user: User, now: datetime) -> Seats:
    """The tables of this person, without those where only the after-care card is left.

    For lists without words; a text opens from its own seat, which is asked anew.
    """
    found = Seat.objects.of(user).active(now).exclude(role=Seat.Role.AFTERCARE)
    return {
        each.dossier_id: each
        for each in found.select_related("dossier__house", "organisation")
        .defer("why", "left_why", "guest_name")
        .order_by()
    }
