"""Frozen figures on paper: what each tells, its charts, and its table."""

from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...documents.paper import Block, Grid, Paragraph, Part, Picture
from ..charts import printed
from ..figure_charts import Chart, charts, pictures
from ..figure_tables import THEMES, FigureTable, tables
from ..models import Study
from .standing import Standing


def parts(study: Study, stands: Standing, *, with_pictures: bool) -> tuple[Part, ...]:
    figures, made = stands.figures, stands.reconstruction
    if figures is None or made is None:
        told = _("No figures were counted yet.")
        return (Part(_("Figures"), blocks=(Paragraph(told),)),)
    day = date_format(timezone.localtime(made.at), "j F Y")
    counted = _(
        "Counted on %(day)s over %(dossiers)s dossiers, from records alone: moments, "
        "kinds and functions. “Not shown” means that it rests on fewer than "
        "%(smallest)s dossiers, or that such a figure would follow from it."
    ) % {"day": day, "dossiers": figures.dossiers, "smallest": study.smallest}
    found = [Part(_("Figures"), blocks=(Paragraph(counted),))]
    known = tables(figures)
    drawn = charts(figures) if with_pictures else {}
    for theme in THEMES:
        found.append(Part(str(theme.title)))
        found += [
            Part(
                known[name].title,
                2,
                tuple(on_paper(known[name], pictures(name, drawn))),
            )
            for name in theme.figures
            if name in known
        ]
    return tuple(found)


def on_paper(table: FigureTable, drawn: Iterable[Chart]) -> Iterator[Block]:
    """What it tells, its charts, then the table; a row of which nothing is shown is
    left out."""
    rows = tuple(
        (capital(row.label), *(cell.words for cell in row.cells))
        for row in table.rows
        if any(cell.is_shown for cell in row.cells)
    )
    if not rows:
        told = _("Nothing of this is shown: it rests on too few dossiers.")
        yield Paragraph(told)
        return
    yield Paragraph(table.tells)
    for each in drawn:
        chart = printed(each.draw())
        yield Picture(chart.drawing, each.caption, chart.told)
    headers = (_("Period"), *(capital(each) for each in table.headers))
    yield Grid("", headers, rows)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
