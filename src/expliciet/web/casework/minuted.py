"""Minutes as one seat reads them: what they hold, who said what to them, how far."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple, cast
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...casework.actions.minutes import MINUTED
from ...casework.models import AgendaItem, Amendment, Minutes, Receipt
from ...dossiers.models import Circle, Record, Seat
from ..dossiers.entries import Entry, entries
from ..dossiers.records import chain_of

GROUPS: dict[str, tuple[Promise, tuple[str, ...]]] = {
    "decided": (_("Decisions"), ("decision", "advice", "scaling")),
    "agreed": (_("Agreements"), ("agreement", "intervention", "act")),
    "expected": (_("Expectations"), ("expectation",)),
    "open": (_("Still open"), ("open_point", "impasse")),
}
"""What a list of decisions and actions holds, in the order of reading aloud."""
BESIDES = _("What more was recorded")
MANDATES = dict(Seat.Mandate.choices)


class Group(NamedTuple):
    """Records of one sort, in the order in which they were said."""

    name: str
    label: Promise
    lines: list[Entry]


class Present(NamedTuple):
    """Somebody who was there, and what they could promise then."""

    seat: Seat
    mandate: str


class Person(NamedTuple):
    """Somebody who hears the minutes, and what they said to them; or nothing."""

    seat: Seat
    receipt: Receipt | None
    amendment: Amendment | None

    @property
    def waits(self) -> bool:
        """Asked a change, and nobody said what became of it."""
        otherwise = self.receipt and self.receipt.says == Receipt.Says.OTHERWISE
        return bool(otherwise) and self.amendment is None


class Change(NamedTuple):
    """One time that newer minutes took the place of older ones, and what that was."""

    newer: Entry
    older: Entry
    added: list[str]
    gone: list[str]
    is_rewritten: bool
    """The text beside the records became another one."""


# --- finding --------------------------------------------------------------------------


def minutes_or_404(seat: Seat, now: datetime, record: UUID) -> Entry:
    """The latest version of these minutes, with those whose place it took."""
    found = chain_of(seat, now, record)
    if found.record.kind != Minutes.KIND:
        raise Http404
    return found


def minutes_of(entry: Entry) -> Minutes:
    return cast("Minutes", entry.said)


# --- what they hold -------------------------------------------------------------------


def lines_of(minutes: Minutes, seat: Seat, now: datetime) -> list[Entry]:
    """The records that stand in them, as far as this seat hears those itself."""
    heard = Record.objects.visible_to(seat, now).filter(minuted_in=minutes)
    return told(heard, seat, now)


def said_now(item: AgendaItem, seat: Seat, now: datetime) -> list[Entry]:
    """What minutes made at this moment would hold, of all circles together."""
    heard = item.said_in_it(seat, now).filter(kind__in=MINUTED, withdrawal=None)
    return told(heard.exclude(circle__kind=Circle.Kind.OWN), seat, now)


def told(heard: Any, seat: Seat, now: datetime) -> list[Entry]:
    found = heard.with_voice().select_related("superseded_by").order_by("recorded_at")
    lines = list(entries(found, seat=seat, moment=now).values())
    for line in lines:
        line.more["kind_name"] = line.said._meta.verbose_name
    return lines


def grouped(lines: Iterable[Entry]) -> list[Group]:
    """By sort; what belongs to no list of decisions and actions comes last."""
    found = [Group(name, label, []) for name, (label, _kinds) in GROUPS.items()]
    group_of = {
        kind: group
        for group, (_label, kinds) in zip(found, GROUPS.values(), strict=True)
        for kind in kinds
    }
    besides = Group("besides", BESIDES, [])
    for line in lines:
        group_of.get(line.record.kind, besides).lines.append(line)
    return [*found, besides]


def there(item: AgendaItem) -> list[Present]:
    """Who was there, with the organisation and the mandate of that moment."""
    found = (
        item.attendances.filter(was_there=True)
        .select_related("seat__user", "seat__organisation")
        .order_by("seat__organisation__name", "pk")
    )
    return [Present(each.seat, str(MANDATES.get(each.mandate, ""))) for each in found]


# --- what was said to them ------------------------------------------------------------


def people(minutes: Minutes, now: datetime) -> list[Person]:
    """Everybody who hears them: confirmed, asked a change, or silent (N16)."""
    return people_of([minutes], now)[minutes.pk]


def people_of(those: list[Minutes], now: datetime) -> dict[UUID, list[Person]]:
    """The same for many, in one question; guests too, who are asked at the table."""
    wrote = {each.seat_id for minutes in those for each in minutes.receipts.all()}
    here = Seat.objects.filter(dossier__in={each.dossier_id for each in those})
    active = here.active(now).values("pk")
    guests = Q(user=None, left_at=None)
    sitting = {
        each.pk: each
        for each in here.filter(Q(pk__in=active) | guests | Q(pk__in=wrote))
        .exclude(role=Seat.Role.AFTERCARE)
        .select_related("user", "organisation")
        .order_by("organisation__name", "joined_at", "pk")
    }
    return {each.pk: of_one(each, sitting.values(), now) for each in those}


def of_one(minutes: Minutes, sitting: Iterable[Seat], now: datetime) -> list[Person]:
    said = {each.seat_id: each for each in minutes.receipts.all()}
    members = minutes.circle.member_ids()
    return [
        Person(seat, receipt, getattr(receipt, "amendment", None) if receipt else None)
        for seat in sitting
        if seat.dossier_id == minutes.dossier_id
        for receipt in [said.get(seat.pk)]
        if receipt or (seat.organisation_id in members and seat.is_taken(now))
    ]


def silent(persons: Iterable[Person]) -> list[Seat]:
    """Who can answer from their own place, and did not."""
    return [each.seat for each in persons if each.receipt is None and each.seat.user_id]


def stands(
    minutes: Minutes, persons: Iterable[Person], until: datetime, now: datetime
) -> str:
    """How far they are: `established`, `changes`, `waits`, or `ready`."""
    if minutes.is_established:
        return "established"
    if any(each.waits for each in persons):
        return "changes"
    return "waits" if silent(persons) and now < until else "ready"


def changes(entry: Entry, now: datetime) -> list[Change]:
    """Each version beside the one before it, the latest first; in one question."""
    chain = [entry, *entry.earlier]
    if len(chain) == 1:
        return []
    refs: dict[UUID, set[str]] = {each.record.pk: set() for each in chain}
    heard = Record.objects.visible_to(entry.seat, now).filter(minuted_in__in=refs)
    for pk, reference in heard.values_list("minuted_in", "reference"):
        refs[pk].add(reference)
    found = []
    for newer, older in pairwise(chain):
        now_in, before = refs[newer.record.pk], refs[older.record.pk]
        found.append(
            Change(
                newer,
                older,
                sorted(now_in - before),
                sorted(before - now_in),
                newer.words.get("text") != older.words.get("text"),
            )
        )
    return found


def beside(minutes: Minutes, seat: Seat, now: datetime) -> list[Minutes]:
    """The minutes of the same item in other circles, as far as this seat hears them."""
    heard = Minutes.objects.visible_to(seat, now).current()
    return list(
        heard.filter(item=minutes.item_id)
        .exclude(pk=minutes.pk)
        .select_related("circle")
        .defer(*Minutes.TEXTS)
    )
