"""The picture: what was brought in, by life domain; facts apart from hearsay apart from
estimates, and each with who says so and from where."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...casework.life_domains import LifeDomain
from ...casework.models import Contribution, Statement
from ...dossiers.models import Seat
from ..dossiers.detail import image, unheard_by
from ..dossiers.entries import Entry
from ..dossiers.parts import IMAGE, Shown, part
from ..dossiers.sheets import sheet
from ..dossiers.told import Hearing, hearing
from .statements import Line

A_FEW = 8
"""How many statements of one domain stand on the page; the rest opens by itself."""
A_PAGE = 40
KINDS: dict[str, Promise] = {
    Statement.Kind.FACT: _("Facts"),
    Statement.Kind.HEARSAY: _("Hearsay"),
    Statement.Kind.ESTIMATE: _("Estimates"),
}


@dataclass
class Group:
    """The lines of one contribution that stand together."""

    entry: Entry
    is_first: bool
    """The first place of this contribution on the page: it carries the anchor."""
    lines: list[Line] = field(default_factory=list)


class OfAKind(NamedTuple):
    """Facts, hearsay or estimates: always apart."""

    kind: str
    label: Promise
    groups: list[Group]


class Domain(NamedTuple):
    """One domain of somebody's life, and what was brought in about it."""

    value: str
    label: str | Promise
    kinds: list[OfAKind]
    is_cut: bool
    """There is more than stands here."""


class Chosen(NamedTuple):
    """One statement that is to be shown, not yet opened."""

    statement: UUID
    domain: str
    contribution: UUID


@part(IMAGE, _("Picture"), "casework/beeld.html")
def picture(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """What is known, before all else that was said; each as this seat hears it."""
    if unheard_by(request, seats):
        return image(request, seat, now, moment, seats)
    asked = domain_or_404(request)
    standing, taken_back = standing_contributions(hearing(seat, now), moment)
    listed = statements_of(standing)
    chosen, cut = few_of_each(listed)
    page = None
    if asked:
        page = sheet(request, [one for one in listed if one.domain == asked], A_PAGE)
        chosen, taken_back = list(page), []
    wanted = {*taken_back, *(one.contribution for one in chosen)}
    said = image(request, seat, now, moment, seats, wanted)
    told: dict[UUID, Entry] = said.context["also"]
    context = {
        "domains": by_domain(chosen, told, cut),
        "asked_domain": LifeDomain(asked).label if asked else "",
        "statements_page": page,
        "empty_domains": [] if asked else without({one.domain for one in listed}),
        "taken_back": [told[pk] for pk in taken_back],
    }
    return Shown(said.context | context, said.count + len(chosen), said.looks)


def domain_or_404(request: HttpRequest) -> str:
    asked = request.GET.get("leefgebied", "")
    if asked and asked not in LifeDomain.values:
        raise Http404
    return asked


def standing_contributions(
    heard: Hearing, moment: datetime | None
) -> tuple[list[UUID], list[UUID]]:
    """In whose place nothing came, as this seat hears it or heard it then; and which
    of those were withdrawn since. The latest first."""
    told = heard.standing(Contribution.KIND, moment=moment)[::-1]
    return (
        [each.pk for each in told if not each.withdrawn_at],
        [each.pk for each in told if each.withdrawn_at],
    )


def statements_of(standing: list[UUID]) -> list[Chosen]:
    """Every statement that still stands, unopened; in the order of its contribution."""
    if not standing:
        return []
    order = {pk: place for place, pk in enumerate(standing)}
    rows = Statement.objects.filter(contribution__in=standing).order_by("order")
    told = [Chosen(*row) for row in rows.values_list("pk", "domain", "contribution")]
    return sorted(told, key=lambda one: order[one.contribution])


def few_of_each(listed: Iterable[Chosen]) -> tuple[list[Chosen], set[str]]:
    """The latest of each domain, and in which domains there is more."""
    taken: dict[str, list[Chosen]] = defaultdict(list)
    cut: set[str] = set()
    for one in listed:
        if len(taken[one.domain]) < A_FEW:
            taken[one.domain].append(one)
        else:
            cut.add(one.domain)
    return [one for those in taken.values() for one in those], cut


def by_domain(
    chosen: Iterable[Chosen], told: dict[UUID, Entry], cut: set[str]
) -> list[Domain]:
    """In the order of the domains; within one, by kind, and then by contribution."""
    lines = {
        line.statement.pk: line
        for entry in told.values()
        for line in entry.more.get("lines", ())
    }
    places: dict[tuple[str, str], dict[UUID, Group]] = defaultdict(dict)
    for one in chosen:
        line = lines[one.statement]
        groups = places[one.domain, line.statement.kind]
        if one.contribution not in groups:
            groups[one.contribution] = Group(told[one.contribution], is_first=False)
        groups[one.contribution].lines.append(line)
    domains = [
        Domain(
            value,
            label,
            [
                OfAKind(kind, words, list(places[value, kind].values()))
                for kind, words in KINDS.items()
                if places[value, kind]
            ],
            value in cut,
        )
        for value, label in LifeDomain.choices
    ]
    anchor(domains)
    return [domain for domain in domains if domain.kinds]


def anchor(domains: Iterable[Domain]) -> None:
    """A contribution has lines in many places; a link to it leads to the first."""
    seen: set[UUID] = set()
    for domain in domains:
        for each in domain.kinds:
            for group in each.groups:
                group.is_first = group.entry.record.pk not in seen
                seen.add(group.entry.record.pk)


def without(told: set[str]) -> list[str | Promise]:
    """Domains about which this seat hears nothing; said, so that nobody overlooks."""
    return [label for value, label in LifeDomain.choices if value not in told]
