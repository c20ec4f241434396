"""Frozen figures on paper: what each tells, and its table."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...documents.paper import Block, Grid, Paragraph, Part
from ..figure_tables import THEMES, FigureTable, tables
from ..models import Study
from .standing import Standing


def parts(study: Study, stands: Standing) -> tuple[Part, ...]:
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
    for theme in THEMES:
        found.append(Part(str(theme.title)))
        found += [
            Part(known[name].title, 2, tuple(on_paper(known[name])))
            for name in theme.figures
            if name in known
        ]
    return tuple(found)


def on_paper(table: FigureTable) -> Iterator[Block]:
    """What it tells, then the table; a row of which nothing is shown is left out."""
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
    headers = (_("Period"), *(capital(each) for each in table.headers))
    yield Grid("", headers, rows)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
