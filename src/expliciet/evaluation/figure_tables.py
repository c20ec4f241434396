"""Frozen figures as tables in words: the same on the page, on paper and in a file.

A cell that may not be told says so, openly; a nothing is such a cell too.
"""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Reconstruction
from .reconstruction import (
    DURATIONS,
    TOTAL,
    Duration,
    Figures,
    Measure,
    from_json,
    label_of_part,
    label_of_row,
)
from .reconstruction.figures import BY
from .reconstruction.naming import Timed, counted

Words = str | Promise
BESIDE = "beside"
KEPT = ("kept_confirmed", "kept_claimed")
ENDED = ("agreed", "decided", "apart", "gone")


class Theme(NamedTuple):
    """Figures that are read together."""

    name: str
    title: Words
    figures: tuple[str, ...]


THEMES = (
    Theme(
        "striking",
        gettext_lazy("From words to deeds"),
        (
            "reports",
            "report_to_weighing",
            "weighings",
            "weighing_to_deed",
            "decisions",
            "decision_to_deed",
        ),
    ),
    Theme("scaling", gettext_lazy("Stepping up and down"), ("scalings",)),
    Theme(
        "promises",
        gettext_lazy("What partners expect and promise"),
        ("expectations", "agreements", "interventions"),
    ),
    Theme("stuck", gettext_lazy("Getting stuck"), ("impasses", "impasse_lasting")),
    Theme("reading", gettext_lazy("Reading a case apart"), ("readings",)),
    Theme(
        "explicitness", gettext_lazy("How explicit texts are"), ("explicitness", BESIDE)
    ),
)


class Told(NamedTuple):
    """What stands in one cell."""

    words: str
    is_shown: bool = True


class Named(NamedTuple):
    """A cell with the name of its column, for a screen that stacks them."""

    header: str
    told: Told


class Row(NamedTuple):
    name: str
    label: str
    cells: tuple[Told, ...]
    headers: tuple[str, ...] = ()

    @property
    def named(self) -> list[Named]:
        return [Named(*each) for each in zip(self.headers, self.cells, strict=True)]


class FigureTable(NamedTuple):
    """One figure: what it tells and what not, and its rows."""

    name: str
    title: str
    tells: str
    headers: tuple[str, ...]
    course: tuple[Row, ...]
    """The whole period, its years and half-years."""
    by: str
    """What the other rows are, if there are any."""
    others: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*self.course, *self.others)

    @property
    def tells_anything(self) -> bool:
        return any(cell.is_shown for row in self.rows for cell in row.cells)


def frozen(reconstruction: Reconstruction) -> Figures:
    """The figures as they were when somebody asked, whatever became of a dossier."""
    return from_json(json.loads(reconstruction.figures or "{}"))


def tables(figures: Figures) -> dict[str, FigureTable]:
    """Every figure by its name, in the order of the themes."""
    found = [table_of_measure(each) for each in figures.measures]
    found += [table_of_duration(each, figures) for each in figures.durations]
    found.append(beside(figures))
    by_name = {each.name: each for each in found}
    order = [name for theme in THEMES for name in theme.figures]
    return {name: by_name[name] for name in order if name in by_name}


def hidden() -> Told:
    return Told(_("not shown"), is_shown=False)


def number(value: int | None) -> Told:
    return hidden() if value is None else Told(str(value))


def days(value: float | None) -> Told:
    if value is None:
        return hidden()
    told = int(value) if value == int(value) else round(value, 1)
    return Told(str(formats.number_format(told)))


def share(value: float | None) -> Told:
    return hidden() if value is None else Told(f"{round(100 * value)}%")


def in_rows(
    measure: str,
    headers: tuple[str, ...],
    names: Iterable[str],
    cells: Mapping[str, tuple[Told, ...]],
) -> tuple[Row, ...]:
    return tuple(
        Row(name, str(label_of_row(measure, name)), cells[name], headers)
        for name in names
    )


def table_of_measure(measure: Measure) -> FigureTable:
    known = counted(measure.name)
    headers = [str(label_of_part(measure.name, part)) for part in measure.parts]
    headers.append(str(label_of_part(measure.name, TOTAL)))
    with_share = measure.name == "explicitness"
    if with_share:
        headers.append(_("share answered"))
    cells = {}
    for row in measure.rows.names():
        told = [
            number(measure.cell(row, part).number) for part in (*measure.parts, TOTAL)
        ]
        if with_share:
            told.append(share(measure.share(row, "answered")))
        cells[row] = tuple(told)
    course, names = [row for row in cells if not row.startswith(BY)], tuple(headers)
    return FigureTable(
        measure.name,
        str(known.title),
        str(known.tells),
        names,
        in_rows(measure.name, names, course, cells),
        str(known.by or ""),
        in_rows(measure.name, names, measure.rows.others, cells),
    )


def timed(name: str) -> Timed:
    return next(each for each in DURATIONS if each.name == name)


def table_of_duration(duration: Duration, figures: Figures) -> FigureTable:
    known, of = timed(duration.name), figures.measure(duration.measure)
    cells = {
        row: (number(each.n), days(each.low), days(each.median), days(each.high))
        for row, each in duration.spans.items()
    }
    course = [row for row in of.rows.names() if not row.startswith(BY)]
    headers = (
        _("how many"),
        _("a quarter took at most"),
        _("half took at most"),
        _("three quarters took at most"),
    )
    return FigureTable(
        duration.name,
        str(known.title),
        str(known.tells),
        headers,
        in_rows(duration.measure, headers, course, cells),
        str(counted(duration.measure).by or ""),
        in_rows(duration.measure, headers, of.rows.others, cells),
    )


def beside(figures: Figures) -> FigureTable:
    """Explicit texts beside what came of it: without that they mean nothing."""
    asked, agreed, stuck = (
        figures.measure(name) for name in ("explicitness", "agreements", "impasses")
    )
    course = [row for row in asked.rows.names() if not row.startswith(BY)]
    cells = {
        row: (
            share(asked.share(row, "answered")),
            some_of(agreed, row, KEPT),
            some_of(stuck, row, ENDED),
        )
        for row in course
    }
    headers = (
        _("questions answered in the text"),
        _("agreements done in time"),
        _("impasses ended"),
    )
    return FigureTable(
        BESIDE,
        _("Explicit texts, agreements kept and impasses ended, side by side"),
        _(
            "Tells whether they go up and down together; not that one brings about "
            "the other. Clear texts with agreements that are not kept help nobody."
        ),
        headers,
        in_rows(asked.name, headers, course, cells),
        "",
        (),
    )


def some_of(measure: Measure, row: str, parts: Iterable[str]) -> Told:
    """Some parts of a row taken together, of all; where each of them is shown."""
    numbers = [measure.cell(row, part).number for part in parts]
    of = measure.cell(row).number
    some = [each for each in numbers if each is not None]
    if of is None or len(some) < len(numbers):
        return hidden()
    words = _("%(some)s of %(all)s")
    return Told(words % {"some": sum(some), "all": of})
