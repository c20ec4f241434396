"""One document after the check: its report, or why there is none."""

from typing import NamedTuple

from ..rules import Words
from .report import Report


class Checked(NamedTuple):
    """A document that was read, and the questions about it."""

    name: str
    format: str
    report: Report


class Unread(NamedTuple):
    """A document that could not be read, and what to do about it."""

    name: str
    reason: str
    """A short closed word, the same in every language."""
    words: Words
