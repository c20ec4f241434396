"""Persons."""

from datetime import datetime

from ...audit.actions import Action
from ..models import Circle, Person, Seat
from .recording import say


def record_person(person: Person, *, by: Seat, circle: Circle, now: datetime) -> Person:
    """Write down who somebody in this dossier is."""
    return say(person, by=by, circle=circle, action=Action.PERSON_RECORDED, now=now)
