"""The report of a study: how it looked, at what, what it found and what it cannot say.

Made of what researchers wrote and of frozen figures. No passage stands in it: those
stay in the reading room. No person, professional or dossier either; an organisation
only where a recommendation is said to it, and where it answers.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from ...documents.paper import Part
from ..models import Study
from . import figures, method, outcome
from .standing import Standing, lacking, standing_of

__all__ = ["Chapter", "Standing", "chapters", "lacking", "parts", "standing_of"]


class Chapter(NamedTuple):
    """One chapter of a report, with the headings below it."""

    title: str
    parts: tuple[Part, ...]

    @property
    def below(self) -> list[str]:
        """The headings under its own."""
        found = (each.heading for each in self.parts if each.level == 1)
        return [each for each in found if each != self.title]


def chapters(
    study: Study, stands: Standing, *, with_pictures: bool = True
) -> list[Chapter]:
    """In the order of the paper; without pictures for who looks at headings alone."""
    course = figures.parts(study, stands, with_pictures=with_pictures)
    return [
        Chapter(_("How it was studied"), method.parts(study, stands)),
        Chapter(_("The course of the process"), course),
        Chapter(_("What was found"), outcome.findings(stands)),
        Chapter(_("What is recommended"), outcome.recommendations(stands)),
        Chapter(_("What came of it"), outcome.afterwards(stands)),
        Chapter(_("What this study cannot say"), (method.limits(study),)),
    ]


def parts(told: Iterable[Chapter]) -> tuple[Part, ...]:
    """Every chapter with its parts one level below it."""
    found: list[Part] = []
    for each in told:
        if len(each.parts) == 1 and each.parts[0].heading == each.title:
            found += each.parts
            continue
        found.append(Part(each.title))
        found += [Part(one.heading, one.level + 1, one.blocks) for one in each.parts]
    return tuple(found)
