"""The course of one matter: which days it had, and whether it stands still.

A rule on the course of things looks at days only. It says which of them made it speak
and what would end it, and nothing about a person. Which matters there are, and which
days they had, is for whoever reads a dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from .rule import CourseRule


class Day(NamedTuple):
    """One day in the course of a matter, and what happened on it or by it."""

    what: str
    """A name from `in_words.DAYS`, such as ``asked`` or ``answer_by``."""
    day: date


@dataclass(frozen=True, slots=True)
class Course:
    """One matter, day by day, seen from today."""

    kind: str
    """``expectation``, ``agreement``, ``round`` and so on: see `in_words.COURSES`."""
    days: tuple[Day, ...]
    today: date

    def of(self, *what: str) -> tuple[Day, ...]:
        """Its days of these names, in the order of the calendar."""
        found = (each for each in self.days if each.what in what)
        return tuple(sorted(found, key=lambda each: each.day))

    def last(self, *what: str) -> Day | None:
        found = self.of(*what)
        return found[-1] if found else None

    def waits(self, what: str, term: int, *, until: Iterable[str] = ()) -> bool:
        """The last of these days lies more than the term back, and nothing ended it."""
        since = self.last(what)
        if since is None or self.of(*until):
            return False
        return self.today - since.day > timedelta(days=term)


class Stall(NamedTuple):
    """One rule that speaks about one matter, and the days that made it speak."""

    rule: CourseRule
    days: tuple[Day, ...]


def stalls(course: Course, terms: Mapping[str, int]) -> list[Stall]:
    """What stands still here; the terms are those of the house, by name."""
    found = []
    for rule in course_rules():
        if course.kind in rule.kinds:
            days = rule.look(course, terms.get(rule.term, rule.usual))
            if days:
                found.append(Stall(rule, days))
    return found


@cache
def course_rules() -> tuple[CourseRule, ...]:
    from .catalogue import catalogue

    return tuple(rule for rule in catalogue() if isinstance(rule, CourseRule))
