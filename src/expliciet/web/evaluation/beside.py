"""Two moments of one figure as a drawing within the page, beside the table of both."""

from collections.abc import Iterable

from django.template.defaultfilters import floatformat
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ...documents.paper.drawn import drawn
from ...evaluation.charts import THEME, Cell, pairs, printed

Part = tuple[object, float | None, float | None]


def drawing(title: str, before: str, now: str, parts: Iterable[Part]) -> SafeString:
    """Empty, unless something may be told of both moments."""
    told = [
        (cell(name, before, then), cell(name, now, since))
        for name, then, since in parts
    ]
    one, other = [then for then, _since in told], [since for _then, since in told]
    if not shows(one) or not shows(other):
        return SafeString()
    plain = drawn(printed(pairs(title, one, other), THEME).drawing, draw=str).svg
    return mark_safe(plain)  # noqa: S308 - shapes and words of a list, all escaped


def cell(name: object, when: str, value: float | None) -> Cell:
    words = _("too few to show") if value is None else floatformat(value)
    return Cell(str(name), value, f"{when}: {words}")


def shows(cells: Iterable[Cell]) -> bool:
    return any(each.value is not None for each in cells)
