"""The explicitness checker: what a Dutch sentence or a record leaves open.

It looks at text and process and asks; it never blocks, and never says anything about a
person. Standard library only, deterministic, no network.

>>> from expliciet.rules import Item, check
>>> [f.code for f in check(Item("minutes", {"text": "Wordt z.s.m. opgepakt."}))]
"""

from .actors import Party
from .check import check, look_through
from .course import Course, Day, Stall, stalls
from .finding import Finding, by_weight, sparing
from .glossary import Glossary, read_glossary
from .item import Context, Item, KeptOpen, Position
from .rule import CourseRule, Gap, Mark, RecordRule, Rule, Severity, TextRule
from .words import Words

__all__ = [
    "Context",
    "Course",
    "CourseRule",
    "Day",
    "Finding",
    "Gap",
    "Glossary",
    "Item",
    "KeptOpen",
    "Mark",
    "Party",
    "Position",
    "RecordRule",
    "Rule",
    "Severity",
    "Stall",
    "TextRule",
    "Words",
    "by_weight",
    "check",
    "look_through",
    "read_glossary",
    "sparing",
    "stalls",
]
