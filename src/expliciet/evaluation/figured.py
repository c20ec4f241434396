"""A figure of a reconstruction as evidence: which there are, and what one says.

Read from what was frozen, so that it says the same for as long as it lies there; what
was suppressed then stays so.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .models import Reconstruction
from .reconstruction.figures import ALL, TOTAL, Span
from .reconstruction.labels import label_of_part
from .reconstruction.naming import DURATIONS, counted


class Part(NamedTuple):
    """One part of a figure, over the whole period; no number where it was too few."""

    name: str | Promise
    number: float | None


class Figure(NamedTuple):
    """One thing that was counted, in words and numbers."""

    name: str
    title: str | Promise
    parts: list[Part]


def figures_of(reconstruction: Reconstruction) -> dict[str, Figure]:
    """Every figure in it, by its name."""
    told = json.loads(reconstruction.figures or "{}")
    found = [
        *(figure(each) for each in told.get("measures", [])),
        *(how_long(each) for each in told.get("durations", [])),
    ]
    return {each.name: each for each in found}


def how_long(told: Mapping[str, Any]) -> Figure:
    """Half of it took at most so many days."""
    span = Span(*told["spans"].get(ALL, ()))
    title = next(each.title for each in DURATIONS if each.name == told["name"])
    return Figure(told["name"], title, [Part(_("half took at most"), span.median)])


def figure(told: Mapping[str, Any]) -> Figure:
    name = told["name"]
    cells = told["cells"].get(ALL, {})
    parts = [
        Part(label_of_part(name, each), cells[each][0])
        for each in [*told["parts"], TOTAL]
        if each in cells
    ]
    return Figure(name, counted(name).title, parts)


def knows(reconstruction: Reconstruction, measure: str) -> bool:
    return measure in figures_of(reconstruction)


def gone(measure: str) -> Figure:
    return Figure(measure, _("a figure that is no longer there"), [])
