"""A meeting with one dossier on its roster, in the fewest words; all of it invented."""

from datetime import timedelta

from expliciet.accounts.models import Appointment
from expliciet.casework.actions.conducting import go_on
from expliciet.casework.actions.meetings import call_meeting, put_on_roster
from expliciet.casework.models import AgendaItem, Meeting
from expliciet.dossiers.models import Seat
from tests.factories import Table

Phase = AgendaItem.Phase


def called(
    table: Table, by: Appointment | None = None, kind: str = Meeting.Kind.REGULAR
) -> Meeting:
    now = table.tick()
    meeting = Meeting(kind=kind, begins_at=now + timedelta(hours=1))
    return call_meeting(meeting, by=by or table.director, now=now)


def on_roster(
    table: Table, *asked: Seat, meeting: Meeting | None = None, by: Seat | None = None
) -> AgendaItem:
    meeting = meeting or called(table)
    return put_on_roster(
        AgendaItem(meeting=meeting, minutes=15),
        asked,
        by=by or table.chair,
        now=table.tick(),
    )


def talking(table: Table, *asked: Seat, phase: str = Phase.SHARE) -> AgendaItem:
    """An item that goes on, in this phase."""
    item = on_roster(table, *asked)
    return go_on(item, phase, by=table.chair, now=table.tick())
