"""Whether anything changed in a talk, for each who follows it from their own place.

Asked every other second by everybody at every table, so it is asked in one question of
which the words are made once: only who asks, of what and when is filled in each time.
"""

from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import (
    DateField,
    DateTimeField,
    F,
    Max,
    OuterRef,
    Subquery,
    UUIDField,
    Value,
)
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from ...accounts.models import User
from ...casework.actions.minutes import MINUTED
from ...casework.models import AgendaStep
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import heard

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
WHAT_MOVES = (
    "recorded_at",
    "withdrawal__at",
    "agreement__reply__at",
    "agreement__claims__at",
    "expectation__answer__at",
    "openpoint__settled__at",
    "superseded_by__recorded_at",
    "passings__at",
)


class Mark(NamedTuple):
    """What changes when something changes that this seat can see, and only then."""

    phase: str
    is_off_record: bool
    last: str

    def __str__(self) -> str:
        off = "p" if self.is_off_record else "r"
        return f"{self.phase}-{off}-{self.last}"


class Asked(NamedTuple):
    """What differs from one question to the next."""

    user: UUID
    dossier: UUID
    item: UUID
    now: datetime

    def adapted(self) -> list[Any]:
        """As the database is told them; the day is that of the moment, here."""
        keys = [
            UUIDField().get_db_prep_value(key, connection)
            for key in (self.user, self.dossier, self.item)
        ]
        moment = DateTimeField().get_db_prep_value(self.now, connection)
        today = timezone.localdate(self.now)
        return [*keys, moment, DateField().get_db_prep_value(today, connection)]


SAMPLE = Asked(
    UUID(int=101), UUID(int=102), UUID(int=103), datetime(1971, 3, 5, 12, tzinfo=UTC)
)
"""Stands in the question while its words are made, to know where each is filled in."""


def mark_of(user: User, dossier: UUID, item: UUID, now: datetime) -> Mark | None:
    """From the seat of whoever asks; none where they may not look.

    Made of what this seat hears alone: what the core says changes nothing for others.
    """
    words, places = question(connection.vendor)
    given = Asked(user.pk, dossier, item, now).adapted()
    filled = [given[place] if place is not None else value for place, value in places]
    with connection.cursor() as cursor:
        cursor.execute(words, filled)
        found = cursor.fetchone()
    if found is None:
        return None
    phase, off, last = found
    return Mark(phase, bool(off), str(last or "").replace(" ", "T"))


@cache
def question(vendor: str) -> tuple[str, list[tuple[int | None, Any]]]:
    """The words of the question, and for each value in it which of `Asked` it is."""
    words, values = asked_of(SAMPLE).query.sql_with_params()
    sample = SAMPLE.adapted()
    places = [(sample.index(each) if each in sample else None, each) for each in values]
    if {place for place, _value in places} - {None} != set(range(len(sample))):
        raise RuntimeError("not everything that is asked stands in the question")
    return words, places


def asked_of(asked: Asked) -> Any:
    """The seat of this user at this table, with the phase of the item and the moment
    of the last thing that it hears of what was said in it."""
    begun = AgendaStep.objects.filter(item=asked.item).order_by("began_at", "pk")
    told = Record.objects.filter(
        heard(
            OuterRef("dossier"),
            OuterRef("organisation"),
            OuterRef("hears_from"),
            asked.now,
        ),
        recorded_at__gte=Subquery(begun.values("began_at")[:1]),
        kind__in=MINUTED,
    )
    moments = [
        Coalesce(Max(path), Value(LONG_AGO), output_field=DateTimeField())
        for path in WHAT_MOVES
    ]
    grouped = told.order_by().values("dossier")
    return (
        Seat.objects.filter(user=asked.user)
        .active(asked.now)
        .exclude(role=Seat.Role.AFTERCARE)
        .filter(dossier=asked.dossier, dossier__agenda_items=asked.item)
        .annotate(
            phase=F("dossier__agenda_items__phase"),
            off=F("dossier__agenda_items__is_off_record"),
            last=Subquery(grouped.annotate(at=Greatest(*moments)).values("at")),
        )
        .order_by()
        .values_list("phase", "off", "last")[:1]
    )
