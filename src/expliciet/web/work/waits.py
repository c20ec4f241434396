"""What waits at somebody's tables, all kinds together, as rows of one list."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ...accounts.models import Organisation, User
from ...casework.models import (
    Act,
    Decision,
    Impasse,
    Intervention,
    Minutes,
    Withholding,
)
from ...dossiers.models import Record
from ..casework import minutes_waits, stuck_waits, waiting
from ..casework.waiting import Matter
from ..people import me
from .absent import Away, away_now, with_absences
from .promised import promised
from .readings import readings_awaited
from .rows import Row, Rows, in_order
from .seated import Seats, seats_of


class Work:
    """What is asked of somebody, what comes later, and what they wait for."""

    def __init__(self, user: User, now: datetime) -> None:
        self.user, self.now = user, now
        self.today: date = timezone.localdate(now)
        self.here: Seats = seats_of(user, now)
        self.away: Away = away_now(user, self.today)
        self.promised = promised(user, self.here, now, self.away.replacing)

    @property
    def asked(self) -> list[Row]:
        return [
            *self.marked(self.promised.asked),
            *reviews(self.here, self.today),
            *(as_row(each) for each in self.matters()),
        ]

    @property
    def later(self) -> list[Row]:
        return self.marked(self.promised.later)

    def marked(self, rows: list[Row]) -> list[Row]:
        """With whose work it is, for whoever replaces somebody."""
        if not self.away.replacing:
            return rows
        return [self.away.for_whom(row) for row in rows]

    @property
    def awaited(self) -> list[Row]:
        return self.promised.awaited

    def heard(self, kind: type[Record]) -> Any:
        """Those that were heard just now; nothing is asked where there are none."""
        open_ = self.promised.elsewhere
        found = kind.objects.filter(pk__in=open_.get(kind.KIND, []))
        return found if kind.KIND in open_ else found.none()

    @cached_property
    def minutes(self) -> list[minutes_waits.Open]:
        """Minutes that are not established, with who said what to them."""
        if Minutes.KIND not in self.promised.elsewhere:
            return []
        return minutes_waits.opened(self.heard(Minutes), self.here, self.now)

    def matters(self) -> list[Matter]:
        """Decisions, plans, what is stuck: as far as one may do something about it."""
        open_, heard = self.promised.elsewhere, self.heard
        found: list[Matter] = []
        if open_.keys() & {Decision.KIND, Intervention.KIND, Act.KIND}:
            found += waiting.matters(
                heard(Decision), heard(Intervention), heard(Act), self.here, self.now
            )
        if open_.keys() & {Impasse.KIND, Withholding.KIND}:
            found += stuck_waits.matters(
                heard(Impasse), heard(Withholding), self.here, self.now
            )
        for each in self.minutes:
            found += minutes_waits.matters(each, self.now)
        return [one for one in found if one.deed]


def reviews(here: Seats, today: date) -> Iterable[Row]:
    """Dossiers whose day to look again has come, at tables that one chairs."""
    for seat in here.values():
        if seat.chairs and seat.dossier.is_due(today):
            yield Row(
                what="review",
                kind=_("review of a dossier"),
                seat=seat,
                day=seat.dossier.review_on,
                route="casework:review",
                deed=_("Look again"),
            )


def as_row(matter: Matter) -> Row:
    """Its text opens where it stands; what one does about it stands in the dossier."""
    record = matter.record
    return Row(
        what="minutes" if matter.kind is minutes_waits.TO_ANSWER else "matter",
        kind=matter.kind,
        seat=matter.seat,
        record=record.pk,
        reference=record.reference,
        day=matter.day,
        since=timezone.localdate(record.recorded_at),
        deed=matter.deed,
        place=matter.address,
    )


def unread(work: Work) -> list[Row]:
    """Rounds that I lead, and whose reading is not in yet."""
    if not any(seat.chairs for seat in work.here.values()):
        return []
    return [
        Row(
            what="unread",
            kind=_("their own reading in"),
            seat=work.here[each.round.dossier_id],
            record=each.round.pk,
            reference=each.round.reference,
            party=some(each.owing),
            day=each.round.answer_by,
            since=timezone.localdate(each.round.recorded_at),
            route="casework:round",
        )
        for each in readings_awaited(work.user, work.now)
        if each.round.dossier_id in work.here
    ]


def unanswered(work: Work) -> list[Row]:
    """Minutes of talks that I lead, and whose answer is not in yet (N16)."""
    return [
        Row(
            what="unanswered",
            kind=_("their answer to minutes"),
            seat=each.seat,
            record=each.minutes.pk,
            reference=each.minutes.reference,
            party=some({one.organisation: None for one in each.silent}),
            day=timezone.localdate(each.until),
            since=timezone.localdate(each.minutes.recorded_at),
            route="casework:minutes",
        )
        for each in work.minutes
        if each.leads and each.silent
    ]


def some(organisations: Iterable[Organisation]) -> str:
    """The first three by name, and how many more."""
    names = [each.name for each in organisations]
    more = len(names) - 3
    told = ", ".join(names[:3])
    return (
        told
        if more <= 0
        else _("%(told)s and %(more)d more")
        % {
            "told": told,
            "more": more,
        }
    )


class Lists:
    """The lists of one page, each as far as it fits."""

    def __init__(self, request: HttpRequest, now: datetime) -> None:
        self.work = work = Work(me(request), now)
        whole = "alles" in request.GET
        self.asked: Rows = in_order(work.asked, now, whole=whole)
        self.later: Rows = in_order(work.later, now, whole=whole)
        owed = [*work.awaited, *unread(work), *unanswered(work)]
        awaited = in_order(owed, now, whole=whole)
        self.awaited = awaited._replace(shown=with_absences(awaited.shown, work.away))
