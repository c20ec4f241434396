"""A dossier as it was known: what was decided when, and who knew what (F69, N13)."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from ...dossiers.models.record import kinds
from ...vault.trouble import Destroyed
from ..models import StudyText
from ..models.study_text import Hearer

TURNING = ("decision", "scaling", "interpretation")
"""Kinds at which a table came to something together."""


class Text:
    """One masked text, its sealed parts opened once."""

    def __init__(self, row: StudyText, kind: str) -> None:
        self.row, self.kind = row, kind
        self.words = row.passage
        try:
            self.voice = row.voice or ""
            self.hearers = row.hearers
        except Destroyed:
            self.voice, self.hearers = "", list[Hearer]()

    @property
    def is_gone(self) -> bool:
        return self.words is None

    @property
    def turns(self) -> bool:
        return self.row.kind in TURNING

    @cached_property
    def roles(self) -> dict[str, datetime]:
        """Since when each role knows it."""
        since: dict[str, datetime] = {}
        for each in self.hearers:
            since[each.role] = min(each.since, since.get(each.role, each.since))
        return since

    def known(self, moment: datetime, role: str = "") -> bool:
        """Said by then, standing, and heard by this role where one is asked for."""
        row = self.row
        said = row.recorded_at <= moment
        stands = row.stands_until is None or row.stands_until > moment
        return said and stands and (not role or self.since(role, moment))

    def since(self, role: str, moment: datetime) -> bool:
        return role in self.roles and self.roles[role] <= moment

    def comes_later(self, moment: datetime, role: str = "") -> bool:
        """Said later; or heard later by this role, for as long as it stood."""
        if self.row.recorded_at > moment:
            return not role or role in self.roles
        return bool(role) and role in self.roles and self.roles[role] > moment


class Who(NamedTuple):
    """Which roles knew all that was known at a moment, and which a part of it."""

    everything: list[str]
    a_part: list[str]


class Dossier:
    """All masked texts of one dossier, to walk through from decision to decision."""

    def __init__(self, rows: Iterable[StudyText]) -> None:
        named = {name: str(kind._meta.verbose_name) for name, kind in kinds().items()}
        self.texts = [Text(row, named.get(row.kind, row.kind)) for row in rows]

    @property
    def roles(self) -> list[str]:
        return sorted({role for each in self.texts for role in each.roles})

    @property
    def turning(self) -> list[Text]:
        return [each for each in self.texts if each.turns]

    def place(self, turning: Text) -> int:
        """The how many-eth of these moments it is."""
        return self.turning.index(turning) + 1

    def before(self, moment: datetime) -> Text | None:
        earlier = [each for each in self.turning if each.row.recorded_at < moment]
        return earlier[-1] if earlier else None

    def after(self, moment: datetime) -> Text | None:
        later = (each for each in self.turning if each.row.recorded_at > moment)
        return next(later, None)

    def at(self, moment: datetime) -> Text | None:
        """What was decided at this very moment."""
        here = (each for each in self.turning if each.row.recorded_at == moment)
        return next(here, None)

    def known(self, moment: datetime, role: str = "") -> list[Text]:
        return [each for each in self.texts if each.known(moment, role)]

    def later(self, moment: datetime, role: str = "") -> list[Text]:
        return [each for each in self.texts if each.comes_later(moment, role)]

    def who(self, moment: datetime) -> Who:
        known = self.known(moment)
        everything = [
            role
            for role in self.roles
            if known and all(each.since(role, moment) for each in known)
        ]
        part = [
            role
            for role in self.roles
            if role not in everything
            and any(each.since(role, moment) for each in known)
        ]
        return Who(everything, part)
