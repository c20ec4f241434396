"""Frozen figures as small charts; each stands beside the table of the same numbers."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from .charts import Cell, Spread, bars, line, spread
from .figure_tables import days, hidden, number, share, timed
from .reconstruction import (
    ALL,
    TOTAL,
    Duration,
    Figures,
    Measure,
    label_of_part,
    label_of_row,
)
from .reconstruction.figures import BY
from .reconstruction.naming import counted

COURSE = "explicitness-course"
BY_THEME = "explicitness"


class Chart(NamedTuple):
    """A picture with its caption: what is drawn, and over which time."""

    name: str
    caption: str
    draw: Callable[[], bytes]


def charts(figures: Figures) -> dict[str, Chart]:
    """Each chart in which anything may be told, by its name."""
    found = [of_measure(each) for each in figures.measures]
    found += [of_duration(each) for each in figures.durations]
    found.append(of_course(figures.measure(BY_THEME)))
    return {each.name: each for each in found if each}


def pictures(name: str, drawn: Mapping[str, Chart]) -> list[Chart]:
    """The charts of one figure; that of explicit texts has one through time too."""
    wanted = [name, COURSE] if name == BY_THEME else [name]
    return [drawn[each] for each in wanted if each in drawn]


def of_measure(measure: Measure) -> Chart | None:
    """Its parts over the longest time of which something is shown; of explicitness,
    its themes."""
    title = str(counted(measure.name).title)
    if measure.name == BY_THEME:
        caption = _("Share of questions answered in the text, by theme, in percent.")
        told = [share_of(measure, row) for row in measure.rows.others]
    else:
        row = longest(measure)
        caption = _("Numbers over: %(time)s.") % {
            "time": label_of_row(measure.name, row)
        }
        told = list(parts(measure, row))
    if not shows(told):
        return None
    return Chart(measure.name, caption, lambda: bars(title, told))


def longest(measure: Measure) -> str:
    """The whole period, or else a year or half-year of which any part is shown."""
    halves = [half for year in measure.rows.years.values() for half in year]
    course = [ALL, *reversed(measure.rows.years), *reversed(halves)]
    shown = (
        row
        for row in course
        if any(measure.cell(row, part).is_shown for part in measure.parts)
    )
    return next(shown, ALL)


def of_duration(duration: Duration) -> Chart | None:
    spans = list(spreads(duration))
    title = str(timed(duration.name).title)
    if not any(each.quartiles for each in spans):
        return None
    caption = _("The middle half, in two shades at the median, in days.")
    return Chart(duration.name, caption, lambda: spread(title, spans))


def of_course(measure: Measure) -> Chart | None:
    course = list(through_time(measure))
    if not shows(course):
        return None
    title = _("Share of questions answered in the text, by half-year, in percent.")
    return Chart(COURSE, title, lambda: line(title, course))


def shows(cells: list[Cell]) -> bool:
    return any(each.value is not None for each in cells)


def parts(measure: Measure, row: str) -> Iterator[Cell]:
    for part in measure.parts:
        told = measure.cell(row, part).number
        label = str(label_of_part(measure.name, part))
        yield Cell(label, told, number(told).words)


def through_time(measure: Measure) -> Iterator[Cell]:
    for halves in measure.rows.years.values():
        for half in halves:
            yield share_of(measure, half)._replace(label=short(half))


def short(half: str) -> str:
    """A half-year in few signs, as there are many beside each other."""
    year, _dash, which = half.partition("-")
    return f"{year} {'I' if which == '1' else 'II'}"


def share_of(measure: Measure, row: str) -> Cell:
    told = measure.share(row, "answered")
    of = measure.cell(row, TOTAL).number
    words = share(told).words if told is None else f"{share(told).words} ({of})"
    percent = None if told is None else round(100 * told)
    return Cell(str(label_of_row(measure.name, row)), percent, words)


def spreads(duration: Duration) -> Iterator[Spread]:
    """The middle half, for the whole period and each part of it."""
    for row, span in duration.spans.items():
        if row.startswith(BY):
            continue
        label = str(label_of_row(duration.measure, row))
        low, median, high = span.low, span.median, span.high
        if low is None or median is None or high is None:
            yield Spread(label, None, hidden().words)
        else:
            yield Spread(label, (low, median, high), days(median).words)
