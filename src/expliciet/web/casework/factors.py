"""Factors as they were read in facts: words and dates, protective beside risk.

There is no grid to fill, no total and no weight. A factor stands here once somebody
read it, and in the words of whoever did.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, cast

from django.db.models import Q
from django.utils.functional import Promise

from ...casework.models import Assessment, Factor, FactorReading
from ...dossiers.models import Seat
from ..dossiers.entries import Entry, along
from ..dossiers.heard import told_here
from ..dossiers.parts import Shown
from .resting import rested_on

Theme = Factor.Theme
RISK = (Theme.VIOLENCE, Theme.IDEOLOGY, Theme.ABILITY, Theme.CONTEXT)
"""Threat of violence stands first and by itself: it is not ideology (S16)."""
PROTECTIVE = (Theme.PROTECTIVE,)


@dataclass
class OneFactor:
    """One factor, and what each organisation reads of it now and read before."""

    factor: Factor
    readings: list[Entry] = field(default_factory=list)


class OfATheme(NamedTuple):
    """The factors of one theme that somebody read."""

    theme: str
    label: str | Promise
    factors: list[OneFactor]


@along(FactorReading.KIND)
def with_rests(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """On which statements each reading rests, as far as one hears those."""
    chains = [each for entry in found for each in (entry, *entry.earlier)]
    readable = {each.record.pk for each in chains if each.is_readable}
    rests = rested_on(FactorReading, readable, seat, moment)
    for each in chains:
        each.more = {"rests": rests[each.record.pk]}


def factors_shown(
    seat: Seat,
    now: datetime,
    moment: datetime | None = None,
    seats: Iterable[Seat] = (),
) -> Shown:
    """For the part of the interpretation: include `casework/_factors.html`."""
    kinds = (FactorReading.KIND, Assessment.KIND)
    told = told_here(Q(kind__in=kinds), seat, now, moment, seats).values()
    readings = [each for each in told if each.record.kind == FactorReading.KIND]
    open_ = [each for each in readings if each.is_readable]
    context = {
        "factors_risk": by_theme(open_, RISK),
        "factors_protective": by_theme(open_, PROTECTIVE),
        "factors_closed": [each for each in readings if not each.is_readable],
        "assessments": [each for each in told if each.record.kind == Assessment.KIND],
    }
    return Shown(context, sum(each.lines for each in told))


def by_theme(readings: Iterable[Entry], themes: Iterable[Theme]) -> list[OfATheme]:
    """In the order of the lists; a factor that nobody read is not there."""
    of: dict[str, dict[object, OneFactor]] = defaultdict(dict)
    for entry in readings:
        factor = cast("FactorReading", entry.said).factor
        there = of[factor.theme]
        there.setdefault(factor.pk, OneFactor(factor)).readings.append(entry)
    return [
        OfATheme(theme, theme.label, in_order(of[theme].values())) for theme in themes
    ]


def in_order(factors: Iterable[OneFactor]) -> list[OneFactor]:
    return sorted(factors, key=lambda one: (one.factor.list.name, one.factor.code))
