"""One thing said, ready for a page: whose it is, who hears it, and what it says."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Circle, Record, Seat, Withdrawal
from ...dossiers.models.record import as_told
from .readers import Readers, readers_of

CIRCLES: dict[str, Promise] = {
    Circle.Kind.OWN: _("own organisation"),
    Circle.Kind.CORE: _("core"),
    Circle.Kind.TABLE: _("table"),
    Circle.Kind.NAMED: _("named"),
}
FIXED_KINDS = ("heading",)
"""Kinds that are changed on a page of their own, and never withdrawn."""
SAID_ONCE: set[str] = set()
"""Kinds in whose place nothing comes: withdrawn and said anew, never corrected."""


class Correction(NamedTuple):
    """Two versions that follow each other: what it was, and what it became."""

    older: "Entry"
    newer: "Entry"


@dataclass
class Entry:
    """A record as one seat may see it at one moment; a template asks nothing more."""

    record: Record
    said: Record
    seat: Seat
    moment: datetime
    is_new: bool = False
    is_shown_from: str = ""
    """The number of the linked dossier it belongs to, when shown by reference."""
    earlier: list["Entry"] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    """What it says, by field; empty when its words are closed."""
    why_changed: str = ""
    why_withdrawn: str = ""
    is_latest: bool = True
    """No later record took its place, as far as this page shows."""
    may_be_passed_on: bool = False
    more: dict[str, Any] = field(default_factory=dict)
    """What its kind shows besides, as found by a function that `along` entered."""

    @property
    def template(self) -> str:
        return f"dossiers/said/{self.record.kind}.html"

    @property
    def anchor(self) -> str:
        told = self.record.reference
        return f"{self.is_shown_from}.{told}" if self.is_shown_from else told

    # --- who says it ---------------------------------------------------------------

    @property
    def function(self) -> str:
        """What the organisation does, unless its name says so already."""
        organisation = self.record.organisation
        words = organisation.function_name
        told = words.casefold() in organisation.name.casefold()
        return "" if told or organisation.function == organisation.OFFICE else words

    @property
    def writer(self) -> str:
        return self.record.seat.who

    @property
    def guest(self) -> str:
        """For whom it was written down, when not for the writer's own organisation."""
        return self.record.on_behalf_of.who if self.record.on_behalf_of else ""

    @property
    def bears_organisation(self) -> bool:
        """Stands in the name of an organisation; who wrote it, the trail knows."""
        return self.said.OWN_VOICE

    @property
    def is_written_by_another(self) -> bool:
        return self.record.seat.organisation_id != self.record.organisation_id

    # --- who hears it --------------------------------------------------------------

    @property
    def circle(self) -> Promise:
        return CIRCLES[self.record.circle.kind]

    @property
    def readers(self) -> Readers:
        return readers_of(self.record, self.moment)

    # --- what became of it ----------------------------------------------------------

    @property
    def withdrawal(self) -> Withdrawal | None:
        return self.record.withdrawal if self.record.is_withdrawn else None

    @property
    def is_withdrawn_later(self) -> bool:
        """Not at the moment shown, but since."""
        return self.withdrawal is not None and self.withdrawal.at > self.moment

    @property
    def is_readable(self) -> bool:
        return self.record.is_readable_by(self.seat)

    @property
    def chain(self) -> list[Correction]:
        """Each correction, the latest first."""
        return [
            Correction(older, newer)
            for newer, older in zip([self, *self.earlier], self.earlier, strict=False)
        ]

    @property
    def labelled(self) -> list[tuple[str, str]]:
        """What it says besides its first field, each with the name of its field."""
        fields = {field.name: field for field in self.said._meta.concrete_fields}
        return [
            (str(fields[name].verbose_name), words)
            for name, words in self.words.items()
            if name != self.said.TEXTS[0]
        ]

    @property
    def lines(self) -> int:
        """How many texts are read with it."""
        return 1 + len(self.earlier)

    # --- what this seat may do with it ------------------------------------------------

    @property
    def may_correct(self) -> bool:
        return (
            self.is_latest
            and not self.record.is_withdrawn
            and self.record.kind not in (*FIXED_KINDS, *SAID_ONCE)
            and self.said.may_be_corrected
            and self.record.may_be_corrected_by(self.seat)
        )

    @property
    def may_withdraw(self) -> bool:
        return (
            not self.record.is_withdrawn
            and self.record.kind not in FIXED_KINDS
            and self.said.may_be_withdrawn
            and self.record.organisation_id == self.seat.organisation_id
        )


Along = Callable[[list[Entry], Seat, datetime], None]
_along: dict[str, Along] = {}


def along(kind: str) -> Callable[[Along], Along]:
    """Enter a function that puts in `more` what all entries of a kind show besides.

    It gets the entries, the seat and the moment, and asks as much for one as for many.
    """

    def enter(find: Along) -> Along:
        _along[kind] = find
        return find

    return enter


def entries(
    found: Iterable[Record],
    *,
    seat: Seat,
    moment: datetime,
    since: datetime | None = None,
    seats: Collection[Seat] = (),
) -> dict[UUID, Entry]:
    """An entry for each record (`with_voice`) that none of the others corrects.

    What a record corrected stands in its `earlier`, the latest first. `seats` are
    those taken now, to whom something may be passed on. Opens the seals of what this
    seat may read; a seal that does not open stops the page.
    """
    records = {record.pk: record for record in found}
    told = as_told(records.values())
    made = {
        pk: entry(record, told[pk], seat=seat, moment=moment, since=since)
        for pk, record in records.items()
    }
    corrected = {record.supersedes_id for record in records.values()}
    tops = {pk: each for pk, each in made.items() if pk not in corrected}
    for top in tops.values():
        before = top.record.supersedes_id
        while before in made:
            top.earlier.append(made[before])
            made[before].is_latest = False
            before = made[before].record.supersedes_id
        top.may_be_passed_on = top.said.may_be_passed_on and may_be_passed_on(
            top.record, seat, seats
        )
    for kind, find in _along.items():
        if these := [each for each in made.values() if each.record.kind == kind]:
            find(these, seat, moment)
    return tops


def entry(
    record: Record,
    said: Record,
    *,
    seat: Seat,
    moment: datetime,
    since: datetime | None = None,
) -> Entry:
    """One record, opened as far as this seat may read it."""
    made = Entry(record, said, seat, moment)
    made.is_new = since is not None and is_new(record, seat, since)
    if made.is_readable:
        made.words = dict(said.texts)
        made.why_changed = record.why_changed or ""
    if made.withdrawal and not made.is_withdrawn_later:
        made.why_withdrawn = made.withdrawal.why or ""
    return made


def is_new(record: Record, seat: Seat, since: datetime) -> bool:
    """The same question as `RecordQuerySet.since`, of what was fetched already."""
    ours = record.circle.holds(seat.organisation_id)
    passed = any(
        passing.at > since
        for passing in record.passings.all()
        if passing.organisation_id == seat.organisation_id
    ) and not (ours and record.recorded_at >= seat.hears_from)
    return record.seat_id != seat.pk and (record.recorded_at > since or passed)


def may_be_passed_on(record: Record, seat: Seat, seats: Iterable[Seat]) -> bool:
    """Somebody at the table does not hear it, and it is this seat's to pass on."""
    return (
        not record.is_withdrawn
        and record.may_be_corrected_by(seat)
        and bool(record.unheard_by(seats))
    )
