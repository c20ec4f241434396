"""Stall signals at one table: which days made each speak, and what would end it.

They are about dates, and never about a person. One that is left as it is stands there
too, with why and until when.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ...casework.actions.signals import may_leave_so
from ...casework.models import LeftSo
from ...casework.signals import Signal, at_this_seat
from ...dossiers.models import Record, Seat
from ...dossiers.models.circle import CircleMember
from ..dossiers.addresses import of_dossier
from ..dossiers.asks import Waiting, asking
from ..dossiers.correcting import REWRITTEN
from ..dossiers.entries import Entry, entries
from ..dossiers.parts import DECISION, TABLE, TOGETHER, Shown
from .waiting import told

REWRITTEN["left_so"] = ("why",)

BESIDE_THE_DOSSIER = 3
"""So many are asked about on every page of a dossier; the others stand in the tab."""
ASKED_ALREADY = frozenset({"EX301", "EX305", "EX308", "EX309", "EX312"})
"""What a dossier asks in words of its own as soon as its day has come."""
WHERE = {"review": f"?deel={DECISION}#toets", "dossier": ""}


class Speaking(NamedTuple):
    """One signal on the page."""

    signal: Signal
    address: str
    """Where one does something about it."""
    may_leave: bool
    left: Entry | None = None
    """With which words it is left as it is."""


def signalled(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """For the part of working together: include `casework/_signals.html`. They speak
    of now, so an earlier moment has none."""
    if moment is not None:
        return Shown({"signals": [], "signals_left": []}, 0)
    found = at_this_seat(seat, now)
    hears = leaves(found, seat)
    left = in_words(found, seat, now)
    rows = [
        Speaking(one, where(one), one.mark in hears, left.get(one.mark))
        for one in found
    ]
    context = {
        "signals": [each for each in rows if not each.signal.is_silent],
        "signals_left": [each for each in rows if each.signal.is_silent],
    }
    return Shown(context, sum(each.lines for each in left.values()))


def in_words(found: Iterable[Signal], seat: Seat, now: datetime) -> dict[UUID, Entry]:
    """Why each is left as it is, by mark; only of those that are."""
    marks = [one.mark for one in found if one.is_silent]
    if not marks:
        return {}
    held = LeftSo.objects.known_to(seat, now).holding(timezone.localdate(now))
    texts = Record.objects.known_to(seat, now).filter(kind=LeftSo.KIND)
    told_ = entries(
        texts.filter(pk__in=held.filter(mark__in=marks)).with_voice(),
        seat=seat,
        moment=now,
        since=seat.visited_before(now),
    )
    by_mark = dict(held.filter(mark__in=marks).values_list("mark", "pk"))
    return {mark: told_[pk] for mark, pk in by_mark.items() if pk in told_}


def leaves(found: Iterable[Signal], seat: Seat) -> set[UUID]:
    """Which of these this seat may leave as they are, by mark.

    It is said in the circle of what stands still, so one is a member of that.
    """
    if not may_leave_so(seat):
        return set()
    about = {one.record for one in found if one.record}
    heard = set(
        CircleMember.objects.filter(
            circle__records__in=about, organisation=seat.organisation_id
        ).values_list("circle__records", flat=True)
    )
    return {one.mark for one in found if one.record is None or one.record in heard}


def where(signal: Signal) -> str:
    if signal.record:
        return reverse("dossiers:record", args=[signal.dossier, signal.record])
    page = of_dossier(signal.dossier)
    return f"{page}{WHERE.get(signal.which, f'?deel={TABLE}')}"


def tab_of(dossier: UUID) -> str:
    return f"{of_dossier(dossier)}?deel={TOGETHER}#signalen"


@asking
def stands_still(seat: Seat, now: datetime) -> list[Waiting]:
    """At most three, the longest first; what is asked elsewhere is not asked twice."""
    found = [
        one
        for one in at_this_seat(seat, now)
        if not one.is_silent and one.rule.code not in ASKED_ALREADY
    ]
    shown, more = found[:BESIDE_THE_DOSSIER], len(found) - BESIDE_THE_DOSSIER
    page, deed = tab_of(seat.dossier_id), _("Look at the signal")
    asked = [Waiting(in_short(one), page, deed) for one in shown]
    if more > 0:
        words = ngettext(
            "One more thing stands still here.",
            "%(more)d more things stand still here.",
            more,
        )
        asked.append(Waiting(words % {"more": more}, page, _("Look at all signals")))
    return asked


def in_short(signal: Signal) -> str:
    """Its reference or partner, what the rule is called, and since when."""
    name = signal.rule.name.spoken(get_language() or "nl")
    which = signal.reference or signal.partner
    said = f"{which}: {name[:1].lower()}{name[1:]}" if which else name
    return f"{said}{told(signal.since)}"
