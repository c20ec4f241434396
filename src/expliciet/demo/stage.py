"""Where a story is played: who sits where, and what was said so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import models

from ..accounts.models import Appointment, House, Organisation
from ..dossiers.actions.circles import circle_for
from ..dossiers.models import Circle, Dossier, Record, Seat
from ..vault.keyring import keyring
from .deeds import Guest, Hears, Story
from .partners import Colleague, Partner
from .weeks import Calendar

M = TypeVar("M", bound=models.Model)


class Stage:
    """The house while it is being played; keeps identifiers, and finds the rest anew.

    Each deed gets a keyring of its own, unlocked for the one seat that does it: the
    house is loaded with the rights of its people and with none besides.
    """

    def __init__(self, house: House, calendar: Calendar) -> None:
        self.house = house
        self.calendar = calendar
        self.dossiers: dict[str, UUID] = {}
        self.guests: dict[tuple[str, Guest], UUID] = {}
        self.said: dict[tuple[str, str], UUID] = {}
        self.meetings: dict[str, UUID] = {}
        self.made: dict[tuple[type[models.Model], str], UUID] = {}

    def partner(self, partner: Partner) -> Organisation:
        return self.house.organisations.get(name=partner.name)

    def appointment(self, who: Colleague) -> Appointment:
        return self.house.appointments.select_related(
            "user", "house", "organisation"
        ).get(user__email=who.email, role=who.role)

    def dossier(self, story: Story) -> Dossier:
        return Dossier.objects.get(pk=self.dossiers[story.name])

    def seat(self, story: Story, who: Colleague | Guest) -> Seat:
        """The last seat that this person got at this table."""
        seats = Seat.objects.filter(dossier=self.dossiers[story.name]).select_related(
            "dossier__house", "user", "organisation"
        )
        if isinstance(who, Guest):
            return seats.get(pk=self.guests[story.name, who])
        return seats.filter(user__email=who.email).latest("joined_at")

    def record(self, story: Story, mark: str) -> Record:
        return Record.objects.get(pk=self.said[story.name, mark])

    def remember(self, story: Story, mark: str, record: Record) -> None:
        if mark:
            self.said[story.name, mark] = record.pk

    def keep(self, thing: models.Model, mark: str) -> None:
        """What was made for a study, by the name that its story gives it."""
        self.made[type(thing), mark] = thing.pk

    def kept(self, kind: type[M], mark: str) -> M:
        return kind._default_manager.get(pk=self.made[kind, mark])

    @contextmanager
    def sitting(self, story: Story, who: Colleague, moment: datetime) -> Iterator[Seat]:
        """As this colleague at this table: able to open what that seat may hear."""
        with keyring():
            seat = self.seat(story, who)
            seat.unlock(moment)
            yield seat

    def circle(self, seat: Seat, hears: Hears, moment: datetime) -> Circle:
        if isinstance(hears, tuple):
            named = [self.partner(partner).pk for partner in hears]
            return circle_for(seat, Circle.Kind.NAMED, moment, named)
        return circle_for(seat, hears, moment)
