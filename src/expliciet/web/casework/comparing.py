"""The readings of a revealed round beside each other: one sentence, and the map."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...accounts.models import Organisation
from ...casework.differences import How, Row, difference_map
from ...casework.models import Reading
from ...dossiers.models import Record, Seat
from ..dossiers.entries import Entry, entries
from .standing import Standing

LATE = gettext_lazy("late: written after the reveal, so not blind")
MISSING = gettext_lazy("no reading came in")
GONE = gettext_lazy("left the table without a reading")
ELSEWHERE = gettext_lazy("in, but not passed on to you")
WITHDRAWN = gettext_lazy("withdrawn")


class Column(NamedTuple):
    """One organisation: what it wrote blind, and what it wrote since."""

    organisation: Organisation
    entry: Entry | None
    """What the map compares: the blind reading, or else the late one."""
    later: Entry | None
    """What it wrote in its place after hearing the others."""
    note: Promise | str
    """Why there is nothing, or what is particular about it."""

    @property
    def reading(self) -> Reading | None:
        """What may be read and still stands."""
        if self.entry is None or not stands(self.entry):
            return None
        return self.entry.said if isinstance(self.entry.said, Reading) else None


class Cell(NamedTuple):
    """What one organisation says in one row."""

    organisation: Organisation
    says: str
    words: str
    is_silent: bool
    """It wrote a reading, and did not speak of this."""


class Line(NamedTuple):
    """One row across all columns; of a theme, in words how they stand to each other."""

    name: str
    label: Promise | str
    cells: list[Cell]
    how: Promise | str = ""
    differs: bool = False

    @property
    def silent(self) -> list[Organisation]:
        return [cell.organisation for cell in self.cells if cell.is_silent]


class Comparison(NamedTuple):
    """A revealed round: the sentence on top, the columns, and the rows."""

    sentence: str
    columns: list[Column]
    rows: list[Line]
    first: Line | None
    """What to talk about first, if they differ at all."""
    chosen: Line | None
    """What the table chose to talk about first: it stands on top."""
    others: list[Line]
    """Where they differ besides that."""
    texts: int
    """How many texts are read."""

    @property
    def later(self) -> list[Column]:
        return [column for column in self.columns if column.later]


def compare(
    standing: Standing,
    heard: Iterable[Record],
    seat: Seat,
    moment: datetime,
    first: str = "",
) -> Comparison:
    """`heard` are the readings of this round that this seat hears (`with_voice`)."""
    found = entries(heard, seat=seat, moment=moment)
    columns = [column(each, found, standing) for each in standing.round.readers]
    read = {each.organisation.pk: each.reading for each in columns if each.reading}
    themes = [of_theme(row, columns) for row in difference_map(read.values())]
    differing = [each for each in themes if each.differs]
    chosen = next((each for each in differing if each.name == first), None)
    return Comparison(
        sentence=in_one_sentence(differing, read),
        columns=columns,
        rows=[*texts(BEFORE, columns), *themes, *texts(AFTER, columns)],
        first=next(iter(differing), None),
        chosen=chosen,
        others=[each for each in differing if each is not chosen],
        texts=sum(each.lines for each in found.values()),
    )


# --- columns ------------------------------------------------------------------------


def column(
    organisation: Organisation, found: Mapping[UUID, Entry], standing: Standing
) -> Column:
    """The blind reading and the one after it; or why there is none."""
    theirs = [e for e in found.values() if e.record.organisation_id == organisation.pk]
    if not theirs:
        return Column(organisation, None, None, why_none(organisation, standing))
    latest = max(theirs, key=lambda each: (stands(each), each.record.recorded_at))
    versions = [latest, *latest.earlier]
    blind = next((each for each in versions if is_blind(each)), None)
    shown = blind or latest
    later = latest if blind and latest is not blind else None
    note = "" if blind else LATE
    return Column(organisation, shown, later, note if stands(shown) else WITHDRAWN)


def is_blind(entry: Entry) -> bool:
    return isinstance(entry.said, Reading) and entry.said.is_blind


def stands(entry: Entry) -> bool:
    """Not taken back by the moment shown, and open to whoever looks."""
    taken_back = entry.withdrawal is not None and not entry.is_withdrawn_later
    return entry.is_readable and not taken_back


def why_none(organisation: Organisation, standing: Standing) -> Promise:
    if organisation in standing.are_in:
        return ELSEWHERE
    if organisation in [each.organisation for each in standing.gone]:
        return GONE
    return MISSING


# --- rows ---------------------------------------------------------------------------


def of_theme(row: Row, columns: Iterable[Column]) -> Line:
    cells = []
    for each in columns:
        take = row.takes.get(each.organisation.pk)
        says = str(take.get_says_display()) if take else ""
        words = (take.words or "") if take else ""
        silent = take is None and each.reading is not None
        cells.append(Cell(each.organisation, says, words, silent))
    differs = row.how == How.DIFFERS
    return Line(row.theme, row.theme.label, cells, How(row.how).label, differs)


Told = Callable[[Reading], str]
BEFORE: tuple[tuple[Promise, Told], ...] = (
    (gettext_lazy("what do you see"), lambda reading: reading.sees or ""),
    (gettext_lazy("how do you read it"), lambda reading: reading.reads or ""),
)
AFTER: tuple[tuple[Promise, Told], ...] = (
    (
        gettext_lazy("what would change your mind"),
        lambda reading: reading.would_change or "",
    ),
    (
        gettext_lazy("how sure are you"),
        lambda reading: str(reading.get_confidence_display()),
    ),
    (
        gettext_lazy("what you cannot see from where you stand"),
        lambda reading: reading.limits or "",
    ),
)


def texts(
    asked: Iterable[tuple[Promise, Told]], columns: Iterable[Column]
) -> Iterable[Line]:
    """Rows in everybody's own words; one that nobody filled is left out."""
    columns = list(columns)
    for label, told in asked:
        cells = [
            Cell(
                each.organisation, "", told(each.reading) if each.reading else "", False
            )
            for each in columns
        ]
        if any(cell.words for cell in cells):
            yield Line("", label, cells)


def in_one_sentence(differing: list[Line], read: Mapping[UUID, Reading | None]) -> str:
    """First of all where they differ, in words."""
    if len(read) < 2:
        return _("There is one reading to read here, so nothing to lay beside it yet.")
    if not differing:
        return _(
            "You differ on no point. Ask each other what would change your mind, "
            "before you call it settled."
        )
    themes = [str(each.label) for each in differing]
    *most, last = themes
    told = _("%(some)s and %(last)s") % {"some": ", ".join(most), "last": last}
    return ngettext(
        "You differ on %(n)d point: %(themes)s.",
        "You differ on %(n)d points: %(themes)s.",
        len(differing),
    ) % {"n": len(differing), "themes": told if most else last}
