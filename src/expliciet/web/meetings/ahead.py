"""Meetings as they stand in a list: when, how many items are mine, what I answered."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Prefetch, Sum
from django.urls import reverse

from ...accounts.models import User
from ...casework.models import AgendaItem, Attendance, Meeting

SHOWN = 5
"""So many stand on one's own page; the others in the list."""


class Mine(NamedTuple):
    """One item at whose table I sit, and what I said to it."""

    item: AgendaItem
    attendance: Attendance | None

    @property
    def waits(self) -> bool:
        """I am asked, and did not say whether I come."""
        said = self.attendance
        return said is not None and said.says == Attendance.Says.ASKED

    @property
    def answer(self) -> str:
        return reverse("casework:attend", args=[self.item.dossier_id, self.item.pk])


class Listed(NamedTuple):
    """One meeting, with the items that are mine; of others not even how many."""

    meeting: Meeting
    items: list[Mine]

    @property
    def waiting(self) -> list[Mine]:
        return [] if self.meeting.is_over else [one for one in self.items if one.waits]

    @property
    def is_answered(self) -> bool:
        return any(one.attendance for one in self.items) and not self.waiting


def coming(user: User, now: datetime) -> list[Listed]:
    """Those still to come, the first one first."""
    found = Meeting.objects.visible_to(user, now).ahead(now).defer("place")
    return with_mine(found.select_related("house"), user, now)


def with_mine(meetings: Iterable[Meeting], user: User, now: datetime) -> list[Listed]:
    """In two more questions, however many meetings; none where there are none."""
    found = list(meetings)
    mine: dict[UUID, list[Mine]] = {}
    if found:
        said = Attendance.objects.filter(seat__user=user, seat__left_at=None)
        items = (
            AgendaItem.objects.visible_to(user, now)
            .filter(meeting__in=[each.pk for each in found])
            .select_related("dossier")
            .prefetch_related(Prefetch("attendances", said, to_attr="of_me"))
            .order_by("order", "pk")
        )
        for item in items:
            of_me: list[Attendance] = item.of_me  # type: ignore[attr-defined]
            one = Mine(item, of_me[0] if of_me else None)
            mine.setdefault(item.meeting_id, []).append(one)
    return [Listed(each, mine.get(each.pk, [])) for each in found]


def minutes_of(meeting: Meeting) -> int:
    """How long the roster takes: it tells nothing of a case."""
    total = meeting.items.aggregate(total=Sum("minutes"))["total"]
    return int(total or 0)
