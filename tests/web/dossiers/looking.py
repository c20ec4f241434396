"""Looking at the page of a dossier, and counting what that asks."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import urlencode

from expliciet.dossiers.models import Record
from tests.factories import Table


def page_of(table: Table, **asked: str) -> str:
    page = reverse("dossiers:detail", args=[table.dossier.pk])
    return f"{page}?{urlencode(asked)}" if asked else page


def of(record: Record, deed: str = "record") -> str:
    """Where one record stands, or something done with it."""
    return reverse(f"dossiers:{deed}", args=[record.dossier_id, record.pk])


def read(client: Client, table: Table, **asked: str) -> str:
    """The page as somebody reads it."""
    return shown(client, page_of(table, **asked))


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def questions(client: Client, address: str) -> int:
    """How much the database is asked for one page."""
    with CaptureQueriesContext(connection) as asked:
        shown(client, address)
    return len(asked)
