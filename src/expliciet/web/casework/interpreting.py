"""The part of a dossier where it is read: rounds, what is read together, own views."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...casework.models import Dissent, Round, View
from ...dossiers.models import Person, Seat
from ..dossiers.entries import Entry
from ..dossiers.heard import told_here
from ..dossiers.parts import READING, Shown, part
from .comparing import stands
from .factors import factors_shown
from .interpretations import Beside, beside
from .standing import standings

KINDS = ("interpretation", "dissent", "view")


class Together(NamedTuple):
    """One shared interpretation, with the former one and with who sees it otherwise."""

    entry: Entry
    changes: list[Beside]
    former: Entry | None
    dissents: list[Entry]


class Lacking(NamedTuple):
    """Whose view is not told yet, nor why not (S63)."""

    voice: str
    label: Promise | str


@part(READING, _("Interpretation"), "casework/duiding.html")
def interpreting(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """First what runs, then what holds now, then what was before."""
    at = moment or now
    rounds = rounds_heard(seat, now, moment)
    standing = standings(rounds, seat, seats, at)
    told = told_here(Q(kind__in=KINDS), seat, now, moment, seats)
    views = [each for each in told.values() if each.record.kind == View.KIND]
    together = side_by_side(told.values())
    factors = factors_shown(seat, now, moment, seats)
    context: dict[str, Any] = {
        "running": [each for each in standing if each.is_running],
        "over": sorted(
            (each for each in standing if not each.is_running),
            key=lambda each: each.round.recorded_at,
            reverse=True,
        ),
        "together": together[0] if together else None,
        "before": together[1:],
        "views": views[::-1],
        "lacking": lacking_voices(views, heard_persons(seat, now, moment)),
    }
    count = len(rounds) + sum(each.lines for each in told.values()) + factors.count
    return Shown(context | factors.context, count, factors.looks)


def rounds_heard(seat: Seat, now: datetime, moment: datetime | None) -> list[Round]:
    """As they stood at this moment; the first to be due first."""
    heard = Round.objects.visible_to(seat, now)
    if moment:
        heard = heard.known_to(seat, moment)
    rounds = list(
        heard.with_voice().select_related("reveal").order_by("answer_by", "pk")
    )
    for each in rounds:
        each.dossier = seat.dossier
    return rounds


def side_by_side(told: Iterable[Entry]) -> list[Together]:
    """The latest first; each beside the one before it that stands, and its dissents."""
    told = list(told)
    found = [each for each in told if each.record.kind == "interpretation"]
    found.sort(key=lambda each: each.record.recorded_at)
    shown: list[Together] = []
    former: Entry | None = None
    for each in found:
        changes = beside(former, each) if former else []
        shown.append(Together(each, changes, former, dissents_of(each, told)))
        former = each if stands(each) else former
    shown.sort(key=lambda each: stands(each.entry))
    return shown[::-1]


def dissents_of(entry: Entry, told: Iterable[Entry]) -> list[Entry]:
    """Beside this text, or beside what it corrected."""
    texts = {each.record.pk for each in (entry, *entry.earlier)}
    return [
        each
        for each in told
        if isinstance(each.said, Dissent) and each.said.beside_id in texts
    ]


def heard_persons(seat: Seat, now: datetime, moment: datetime | None) -> Any:
    heard = Person.objects.visible_to(seat, now)
    if moment:
        heard = heard.known_to(seat, moment)
    return heard.current(moment).filter(
        role=Person.Kind.SUBJECT, is_minor=True, withdrawal=None
    )


def lacking_voices(views: Iterable[Entry], minors: Any) -> list[Lacking]:
    """The person themselves always; for somebody under 18 the parents too."""
    told = {
        each.said.voice
        for each in views
        if isinstance(each.said, View) and stands(each)
    }
    wanted = [View.Voice.PERSON]
    if minors.exists():
        wanted.append(View.Voice.PARENT)
    return [Lacking(each, each.label) for each in wanted if each not in told]
