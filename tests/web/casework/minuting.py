"""A talk that is read back and minuted, in the fewest words; all of it invented."""

from uuid import UUID

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from expliciet.casework.actions.attending import note_presence
from expliciet.casework.actions.conducting import go_on
from expliciet.casework.actions.minutes import answer_minutes, make_minutes
from expliciet.casework.models import AgendaItem, Minutes, Receipt
from expliciet.dossiers.models import Circle, Dossier, Seat
from tests.casework.meeting import Phase, talking
from tests.casework.promises import agreed, expected
from tests.factories import Table

SECRET = "GEHEIM van de kern (verzonnen)"


def to(name: str, table: Table, *about: UUID) -> str:
    return reverse(f"casework:{name}", args=[table.dossier.pk, *about])


def spoken(table: Table, *there: Seat, core: bool = False) -> AgendaItem:
    """An agreement and an expectation of the table, and perhaps something of the core;
    read back while these are there."""
    police = there[0]
    item = talking(table, *there)
    agreed(table, police, table.chair)
    expected(table, table.chair, police)
    if core:
        said_in_core(table, police)
    note_presence(item, [table.chair, *there], by=table.chair, now=table.tick())
    item = go_on(item, Phase.READ_BACK, by=table.chair, now=table.tick())
    return AgendaItem.objects.get(pk=item.pk)


def said_in_core(table: Table, by: Seat) -> None:
    agreed(table, by, table.chair, circle=Circle.Kind.CORE, deed=SECRET)


def caught_up(table: Table) -> Table:
    """Not before what somebody did on a screen meanwhile."""
    moved = Dossier.objects.get(pk=table.dossier.pk).moved_at
    table.now = max(table.now, moved)
    return table


def made(table: Table, item: AgendaItem, kind: str = Circle.Kind.TABLE) -> Minutes:
    """Made by the chair, of this circle."""
    now = caught_up(table).tick()
    found = make_minutes(item, by=table.chair, now=now)
    return next(each for each in found if each.circle.kind == kind)


def ended(table: Table, item: AgendaItem) -> None:
    go_on(item, Phase.DONE, by=table.chair, now=caught_up(table).tick())


def says(table: Table, minutes: Minutes, seat: Seat, words: str = "") -> Receipt:
    kind = Receipt.Says.OTHERWISE if words else Receipt.Says.SO
    given = Receipt(minutes=minutes, seat=seat, says=kind, words=words)
    return answer_minutes(given, by=seat, now=caught_up(table).tick())


def asked_of(client: Client, address: str) -> int:
    """How much a page asks of the database, looked at for the second time."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
