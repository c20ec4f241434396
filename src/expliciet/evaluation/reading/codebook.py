"""A codebook in the order in which one reads it: each code above those below it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from ..models import Code


class Placed(NamedTuple):
    """A code and how deep it hangs."""

    code: Code
    depth: int

    @property
    def path(self) -> str:
        """For a list to choose from: what hangs deeper stands further in."""
        return "\u2003" * self.depth + (self.code.name or "")


def nested(codes: Iterable[Code]) -> list[Placed]:
    """By name, each with those below it."""
    below: dict[UUID | None, list[Code]] = defaultdict(list)
    codes = list(codes)
    there = {each.pk for each in codes}
    for each in codes:
        below[each.parent_id if each.parent_id in there else None].append(each)

    def walk(parent: UUID | None, depth: int) -> Iterator[Placed]:
        for each in sorted(below[parent], key=lambda one: (one.name or "").casefold()):
            yield Placed(each, depth)
            yield from walk(each.pk, depth + 1)

    return list(walk(None, 0))
