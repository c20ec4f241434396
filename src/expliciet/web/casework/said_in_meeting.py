"""What was said while an item is spoken of, and what of it still lacks something."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, cast

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...casework.actions.minutes import MINUTED
from ...casework.models import (
    AgendaItem,
    Agreement,
    Expectation,
    OpenPoint,
    Settled,
)
from ...dossiers.actions.circles import organisations_at
from ...dossiers.models import Circle, Record, Seat
from ...rules.actors import Party
from ...rules.entry import Lack, read_entry
from ..dossiers.circle_fields import circles_of
from ..dossiers.entries import Entry, along, entries
from .decided import heard_among


class SoFar(NamedTuple):
    """The record as it grows, oldest first, and what openly lacks something (N21)."""

    said: list[Entry]
    lacks: list[tuple[int, Promise]]


def so_far(
    item: AgendaItem, seat: Seat, now: datetime, *, shared: bool = False
) -> SoFar:
    """As this seat hears it; `shared`, only what the whole table heard (the beamer)."""
    found = item.said_in_it(seat, now).filter(kind__in=MINUTED, withdrawal=None)
    if shared:
        found = found.filter(circle__kind=Circle.Kind.TABLE)
    told = entries(found.with_voice(), seat=seat, moment=now).values()
    said = sorted(told, key=lambda each: each.record.recorded_at)
    return SoFar(said, lacking(said, now))


def lacking(said: Iterable[Entry], now: datetime) -> list[tuple[int, Promise]]:
    """How much of it lacks an owner, a day, a reason, an answer: in that order."""
    found = dict.fromkeys(WORDS, 0)
    for each in said:
        for lack in lacks_of(each, now):
            found[lack] += 1
    return [(count, WORDS[lack]) for lack, count in found.items() if count]


@along(OpenPoint.KIND)
def with_what_it_became(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """What became of it by then, as far as this seat hears that."""
    settled = {each.record.pk: settled_of(each, moment) for each in found}
    heard = heard_among(
        {one.became_id for one in settled.values() if one}, seat, moment
    )
    for entry in found:
        done = settled[entry.record.pk]
        became = done.became if done and done.became_id in heard else None
        why = done.why if done and entry.is_readable else ""
        entry.more = {"settled": done, "became": became, "why": why}


def settled_of(entry: Entry, moment: datetime) -> Settled | None:
    return cast("OpenPoint", entry.said).settled_by(moment)


WORDS: dict[str, Promise] = {
    "owner": _("without an owner"),
    "due": _("without a day"),
    "reason": _("without a reason"),
    "source": _("without a source"),
    "answer": _("without an answer"),
}


def lacks_of(entry: Entry, now: datetime) -> list[str]:
    said = entry.said
    if isinstance(said, OpenPoint):
        return [] if said.settled_by(now) else lacks_of_point(said, now)
    if isinstance(said, Agreement) and said.stands(now) == Agreement.Stands.ASKED:
        return ["answer"]
    if isinstance(said, Expectation) and not said.answered_by(now):
        return ["answer"]
    return []


def lacks_of_point(point: OpenPoint, now: datetime) -> list[str]:
    """What a line that was left open still lacks, read from its words."""
    meant = OpenPoint.Meant
    if point.meant == meant.DECISION:
        return ["reason"]
    if point.meant in (meant.FACT, meant.HEARSAY, meant.ESTIMATE):
        return ["source"]
    if point.meant not in (meant.AGREEMENT, meant.EXPECTATION):
        return []
    read = read_entry(point.text or "", today=timezone.localdate(now), people=())
    return [
        name
        for lack, name in ((Lack.OWNER, "owner"), (Lack.DUE, "due"))
        if lack in read.lacks
    ]


def people_at(seats: Iterable[Seat]) -> dict[Party, Seat]:
    """Who sits here, as a typed line may name them."""
    return {
        Party(seat.who, seat.organisation.function_name, seat.organisation.name): seat
        for seat in seats
    }


def last_heard(item: AgendaItem, seat: Seat) -> str:
    """Who heard what this seat said last in this talk: proposed for the next line.

    The first time nothing is proposed: with whom one shares is a decision.
    """
    begun = item.steps.order_by("began_at").values_list("began_at", flat=True).first()
    if begun is None:
        return ""
    last = (
        Record.objects.filter(seat=seat, recorded_at__gte=begun)
        .exclude(circle__kind__in=(Circle.Kind.OWN, Circle.Kind.NAMED))
        .exclude(kind="minutes")
        .order_by("-recorded_at")
        .values_list("circle__kind", flat=True)
        .first()
    )
    seated = sorted(organisations_at(seat, timezone.now()), key=lambda each: each.name)
    offered = [value for value, _label in circles_of(seat, seated)]
    return next((each for each in offered if each.split(".")[0] == last), "")
