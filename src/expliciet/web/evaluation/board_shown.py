"""A board as it stands: per recommendation its groups and its directions."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from ...evaluation.actions.board import shown
from ...evaluation.models import (
    Attendee,
    DirectionGroup,
    Dot,
    LearningSession,
    Recommendation,
    SolutionDirection,
)


class Line(NamedTuple):
    """One direction; with its dots where they show, and whether one is mine."""

    direction: SolutionDirection
    dots: int
    is_mine: bool

    @property
    def marks(self) -> str:
        """Each dot as a dot."""
        return "●" * self.dots


class Group(NamedTuple):
    """Lines under one name; those that stand alone have none."""

    group: DirectionGroup | None
    lines: list[Line]


class Part(NamedTuple):
    """One recommendation on the board."""

    recommendation: Recommendation
    groups: list[Group]
    key: str
    """Of the next line from this page: sent twice, it stands once."""

    @property
    def lines(self) -> list[Line]:
        return [line for group in self.groups for line in group.lines]

    @property
    def numbers(self) -> list[Line]:
        return sorted(self.lines, key=lambda each: each.direction.number)


class Board(NamedTuple):
    """Everything on it, as one looks at this moment."""

    session: LearningSession
    parts: list[Part]
    last: int
    """The number of the last line there is."""
    shape: str
    """Of all lines up to that one: what tells whether any of them changed."""
    is_more: bool
    """Only what came after the lines that the page has; those stand as they were."""

    @property
    def mark(self) -> str:
        return mark_of(self.session)

    @property
    def size(self) -> int:
        return max(1, sum(len(part.lines) for part in self.parts))


def mark_of(session: LearningSession) -> str:
    """What changes when something on the board changes, and only then."""
    return session.moved_at.isoformat()


def board_of(
    session: LearningSession,
    attendee: Attendee | None = None,
    after: int = 0,
    shape: str = "",
) -> Board:
    """Read the mark before what it marks: what comes in between shows at the next
    look. Dots of others show once the board is closed, so that none leads another.

    A page that has the lines up to `after`, in a shape that still is theirs, is given
    what came since and nothing more: many look at once while many write.
    """
    session.refresh_from_db(fields=["moved_at", "closed_at", "opened_at"])
    session.unlock()
    rows = list(session.directions.order_by("number").values_list(*SHAPING))
    counted, mine = dots_on(session, attendee)
    is_more = after > 0 and shape == shape_of(session, rows, mine, after)
    last = rows[-1][0] if rows else 0
    made = [
        Line(each, counted[each.pk] if session.closed_at else 0, each.pk in mine)
        for each in shown(session, after if is_more else 0)
    ]
    parts = [
        Part(each, grouped(line_at(made, each)), str(uuid4()))
        for each in session.recommendations.order_by("number")
    ]
    whole = shape_of(session, rows, mine, last)
    return Board(session, parts, last, whole, is_more)


SHAPING = (
    "number",
    "pk",
    "group",
    "group__name",
    "taken_off_at",
    "owner",
    "first_step",
    "first_step_on",
)
"""What may change of a line that stands; sealed words as they are sealed."""


def shape_of(
    session: LearningSession, rows: list[Any], mine: set[UUID], until: int
) -> str:
    """The same as long as no line up to this one changed, for whoever looks."""
    told = [(row, row[1] in mine) for row in rows if row[0] <= until]
    words = repr((session.closed_at, told))
    return hashlib.sha256(words.encode()).hexdigest()[:20]


def dots_on(
    session: LearningSession, attendee: Attendee | None
) -> tuple[Counter[UUID], set[UUID]]:
    placed = Dot.objects.filter(
        direction__session=session, direction__taken_off_at=None
    ).values_list("direction", "attendee")
    found = list(placed if session.closed_at else placed.filter(attendee=attendee))
    mine = {at for at, by in found if attendee and by == attendee.pk}
    return Counter(at for at, _by in found), mine


def line_at(lines: Iterable[Line], recommendation: Recommendation) -> list[Line]:
    return [
        each for each in lines if each.direction.recommendation_id == recommendation.pk
    ]


def grouped(lines: Iterable[Line]) -> list[Group]:
    """Groups in the order of their first line, then those alone; never by dots."""
    alone: list[Line] = []
    groups: dict[UUID, Group] = {}
    for line in lines:
        group = line.direction.group
        if group is None:
            alone.append(line)
        else:
            groups.setdefault(group.pk, Group(group, [])).lines.append(line)
    return [*groups.values(), *([Group(None, alone)] if alone else [])]
