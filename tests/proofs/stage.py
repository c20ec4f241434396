"""A stage for the matrix: two houses, ten tables, and everybody who might ask.

The database is filled through the actions; beside it stands, in plain Python, what is
true on this stage (`Facts`). The rules of the oracle are asked of those facts alone.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from expliciet.accounts.models import Appointment, House, Organisation, User
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.seats import hand_over, invite
from expliciet.dossiers.models import (
    Circle,
    Dossier,
    HandOver,
    Heading,
    Note,
    Opening,
    Person,
    Record,
    Seat,
)
from expliciet.vault.keyring import keyring
from tests.factories import AppointmentFactory, OrganisationFactory, Role, Table
from tests.proofs.facts import Appointed, Facts, Place, Word
from tests.proofs.replay import Passed, Said

PURPOSE = "overleg voorbereiden"
ROLES = list(Role)


class Earlier(Table):
    """A table of this morning: all that happened there lies behind the clock."""

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Actor:
    """Somebody who asks, and how they came in."""

    name: str
    user: User | None = None
    state: str = "ok"
    """`ok`, `anonymous`, `closed`, `half` (no second factor), `ended` (session)."""


@dataclass
class Stage:
    """Who there is, and what they may ask about, by name."""

    facts: Facts
    actors: list[Actor] = field(default_factory=list)
    dossiers: dict[str, UUID] = field(default_factory=dict)
    words: dict[str, UUID] = field(default_factory=dict)
    houses: dict[str, House] = field(default_factory=dict)
    canaries: dict[str, str] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)
    """Other things that addresses name: seats, holds, links, agreements, people."""

    # --- people ---------------------------------------------------------------------

    def appoint(
        self, organisation: Organisation, role: str = Role.PARTNER, **how: Any
    ) -> Appointment:
        appointment = AppointmentFactory(organisation=organisation, role=role, **how)
        self.know(appointment)
        return appointment

    def know(self, appointment: Appointment) -> None:
        self.facts.appointed[appointment.pk] = Appointed(
            appointment.user_id,
            appointment.organisation_id,
            appointment.house_id,
            appointment.role,
            appointment.until,
        )

    def act(self, name: str, user: User | None, state: str = "ok") -> None:
        self.actors.append(Actor(name, user, state))

    def organisation(self, house: str, function: str) -> Organisation:
        found = self.houses[house].organisations.filter(function=function).first()
        if found is None:
            found = OrganisationFactory(house=self.houses[house], function=function)
        self.facts.functions[found.pk] = function
        self.facts.house_of[found.pk] = found.house_id
        return found

    # --- tables ---------------------------------------------------------------------

    def open(self, name: str, house: str, chair: Appointment | None = None) -> Table:
        """A table of this house; the chair of another one may lead it too."""
        table = Earlier(self.houses[house], now=a_while_ago())
        self.organisation(house, Organisation.OFFICE)
        self.organisation(house, Organisation.MUNICIPALITY)
        dossier = table.dossier
        self.dossiers[name] = dossier.pk
        self.facts.house_of[dossier.pk] = dossier.house_id
        self.facts.ends[dossier.pk] = dossier.ends_on
        self.know(table.director)
        self.know(table.deputy)
        for seat in (table.chair, table.substitute):
            self.facts.sit(place_of(seat), seat.joined_at)
        self.heard(Heading.objects.get(dossier=dossier), f"{name}: heading")
        if chair is not None:
            self.seat(table, chair, role=Seat.Role.PROCESS_DIRECTOR)
        return table

    def seat(self, table: Table, who: Appointment, role: str = "participant") -> Seat:
        seat = Seat(
            user=who.user, organisation=who.organisation, role=role, why="nodig"
        )
        return self.sits(table, seat)

    def sits(self, table: Table, seat: Seat) -> Seat:
        invite(seat, by=table.chair, now=table.tick())
        self.facts.sit(place_of(seat), seat.joined_at)
        heading = next(
            word
            for word in self.facts.words.values()
            if word.dossier == seat.dossier_id and word.kind == "heading"
        )
        if seat.organisation_id not in heading.passed:
            self.pass_on(heading.pk, seat.organisation_id, seat.joined_at)
        return seat

    def leave(self, seat: Seat, moment: Any) -> None:
        self.facts.stand(self.facts.seats[seat.pk], moment)

    def pass_on(self, record: UUID, organisation: UUID, moment: Any) -> None:
        word = self.facts.words[record]
        word.passed.add(organisation)
        self.facts.events.append(Passed(moment, word.dossier, record, organisation))

    def hand_over(self, table: Table, leaving: Seat, coming: Appointment) -> Seat:
        seat = Seat(user=coming.user, why="neemt over")
        words = HandOver(summary=self.canary("hand-over"), open_ends="niets")
        hand_over(seat, words, by=leaving, now=table.tick())
        self.facts.sit(place_of(seat), seat.joined_at, after=leaving.pk)
        self.heard(words, "hand-over")
        self.leave(leaving, words.recorded_at)
        return seat

    def canary(self, name: str) -> str:
        """A word that stands nowhere else, after a word that all canaries share."""
        assert name not in self.canaries, f"there is a canary called {name} already"
        self.canaries[name] = f"vogel{len(self.canaries):03d}"
        return f"kanarie {self.canaries[name]}"

    # --- words ----------------------------------------------------------------------

    def say(
        self,
        name: str,
        by: Seat,
        table: Table,
        circle: str = Circle.Kind.TABLE,
        named: tuple[Organisation, ...] = (),
        record: Record | None = None,
        action: Callable[..., Any] = record_note,
        **how: Any,
    ) -> Record:
        """Something with a canary in it, in a circle."""
        record = record or Note(text=self.canary(name))
        now = table.tick()
        said_in = circle_for(by, circle, now, [each.pk for each in named])
        action(record, by=by, circle=said_in, now=now, **how)
        self.heard(record, name)
        return record

    def correct(self, name: str, old: Record, by: Seat, table: Table) -> Record:
        note = Note(text=self.canary(name), why_changed="kanarie waarom")
        correct(note, old, by=by, now=table.tick())
        self.heard(note, name)
        self.facts.words[old.pk].superseded = True
        return note

    def heard(self, record: Record, name: str) -> None:
        members = frozenset(record.circle.member_ids())
        word = Word(
            record.pk,
            record.dossier_id,
            record.organisation_id,
            record.circle.kind,
            members,
            name,
            record.kind,
        )
        self.words[name] = record.pk
        self.facts.words[record.pk] = word
        self.facts.events.append(
            Said(
                record.recorded_at,
                word.dossier,
                word.pk,
                word.organisation,
                members,
                record.ends_on,
            )
        )

    # --- questions of the oracle ----------------------------------------------------

    def place(self, actor: Actor, dossier: UUID) -> Place | None:
        """Where somebody sits at this table now, if they do."""
        for seat in self.facts.at(dossier):
            if actor.user and seat.user == actor.user.pk and self.facts.is_active(seat):
                return seat
        return None

    def may_read(self, actor: Actor, name: str, moment: datetime | None = None) -> bool:
        """Whether the words themselves are theirs to read (at that moment too)."""
        word = self.facts.words[self.words[name]]
        place = self.place(actor, word.dossier)
        if place is None or word.pk not in self.facts.sees(place, moment):
            return False
        return not word.withdrawn or word.organisation == place.organisation

    def roles(self, actor: Actor, house: UUID | None = None) -> set[str]:
        """What somebody is appointed to now, in this house or in any."""
        return {
            each.role
            for each in self.facts.appointed.values()
            if actor.user
            and each.user == actor.user.pk
            and each.user not in self.facts.closed
            and (house is None or each.house == house)
            and (each.until is None or each.until >= self.facts.today)
        }


def place_of(seat: Seat) -> Place:
    return Place(
        seat.pk, seat.dossier_id, seat.user_id, seat.organisation_id, seat.role
    )


def a_while_ago() -> datetime:
    """Some hours before now; not so late in the evening that a day would end there."""
    start = timezone.now() - timedelta(hours=3)
    if timezone.localdate(start) != timezone.localdate(start + timedelta(minutes=30)):
        start -= timedelta(minutes=30)
    return start


def state_purposes() -> None:
    """Everybody who sits anywhere said this morning why they look."""
    now = timezone.now()
    for seat in Seat.objects.active(now).select_related("dossier__house"):
        with keyring():
            seat.unlock(now)
            state_purpose(Opening(purpose=PURPOSE), by=seat, now=now)


def person(canary: str) -> Person:
    return Person(role=Person.Kind.SUBJECT, name=canary, contact="kanarie adres")


def nowhere() -> UUID:
    """What was never there."""
    return uuid4()


def set_phase(table: Table, phase: str) -> None:
    Dossier.objects.filter(pk=table.dossier.pk).update(phase=phase)
