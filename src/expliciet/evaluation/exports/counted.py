"""Frozen figures: each number by measure, row and part; empty where it is not told."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from ..figure_tables import frozen, timed
from ..models import Study
from ..reconstruction import TOTAL, Figures, label_of_part, label_of_row
from ..reconstruction.naming import counted
from ..tabular import Cell, Column, Table

Row = tuple[Cell, ...]


def moments(study: Study) -> Iterator[tuple[date, Figures]]:
    """Each time that somebody counted, from the first on."""
    for each in study.reconstructions.order_by("at", "id"):
        yield timezone.localdate(each.at), frozen(each)


def shared() -> tuple[Column, ...]:
    return (
        Column("geteld_op", _("when it was counted"), _("day")),
        Column("maat", _("short name of the figure")),
        Column("titel", _("what is counted")),
        Column("rij", _("short name of the period or other division")),
        Column("rij_in_woorden", _("the same in words")),
    )


def figures(study: Study) -> Table:
    columns = (
        *shared(),
        Column("deel", _("short name of the part; “total” is all together")),
        Column("deel_in_woorden", _("the same in words")),
        Column(
            "aantal",
            _("how many; empty where it is not shown, because it rests on too few"),
        ),
        Column("getoond", _("whether the number is shown"), "", "ja, nee"),
    )
    rows = [
        (day, *row) for day, told in moments(study) for row in rows_of_measures(told)
    ]
    return Table("cijfers", columns, rows)


def rows_of_measures(told: Figures) -> Iterator[Row]:
    for measure in told.measures:
        name, title = measure.name, str(counted(measure.name).title)
        for row in measure.rows.names():
            for part in (*measure.parts, TOTAL):
                cell = measure.cell(row, part)
                words = str(label_of_row(name, row)), str(label_of_part(name, part))
                yield (
                    name,
                    title,
                    row,
                    words[0],
                    part,
                    words[1],
                    cell.number,
                    cell.is_shown,
                )


def durations(study: Study) -> Table:
    columns = (
        *shared(),
        Column("aantal", _("how many; empty where it is not shown")),
        Column("kwart", _("a quarter took at most so long"), _("days")),
        Column("helft", _("half took at most so long"), _("days")),
        Column("driekwart", _("three quarters took at most so long"), _("days")),
        Column("getoond", _("whether it is shown"), "", "ja, nee"),
    )
    rows = [
        (day, *row) for day, told in moments(study) for row in rows_of_durations(told)
    ]
    return Table("doorlooptijden", columns, rows)


def rows_of_durations(told: Figures) -> Iterator[Row]:
    for each in told.durations:
        title = str(timed(each.name).title)
        for row, span in each.spans.items():
            words = str(label_of_row(each.measure, row))
            took = (span.n, span.low, span.median, span.high)
            yield (each.name, title, row, words, *took, span.is_shown)
