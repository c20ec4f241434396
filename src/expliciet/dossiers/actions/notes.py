"""Notes."""

from datetime import datetime

from ...audit.actions import Action
from ..models import Circle, Note, Seat
from .recording import say


def record_note(
    note: Note,
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    on_behalf_of: Seat | None = None,
) -> Note:
    """Say something at the table, in a circle."""
    return say(
        note,
        by=by,
        circle=circle,
        action=Action.NOTE_RECORDED,
        now=now,
        on_behalf_of=on_behalf_of,
    )
