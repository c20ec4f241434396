"""Made-up houses, people and tables, as few words as a test needs.

Rows are made with the factories below, or through the actions of the rooms; every name
in them is invented.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import factory
from django.utils import timezone

from expliciet.accounts.models import Appointment, House, HouseRule, Organisation, User
from expliciet.dossiers.actions.circles import circle_for, organisations_at
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.opening_dossiers import open_dossier
from expliciet.dossiers.actions.seats import invite
from expliciet.dossiers.models import Circle, Dossier, Heading, Note, Seat
from expliciet.vault.keyring import unlock

PASSWORD = "een verzonnen wachtwoord"
Role = Appointment.Role


class HouseFactory(factory.django.DjangoModelFactory[House]):
    class Meta:
        model = House
        skip_postgeneration_save = True

    name = factory.Sequence(lambda number: f"Veiligheidshuis Verzonnen {number}")
    is_fictional = True
    founded_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def rules(house: House, create: bool, given: Any, **_: Any) -> None:  # type: ignore[misc]  # noqa: N805
        """The terms that only a house may set, set."""
        if not create:
            return
        values: dict[str, Any] = {
            "dossier-months": 60,
            "trail-months": 60,
            "account-months": 24,
            "purposes": ["overleg voorbereiden", "uitvoeren wat is afgesproken"],
        }
        for name, value in (values | (given or {})).items():
            HouseRule.objects.create(
                house=house,
                name=name,
                value=value,
                source="verzonnen besluit",
                source_date=date(2026, 1, 1),
                valid_from=date(2020, 1, 1),
                set_at=timezone.now(),
            )


class OrganisationFactory(factory.django.DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    house = factory.SubFactory(HouseFactory)
    name = factory.Sequence(lambda number: f"Organisatie {number}")
    function = "wijkteam"


class UserFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"iemand{number}@voorbeeld.example")
    name = factory.Sequence(lambda number: f"Verzonnen Naam {number}")
    joined_at = factory.LazyFunction(timezone.now)
    last_login = factory.LazyFunction(timezone.now)
    ends_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=900))

    @factory.post_generation
    def password(user: User, create: bool, given: Any, **_: Any) -> None:  # type: ignore[misc]  # noqa: N805
        """A password only where a test signs in with one: hashing takes time."""
        user.set_password(given) if given else user.set_unusable_password()
        if create:
            user.save(update_fields=["password"])


class AppointmentFactory(factory.django.DjangoModelFactory[Appointment]):
    class Meta:
        model = Appointment

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    house = factory.SelfAttribute("organisation.house")
    role = Role.PARTNER
    since = date(2020, 1, 1)


class Table:
    """One dossier of a made-up house, with whoever is asked to sit at it.

    `seat("police")` gives a colleague of the police a seat, as the chair would. For a
    screen, which looks at the clock itself, begin at an earlier `now`. It keeps the
    time of the house, so that a day more is the same hour whatever the clock does.
    """

    def __init__(self, house: House | None = None, now: datetime | None = None) -> None:
        self.now = timezone.localtime(now)
        self.keeps_own_time = now is not None
        self.house = house or HouseFactory()
        office = self.organisation(Organisation.OFFICE)
        self.director = AppointmentFactory(
            organisation=office, role=Role.PROCESS_DIRECTOR
        )
        self.deputy = AppointmentFactory(
            organisation=office, role=Role.PROCESS_DIRECTOR
        )
        self.dossier: Dossier = open_dossier(
            self.heading(),
            by=self.director,
            deputy=self.deputy,
            why="leidt de tafel (verzonnen)",
            now=self.now,
        )
        self.chair = self.dossier.seats.get(user=self.director.user)
        self.substitute = self.dossier.seats.get(user=self.deputy.user)

    def heading(self) -> Heading:
        return Heading(
            phase=Dossier.Phase.CONFERENCE,
            regime=Dossier.Regime.WET_PGA,
            controller=self.organisation(Organisation.MUNICIPALITY),
            review_on=timezone.localdate(self.now) + timedelta(days=90),
            ground="Besluit van de weegploeg (verzonnen).",
            grounded_on=timezone.localdate(self.now) - timedelta(days=3),
        )

    def organisation(self, function: str) -> Organisation:
        """The organisation with this function in this house, made when lacking."""
        found = self.house.organisations.filter(function=function).first()
        return found or OrganisationFactory(house=self.house, function=function)

    def seat(
        self,
        function: str = "wijkteam",
        *,
        role: str = Seat.Role.PARTICIPANT,
        now: datetime | None = None,
        organisation: Organisation | None = None,
    ) -> Seat:
        """A colleague of this organisation, seated by the chair."""
        organisation = organisation or self.organisation(function)
        appointment = AppointmentFactory(organisation=organisation)
        seat = Seat(
            user=appointment.user,
            organisation=organisation,
            role=role,
            why="draagt bij (verzonnen)",
        )
        return invite(seat, by=self.chair, now=now or self.tick())

    def guest(self, function: str = "onderwijs") -> Seat:
        """Somebody without an account, seated by the chair."""
        seat = Seat(
            guest_name="Gast Verzonnen",
            organisation=self.organisation(function),
            why="kent de jongen van school (verzonnen)",
        )
        return invite(seat, by=self.chair, now=self.tick())

    def note(
        self,
        by: Seat,
        text: str = "Een verzonnen notitie.",
        *,
        circle: str = Circle.Kind.TABLE,
        named: Iterable[Organisation] = (),
        now: datetime | None = None,
    ) -> Note:
        """Something said, by this seat, in this circle."""
        now = now or self.tick()
        said_in = circle_for(by, circle, now, [each.id for each in named])
        return record_note(Note(text=text), by=by, circle=said_in, now=now)

    def hears(self, by: Seat, kind: str = Circle.Kind.TABLE) -> str:
        """This circle as a form of this seat sends it: with who sits there now."""
        from expliciet.web.dossiers.circle_fields import choice

        if kind in (Circle.Kind.OWN, Circle.Kind.NAMED):
            return str(kind)
        seated = organisations_at(by, self.tick())
        core = [each for each in seated if each.is_core]
        return choice(kind, core if kind == Circle.Kind.CORE else seated)

    def tick(self) -> datetime:
        """A moment later than everything so far; of its own time where it has one."""
        later = self.now + timedelta(seconds=1)
        self.now = later if self.keeps_own_time else max(later, timezone.localtime())
        return self.now


def earlier_today(hours: float = 2) -> datetime:
    """So long ago, or as much of that as today has had."""
    now = timezone.localtime()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return max(now - timedelta(hours=hours), midnight)


def at(year: int, month: int, day: int, hour: int = 12) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def unlock_all(dossier: Dossier) -> None:
    """For looking at what was kept, as no request could: every circle of a dossier."""
    circles = [str(pk) for pk in dossier.circles.values_list("pk", flat=True)]
    unlock(dossier.id, ["seats", *circles])
