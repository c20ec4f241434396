"""What one item of a roster still needs, seen from one's own seat: who comes, what each
partner still delivers, what is open. Of a case no word.

The database is asked as often for one item as for many.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import Promise

from ...accounts.models import Organisation, User
from ...casework.models import (
    Act,
    AgendaItem,
    Agreement,
    Attendance,
    Decision,
    Expectation,
    Impasse,
    Intervention,
    Meeting,
    OpenPoint,
    Withholding,
)
from ...casework.signals import Signal, at_tables
from ...dossiers.models import Record, Seat
from ..casework import stuck_waits, waiting
from ..casework.open_agreements import open_to, state_of
from ..casework.signalled import in_short, tab_of
from ..casework.waiting import Matter
from ..work.ages import age

Says = Attendance.Says
Stands = Agreement.Stands
TOLD = (Decision.KIND, Agreement.KIND)


class Owed(NamedTuple):
    """One thing that somebody still delivers: who, what, by when, how far."""

    record: Record
    organisation: Organisation
    who: str
    day: date | None
    state: Promise | str
    late: str
    is_ours: bool
    is_expected: bool


class Said(NamedTuple):
    """What was decided or agreed the time before."""

    record: Record
    party: str
    """Whose an agreement is; a decision is of the table."""
    is_open: bool


class Standing(NamedTuple):
    """One stall signal, in short, and where it stands."""

    words: str
    address: str


@dataclass
class Needs:
    """One item that is mine, and all that is known of it from my seat."""

    item: AgendaItem
    seat: Seat
    leads: bool
    attendances: list[Attendance] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    """Functions of which the house wants one there, and nobody says to come."""
    owed: list[Owed] = field(default_factory=list)
    waiting: list[Matter] = field(default_factory=list)
    points: list[OpenPoint] = field(default_factory=list)
    signals: list[Standing] = field(default_factory=list)
    before: AgendaItem | None = None
    said: list[Said] = field(default_factory=list)

    @property
    def mine(self) -> Attendance | None:
        return next((a for a in self.attendances if a.seat_id == self.seat.pk), None)

    @property
    def groups(self) -> list[tuple[str, Promise | str, list[Attendance]]]:
        """Who comes first; who did not answer last."""
        order = (Says.COMES, Says.REPLACED, Says.ABSENT, Says.ASKED)
        found = [
            (str(says), says.label, [a for a in self.attendances if a.says == says])
            for says in order
        ]
        return [group for group in found if group[2]]

    @property
    def is_open(self) -> bool:
        return bool(self.waiting or self.points or self.signals)


def needs_of(
    meeting: Meeting,
    items: list[AgendaItem],
    seats: Mapping[UUID, Seat],
    user: User,
    now: datetime,
) -> dict[UUID, Needs]:
    """By item; only of those at whose tables this person sits."""
    if not items:
        return {}
    leads = meeting.is_led_by(user)
    found = {
        item.dossier_id: Needs(
            item,
            seats[item.dossier_id],
            leads and seats[item.dossier_id].records_for_others,
        )
        for item in items
    }
    here = {pk: seats[pk] for pk in found}
    today = timezone.localdate(now)
    who_comes(found, meeting)
    what_is_owed(found, user, now, today)
    what_waits(found, here, user, now)
    for signal in at_tables([each.dossier for each in here.values()], user, now):
        if not signal.is_silent:
            found[signal.dossier].signals.append(standing(signal))
    what_was_said(found, meeting, user, now)
    return {each.item.pk: each for each in found.values()}


def who_comes(found: Mapping[UUID, Needs], meeting: Meeting) -> None:
    """What each says; and of which function nobody says to come (S24)."""
    ids = [each.item.pk for each in found.values()]
    for each in (
        Attendance.objects.filter(item__in=ids)
        .select_related(
            *("item", "seat__user", "seat__organisation", "instead__user"),
            "instead__organisation",
        )
        .defer("seat__guest_name", "instead__guest_name", "seat__why", "instead__why")
        .order_by("seat__organisation__name", "pk")
    ):
        found[each.item.dossier_id].attendances.append(each)
    asked = meeting.house.rule("quorum", meeting.day)
    for needs in found.values():
        come = {
            each.seat.organisation.function
            for each in needs.attendances
            if each.says == Says.COMES
        } | {
            each.instead.organisation.function
            for each in needs.attendances
            if each.instead
        }
        needs.lacking = [
            str(Organisation.FIXED.get(one, one)) for one in asked if one not in come
        ]


def what_is_owed(
    found: Mapping[UUID, Needs], user: User, now: datetime, today: date
) -> None:
    """Open agreements and unanswered expectations; what is late first."""
    agreements: Any = open_to(user, now).filter(dossier__in=found)
    for each in agreements.select_related("owner__user").order_by(
        "due_on", "recorded_at"
    ):
        state = state_of(each)
        is_late = state != Stands.CLAIMED and each.is_overdue(today)
        found[each.dossier_id].owed.append(
            Owed(
                each,
                each.owner_organisation,
                each.owner.user.name if each.owner and each.owner.user else "",
                each.due_on,
                state.label,
                age(each.due_on, today) if is_late and each.due_on else "",
                each.is_ours,
                is_expected=False,
            )
        )
    expected = (
        Expectation.objects.reaching(user, now)
        .unanswered()
        .filter(dossier__in=found)
        .select_related("of", "organisation")
        .defer(*Expectation.TEXTS)
        .order_by("answer_by", "recorded_at")
    )
    for one in expected:
        needs = found[one.dossier_id]
        late = one.answer_by < today
        needs.owed.append(
            Owed(
                one,
                one.of,
                "",
                one.answer_by,
                "",
                age(one.answer_by, today) if late else "",
                one.of_id == needs.seat.organisation_id,
                is_expected=True,
            )
        )
    for needs in found.values():
        needs.owed.sort(key=lambda owed: (not owed.late, owed.day or date.max))


def what_waits(
    found: Mapping[UUID, Needs],
    here: Mapping[UUID, Seat],
    user: User,
    now: datetime,
) -> None:
    """Decisions, plans, impasses and points that ask something at these tables."""

    def heard(kind: Any) -> Any:
        return kind.objects.reaching(user, now).filter(dossier__in=here)

    waits = waiting.matters(
        heard(Decision), heard(Intervention), heard(Act), here, now
    ) + stuck_waits.matters(heard(Impasse), heard(Withholding), here, now)
    for matter in waits:
        found[matter.record.dossier_id].waiting.append(matter)
    for point in (
        heard(OpenPoint).open().defer(*OpenPoint.TEXTS).order_by("recorded_at")
    ):
        found[point.dossier_id].points.append(point)


def standing(signal: Signal) -> Standing:
    return Standing(in_short(signal), tab_of(signal.dossier))


def what_was_said(
    found: Mapping[UUID, Needs], meeting: Meeting, user: User, now: datetime
) -> None:
    """Decisions and agreements of the time before: of the meeting this one goes on
    from, or else of the last one in which the dossier was spoken of (F47)."""
    earlier = (
        AgendaItem.objects.filter(
            dossier__in=found,
            meeting__begins_at__lt=meeting.begins_at,
            meeting__called_off_at=None,
            steps__isnull=False,
        )
        .exclude(meeting=meeting)
        .distinct()
        .select_related("meeting")
        .prefetch_related("steps")
        .order_by("meeting__begins_at", "pk")
    )
    for item in earlier:
        needs = found[item.dossier_id]
        if needs.before is None or needs.before.meeting_id != meeting.follows_id:
            needs.before = item
    windows = within((each.before for each in found.values() if each.before), now)
    if windows is None:
        return
    open_ = {owed.record.pk for each in found.values() for owed in each.owed if owed}
    told = Record.objects.reaching(user, now).filter(windows, kind__in=TOLD)
    for record in (
        told.filter(withdrawal=None)
        .current()
        .annotate(of=F("agreement__owner_organisation__name"))
        .order_by("recorded_at")
    ):
        party: str = record.of or ""
        found[record.dossier_id].said.append(Said(record, party, record.pk in open_))


def within(items: Iterable[AgendaItem], now: datetime) -> Q | None:
    """Recorded while one of these was spoken of."""
    found: Q | None = None
    for item in items:
        for begin, end in item.windows(item.meeting.ended_at or now):
            one = Q(
                dossier=item.dossier_id, recorded_at__gte=begin, recorded_at__lte=end
            )
            found = one if found is None else found | one
    return found
