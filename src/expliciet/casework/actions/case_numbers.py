"""Keeping under which number one's own organisation knows this case."""

from datetime import datetime

from django.db import transaction

from ...audit.actions import Action
from ...dossiers.actions.circles import circle_for
from ...dossiers.actions.recording import correct, say
from ...dossiers.models import Circle, Seat
from ..models import CaseNumber


@transaction.atomic
def give_number(number: CaseNumber, *, by: Seat, now: datetime) -> CaseNumber:
    """In the circle of one's own organisation; another number takes its place."""
    old = number_of(by, now)
    if old is not None:
        return correct(number, old, by=by, now=now)
    own = circle_for(by, Circle.Kind.OWN, now)
    return say(number, by=by, circle=own, action=Action.CASE_NUMBER_GIVEN, now=now)


def number_of(seat: Seat, now: datetime) -> CaseNumber | None:
    """The number under which the organisation of this seat keeps the case."""
    return (
        CaseNumber.objects.visible_to(seat, now)
        .current()
        .filter(organisation=seat.organisation_id, withdrawal=None)
        .order_by("-recorded_at")
        .first()
    )
