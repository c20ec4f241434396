"""The stall signals of one seat, or of all tables that somebody leads.

A signal has no row of its own: it is found anew from what is heard now, so nobody can
be told by one what they do not hear. Its mark is made of what it is about and of the
days that made it speak; another day makes another signal.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db.models import Max
from django.utils import timezone

from ...accounts.house_rules import KNOWN
from ...accounts.models import House, HouseRule, Organisation, User
from ...dossiers.models import Dossier, Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...dossiers.models.seat import SeatQuerySet
from ...rules import Course, CourseRule, Day, Stall, stalls
from ...rules.course import course_rules
from ..models import LeftSo
from . import chairs, rows
from .matters import Matter, matters

MARKS = UUID("6f0d1c52-9d39-5f0e-8a70-0d3b6f1c7a11")
TERMS = tuple(rule.term for rule in course_rules())
AT_ONCE = 400
"""So many dossiers are read at a time: memory stays the same, however many."""
Phase = Dossier.Phase
ENDED = (Phase.CLOSED, Phase.REFUSED)


@dataclass(frozen=True)
class Signal:
    """One rule that speaks about one matter in one dossier."""

    dossier: UUID
    rule: CourseRule
    days: tuple[Day, ...]
    """The days that made it speak, in the order of the calendar."""
    record: UUID | None
    reference: str
    which: str
    mark: UUID
    """The same for the same signal; another as soon as a day is another."""
    since: date
    """The last of its days that has come: from there on it stands still."""
    left_until: date | None = None
    """Left as it is until this day, with a reason that stands at the table."""

    @property
    def is_silent(self) -> bool:
        return self.left_until is not None

    @property
    def partner(self) -> str:
        """Which core partner it is about, in words; mostly none."""
        return str(Organisation.FIXED.get(self.which, ""))


def at_this_seat(seat: Seat, now: datetime) -> list[Signal]:
    """What stands still at this table, as far as this seat hears; oldest first.

    Found once for one seat and moment, however many ask.
    """
    kept: tuple[datetime, list[Signal]] | None = getattr(seat, "stalls", None)
    if kept is not None and kept[0] == now:
        return kept[1]
    found = found_anew(seat, now)
    seat.stalls = (now, found)  # type: ignore[attr-defined]
    return found


def found_anew(seat: Seat, now: datetime) -> list[Signal]:
    """The same, asked of the database again."""
    if seat.dossier.phase in ENDED or seat.reads_card:
        return []
    heard = Record.objects.visible_to(seat, now)
    seats = Seat.objects.visible_to(seat, now)
    return sorted(find([seat.dossier], heard, seats, now), key=in_order)


def at_tables_of(
    user: User, now: datetime, *, roles: Collection[str] = Seat.CHAIRS
) -> Iterator[Signal]:
    """What stands still at the tables that this user leads: one by one, so that ten
    thousand dossiers do not have to be held at once."""
    led = (
        Seat.objects.of(user)
        .active(now)
        .filter(role__in=roles)
        .exclude(dossier__phase__in=ENDED)
        .order_by("dossier")
        .values_list("dossier", flat=True)
    )
    heard = Record.objects.reaching(user, now)
    for some in in_parts(list(led)):
        dossiers = list(Dossier.objects.filter(pk__in=some).select_related("house"))
        seats = Seat.objects.filter(dossier__in=some)
        yield from find(dossiers, heard.filter(dossier__in=some), seats, now)


def at_tables(dossiers: Sequence[Dossier], user: User, now: datetime) -> list[Signal]:
    """What stands still in these dossiers, as far as this user hears; oldest first."""
    here = [each for each in dossiers if each.phase not in ENDED]
    if not here:
        return []
    ids = [each.pk for each in here]
    heard = Record.objects.reaching(user, now).filter(dossier__in=ids)
    seats = Seat.objects.filter(dossier__in=ids)
    return sorted(find(here, heard, seats, now), key=in_order)


def in_parts(dossiers: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(dossiers), AT_ONCE):
        yield dossiers[start : start + AT_ONCE]


def find(
    dossiers: Sequence[Dossier],
    heard: RecordQuerySet[Record],
    seats: SeatQuerySet,
    now: datetime,
) -> Iterator[Signal]:
    """The signals of these dossiers, read from what is heard of them, and from who
    sits there. Of a dossier in which nothing is heard nothing is told."""
    today = timezone.localdate(now)
    terms = terms_of({each.house for each in dossiers}, today)
    said, last = rows.read(heard), last_said(heard)
    sitting = chairs.read(seats, now)
    for dossier in dossiers:
        if dossier.pk not in last:
            continue
        here = said.get(dossier.pk, rows.Said())
        left = left_so(here, today)
        for one in (
            *matters(here, today),
            *chairs.matters(dossier, sitting, today),
            *of_the_whole(dossier, last[dossier.pk], today),
        ):
            for stall in stalls(one.course, terms[dossier.house_id]):
                yield signal(dossier, one, stall, left)


def signal(
    dossier: Dossier, one: Matter, stall: Stall, left: Mapping[UUID, date]
) -> Signal:
    rule, days = stall
    mark = mark_of(rule, one.record or f"{dossier.pk} {one.which}", days)
    come = [each.day for each in days if each.day <= one.course.today]
    return Signal(
        dossier.pk,
        rule,
        days,
        one.record,
        one.reference,
        one.which,
        mark,
        since=come[-1] if come else days[0].day,
        left_until=left.get(mark),
    )


def mark_of(rule: CourseRule, about: object, days: Iterable[Day]) -> UUID:
    told = " ".join(f"{each.what}:{each.day}" for each in days)
    return uuid5(MARKS, f"{rule.code} {about} {told}")


def of_the_whole(dossier: Dossier, last: date, today: date) -> Iterable[Matter]:
    """The review of the dossier, and when something was last said in it."""
    review = (Day("review_by", dossier.review_on),)
    yield Matter(Course("review", review, today), which="review")
    if dossier.phase in chairs.RUNNING:
        recorded = (Day("recorded", last),)
        yield Matter(Course("dossier", recorded, today), which="dossier")


def left_so(said: rows.Said, today: date) -> dict[UUID, date]:
    """Which signals are left as they are, by mark, and until when."""
    return {
        row["leftso__mark"]: row["leftso__until"]
        for row in said.current(LeftSo)
        if row["leftso__until"] >= today
    }


def last_said(heard: RecordQuerySet[Record]) -> dict[UUID, date]:
    """When something was last said that this seat hears, by dossier."""
    told = heard.counted().order_by().values("dossier").annotate(at=Max("recorded_at"))
    return {row["dossier"]: timezone.localdate(row["at"]) for row in told}


def terms_of(houses: Iterable[House], today: date) -> dict[UUID, dict[str, int]]:
    """The terms of each house on this day, in one question."""
    usual = {name: KNOWN[name].default for name in TERMS}
    found = {house.pk: dict(usual) for house in houses}
    set_here = HouseRule.objects.holding(today).filter(house__in=found, name__in=TERMS)
    known = set()
    for house, name, value in set_here.values_list("house", "name", "value"):
        if (house, name) not in known:  # the one that began last comes first
            found[house][name] = value
            known.add((house, name))
    return found


def in_order(one: Signal) -> tuple[date, str, str]:
    return (one.since, one.rule.code, one.reference)
