"""Who hears what, told anew without any of the program.

What happens at a table is a list of events. Replaying it puts each word in the ears of
whoever sits there at that moment; so what a seat can see at a moment is what is in its
ears by then. Nothing here is a filter, and nothing here asks a database.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Joined:
    """Somebody sits down; with `after`, in the place of a colleague."""

    at: datetime
    table: UUID
    seat: UUID
    user: UUID | None
    organisation: UUID
    after: UUID | None = None


@dataclass(frozen=True)
class Left:
    at: datetime
    table: UUID
    seat: UUID


@dataclass(frozen=True)
class Said:
    """Something is said to a number of organisations."""

    at: datetime
    table: UUID
    record: UUID
    organisation: UUID
    to: frozenset[UUID]
    ends_on: date


@dataclass(frozen=True)
class Passed:
    """Something said before is passed on to one more organisation."""

    at: datetime
    table: UUID
    record: UUID
    organisation: UUID


Event = Joined | Left | Said | Passed


@dataclass
class Ears:
    """What is in whose ears after a number of events."""

    sits: dict[UUID, Joined] = field(default_factory=dict)
    gone: set[UUID] = field(default_factory=set)
    heard: dict[UUID, set[UUID]] = field(default_factory=dict)
    passed: dict[tuple[UUID, UUID], set[UUID]] = field(default_factory=dict)
    ends: dict[UUID, date] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        if isinstance(event, Joined):
            self.sits[event.seat] = event
            if event.after is None:
                given = self.passed.get((event.table, event.organisation), set())
                self.heard[event.seat] = set(given)
            else:
                self.heard[event.seat] = set(self.heard[event.after])
        elif isinstance(event, Left):
            self.gone.add(event.seat)
        elif isinstance(event, Said):
            self.ends[event.record] = event.ends_on
            for seat in self.listening(event.table, event.to):
                self.heard[seat].add(event.record)
        else:
            given = self.passed.setdefault((event.table, event.organisation), set())
            given.add(event.record)
            for seat in self.listening(event.table, {event.organisation}):
                self.heard[seat].add(event.record)

    def listening(self, table: UUID, to: Iterable[UUID]) -> Iterator[UUID]:
        for seat, joined in self.sits.items():
            if (
                seat not in self.gone
                and joined.table == table
                and joined.organisation in to
            ):
                yield seat


def replay(events: Iterable[Event], until: datetime) -> Ears:
    """Everything that happened by this moment, in the order in which it happened."""
    ears = Ears()
    for event in events:
        if event.at <= until:
            ears.take(event)
    return ears


def in_the_ears(events: list[Event], seat: UUID, moment: datetime) -> set[UUID]:
    """What this seat had heard by then.

    Before it sat down: what the colleague had heard whose place it took; and where it
    took nobody's place, what had been passed on to its organisation.
    """
    ears = replay(events, moment)
    if seat in ears.heard:
        heard = ears.heard[seat]
    else:
        came = next(
            event
            for event in events
            if isinstance(event, Joined) and event.seat == seat
        )
        if came.after is not None:
            return in_the_ears(events, came.after, moment)
        heard = ears.passed.get((came.table, came.organisation), set())
    today = moment.astimezone(HERE).date()
    return {record for record in heard if ears.ends[record] >= today}
