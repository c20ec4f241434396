"""What is true in a world of tables, kept in plain Python beside the database."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from expliciet.accounts.models import Appointment, Organisation
from tests.proofs.replay import HERE, Event, Joined, Left, in_the_ears

CORE = {"municipality", "police", "prosecution", "office"}
OWN_VOICES = {"reading", "dissent", "limit", "withholding"}
"""Kinds that only the organisation whose view it is may correct."""
AT_TABLES = {"process_director", "secretary", "case_director", "partner"}
CHAIRS = {"process_director", "substitute"}


@dataclass
class Appointed:
    user: UUID
    organisation: UUID
    house: UUID
    role: str
    until: date | None = None


@dataclass
class Place:
    """A seat, as the rules know it."""

    pk: UUID
    dossier: UUID
    user: UUID | None
    organisation: UUID
    role: str
    left: bool = False


@dataclass
class Word:
    """A record, as the rules know it."""

    pk: UUID
    dossier: UUID
    organisation: UUID
    circle: str
    members: frozenset[UUID]
    text: str
    kind: str = "note"
    blind: bool = True
    """Of a reading: not revealed yet, so not to be passed on."""
    superseded: bool = False
    withdrawn: bool = False
    passed: set[UUID] = field(default_factory=set)
    corrects: "Word | None" = None


@dataclass
class Facts:
    """Everything that the rules speak of, and the questions they answer."""

    now: datetime
    appointed: dict[UUID, Appointed] = field(default_factory=dict)
    closed: set[UUID] = field(default_factory=set)
    functions: dict[UUID, str] = field(default_factory=dict)
    house_of: dict[UUID, UUID] = field(default_factory=dict)
    """The house of an organisation, and of a dossier."""
    ends: dict[UUID, date] = field(default_factory=dict)
    seats: dict[UUID, Place] = field(default_factory=dict)
    words: dict[UUID, Word] = field(default_factory=dict)
    headings: dict[UUID, UUID] = field(default_factory=dict)
    links: dict[UUID, tuple[UUID, UUID]] = field(default_factory=dict)
    ended_links: set[UUID] = field(default_factory=set)
    shown: dict[UUID, tuple[UUID, UUID]] = field(default_factory=dict)
    """Of what is shown elsewhere: the link, and the record."""
    events: list[Event] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)

    @property
    def today(self) -> date:
        return self.now.astimezone(HERE).date()

    def learn(self, organisations: list[UUID], appointments: list[UUID]) -> None:
        """Who works where, at the beginning."""
        there = Organisation.objects.in_bulk(organisations)
        for organisation in (there[pk] for pk in organisations):
            self.functions[organisation.pk] = organisation.function
            self.house_of[organisation.pk] = organisation.house_id
        known = Appointment.objects.in_bulk(appointments)
        for each in (known[pk] for pk in appointments):
            self.appointed[each.pk] = Appointed(
                each.user_id, each.organisation_id, each.house_id, each.role, each.until
            )

    # --- seats ----------------------------------------------------------------

    def is_appointed(self, user: UUID, organisation: UUID, roles: set[str]) -> bool:
        return any(
            each.user == user
            and each.organisation == organisation
            and each.role in roles
            and (each.until is None or each.until >= self.today)
            for each in self.appointed.values()
        )

    def is_over(self, dossier: UUID) -> bool:
        return self.ends[dossier] < self.today

    def is_active(self, seat: Place) -> bool:
        """Gives sight: not left, of an open account, still appointed, not over."""
        return (
            not seat.left
            and seat.user is not None
            and seat.user not in self.closed
            and self.is_appointed(seat.user, seat.organisation, AT_TABLES)
            and not self.is_over(seat.dossier)
        )

    def leads(self, seat: Place) -> bool:
        return self.is_active(seat) and seat.role in CHAIRS

    def at(self, dossier: UUID) -> list[Place]:
        return [seat for seat in self.seats.values() if seat.dossier == dossier]

    def seated(self, dossier: UUID) -> set[UUID]:
        """The organisations that sit there now, guests' included."""
        return {seat.organisation for seat in self.at(dossier) if not seat.left}

    def tables_of(self, user: UUID) -> set[UUID]:
        return {
            seat.dossier
            for seat in self.seats.values()
            if seat.user == user and self.is_active(seat)
        }

    def users(self) -> set[UUID]:
        return {each.user for each in self.appointed.values()}

    def sit(self, seat: Place, at: datetime, after: UUID | None = None) -> None:
        self.seats[seat.pk] = seat
        self.events.append(
            Joined(at, seat.dossier, seat.pk, seat.user, seat.organisation, after)
        )

    def stand(self, seat: Place, at: datetime) -> None:
        seat.left = True
        self.events.append(Left(at, seat.dossier, seat.pk))

    # --- hearing ----------------------------------------------------------------

    def sees(self, seat: Place, moment: datetime | None = None) -> set[UUID]:
        """What this seat may read now, of what it could read at that moment."""
        if not self.is_active(seat):
            return set()
        mine = [event for event in self.events if event.table == seat.dossier]
        seen = in_the_ears(mine, seat.pk, self.now)
        if moment is not None:
            seen &= in_the_ears(mine, seat.pk, moment)
        return seen

    def may_correct(self, seat: Place, word: Word) -> bool:
        """Whoever said it; or whoever leads, for what the table said."""
        return word.pk in self.sees(seat) and (
            word.organisation == seat.organisation
            or (
                self.leads(seat)
                and word.circle == "table"
                and word.kind not in OWN_VOICES
            )
        )

    def may_pass_on(self, seat: Place, word: Word) -> bool:
        """As correcting; but a reading stays blind until its round is revealed, a
        number is of use to one organisation only, and of minutes each record goes by
        itself."""
        is_closed = word.kind == "reading" and word.blind
        is_closed = is_closed or word.kind in ("case_number", "minutes")
        return not is_closed and self.may_correct(seat, word)

    def knows_link(self, user: UUID | None, link: UUID) -> bool:
        return user is not None and set(self.links[link]) <= self.tables_of(user)

    def is_linked(self, one: UUID, other: UUID) -> bool:
        return any(
            {one, other} == set(ends) and link not in self.ended_links
            for link, ends in self.links.items()
        )
