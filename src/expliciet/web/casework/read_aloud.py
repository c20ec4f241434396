"""What is read aloud of one item: by circle, who hears it, and how long it takes."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import ngettext

from ...casework.models import AgendaItem, Minutes, Receipt
from ...dossiers.models import Circle, Seat
from ..dossiers.entries import CIRCLES, Entry
from ..dossiers.readers import Readers
from . import minuted
from .minuted import Group

AT_MOST = 5
"""So many lines of a sort are read aloud; the others stand in the minutes."""
WORDS_A_SECOND = 2.3
"""How fast somebody reads aloud who wants to be understood."""
LONG = 90


class Said(NamedTuple):
    """What was said in one circle, and who of those present hears it."""

    circle: Circle
    lines: list[Entry]
    minutes: Minutes | None
    """Those that were made of it before, whose place none took."""
    present: list[Seat]
    answers: dict[UUID, Receipt]

    @property
    def name(self) -> Promise:
        return CIRCLES[self.circle.kind]

    @property
    def readers(self) -> Readers:
        return Readers(False, [each.name for each in self.circle.organisations], [])

    @property
    def groups(self) -> list[Group]:
        """What is read aloud, by sort; an open point that was settled is not open."""
        open_ = [one for one in self.lines if not one.more.get("settled")]
        return minuted.grouped(open_)[:-1]

    @property
    def besides(self) -> int:
        """How much else stands in the minutes, and is not read aloud."""
        return len(self.lines) - sum(len(group.lines) for group in self.groups)

    @property
    def is_made(self) -> bool:
        """The minutes hold this, and nothing else."""
        return self.minutes is not None and ids(self.lines) == {
            each.pk for each in self.minutes.lines.all()
        }

    @property
    def mark(self) -> str:
        return mark_of(ids(self.lines))

    @property
    def silent(self) -> list[Seat]:
        """Present, and nothing is written down of them to what stands here now."""
        if not self.is_made:
            return self.present
        return [seat for seat in self.present if seat.pk not in self.answers]


def ids(lines: Iterable[Entry]) -> set[UUID]:
    return {each.record.pk for each in lines}


def mark_of(those: set[UUID]) -> str:
    """Tells one set of lines from another, and nothing about them."""
    told = "".join(sorted(str(each) for each in those))
    return sha256(told.encode()).hexdigest()[:16]


def held(minutes: Minutes) -> set[UUID]:
    return {each.pk for each in minutes.lines.all()}


def said_at(item: AgendaItem, seat: Seat, now: datetime, *, small: bool) -> list[Said]:
    """What was said at the table; in smaller circles only for whoever asks that."""
    lines = minuted.said_now(item, seat, now)
    heard = Minutes.objects.visible_to(seat, now).current().filter(item=item)
    made = {
        each.circle_id: each
        for each in heard.select_related("circle").prefetch_related(
            "lines", "receipts__amendment", "circle__members__organisation"
        )
    }
    circles = {each.record.circle_id: each.record.circle for each in lines}
    circles |= {pk: each.circle for pk, each in made.items()}
    present = [each.seat for each in minuted.there(item)]
    found = []
    for pk, circle in circles.items():
        if circle.kind != Circle.Kind.TABLE and not small:
            continue
        minutes = made.get(pk)
        hearing = circle.member_ids()
        found.append(
            Said(
                circle,
                [one for one in lines if one.record.circle_id == pk],
                minutes,
                [each for each in present if each.organisation_id in hearing],
                {each.seat_id: each for each in minutes.receipts.all()}
                if minutes
                else {},
            )
        )
    return sorted(found, key=lambda each: each.circle.kind != Circle.Kind.TABLE)


# --- how long it takes ----------------------------------------------------------------


def seconds_of(said: Iterable[Said]) -> int:
    """To read aloud what stands here; in tens, for it is no more than an estimate."""
    words = sum(
        len(text.split())
        for each in said
        for group in each.groups
        for line in group.lines[:AT_MOST]
        for text in spoken(line)
    )
    return max(10, round(words / WORDS_A_SECOND / 10) * 10)


def spoken(line: Entry) -> Iterable[str]:
    """What of a record is read aloud: what, who, by when, and how one sees it."""
    names = {
        "decision": ("outcome",),
        "agreement": ("deed", "trigger", "done_when"),
        "expectation": ("text",),
        "impasse": ("question",),
    }.get(line.record.kind, tuple(line.words))
    yield from (line.words[name] for name in names if name in line.words)
    yield line.record.organisation.name


def takes(seconds: int) -> str:
    return ngettext(
        "about %(n)d second to read aloud", "about %(n)d seconds to read aloud", seconds
    ) % {"n": seconds}
