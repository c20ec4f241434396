"""What stood at a moment: the last text of each thing, and when it was first said."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone

Row = Mapping[str, Any]
"""One row of a record, by column."""


class Thing(NamedTuple):
    """One thing with all its texts, as it stood at the moment that was asked about."""

    first: Row
    last: Row
    texts: tuple[UUID, ...]

    @property
    def day(self) -> date:
        """The day on which it was first said."""
        return day_of(self.first["recorded_at"])


def day_of(moment: datetime) -> date:
    return timezone.localdate(moment)


def things(rows: Iterable[Row], moment: datetime) -> Iterator[Thing]:
    """Each thing of these rows that had been said by then and not been taken back."""
    said = {row["pk"]: row for row in rows if row["recorded_at"] <= moment}
    later = {row["supersedes_id"]: row for row in said.values() if row["supersedes_id"]}
    for row in said.values():
        if row["supersedes_id"] in said:
            continue
        texts = [row["pk"]]
        last = row
        while last["pk"] in later:
            last = later[last["pk"]]
            texts.append(last["pk"])
        if not by_then(last["withdrawal__at"], moment):
            yield Thing(row, last, tuple(texts))


def by_then(at: datetime | None, moment: datetime) -> bool:
    return at is not None and at <= moment
