"""Founding a house, and changing how it is called."""

from datetime import datetime

from django.db import transaction

from ...audit import trail
from ...audit.actions import Action
from ..models import Appointment, House
from ..refusal import require


@transaction.atomic
def found_house(house: House, *, now: datetime) -> House:
    """The first deed in a new house; done at the terminal of the server."""
    house.founded_at = now
    house.full_clean()
    house.save(force_insert=True)
    trail.record(Action.HOUSE_FOUNDED, by=trail.TERMINAL, about=house)
    return house


@transaction.atomic
def change_house(house: House, *, by: Appointment) -> House:
    """Another name or region; nothing that anybody may see or do."""
    require(
        by.house_id == house.id and by.is_(Appointment.Role.ADMINISTRATOR),
        "house.change",
    )
    house.full_clean()
    house.save()
    trail.record(Action.HOUSE_CHANGED, by=by, about=house)
    return house
