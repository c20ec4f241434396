"""Where partners read the same, where they differ, and where somebody was silent.

In words, per theme; no number on the person, and no total of partners.
"""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from .models import Reading, Take, Theme


class How(models.TextChoices):
    """How the readings of one theme stand to each other."""

    SAME = "same", _("the same")
    DIFFERS = "differs", _("differs")
    OPEN = "open", _("nobody can say")
    ONE = "one", _("read by one")


class Row(NamedTuple):
    """One theme across all readings."""

    theme: Theme
    how: How
    takes: dict[UUID, Take]
    """By organisation; who is not in it did not speak of this theme."""


def difference_map(readings: Iterable[Reading]) -> list[Row]:
    """A row for each theme that somebody spoke of; prefetch ``takes``."""
    by_theme: dict[str, dict[UUID, Take]] = {}
    for reading in readings:
        for take in reading.takes.all():
            by_theme.setdefault(take.theme, {})[reading.organisation_id] = take
    return [
        Row(theme, how(by_theme[theme].values()), by_theme[theme])
        for theme in Theme
        if theme in by_theme
    ]


def how(takes: Iterable[Take]) -> How:
    said = [take.says for take in takes]
    clear = {each for each in said if each != Take.Says.UNSURE}
    if len(clear) > 1 or (clear and Take.Says.UNSURE in said):
        return How.DIFFERS
    if not clear:
        return How.OPEN
    return How.SAME if len(said) > 1 else How.ONE


def differing(rows: Iterable[Row]) -> list[Theme]:
    """The themes to talk about first."""
    return [row.theme for row in rows if row.how == How.DIFFERS]
