"""May a selection be shown beside the ones that were shown before?

Two selections that differ by two dossiers tell everything about those two, however
large both are: take one table off the other.
"""

from collections.abc import Collection, Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, product

Selection = AbstractSet[Hashable]


def may_show(selection: Selection, earlier: Sequence[Selection], smallest: int) -> bool:
    """Not where, with one or two earlier ones, it sets fewer than `smallest` apart.

    Nor where it is smaller than that itself. The very same one may be shown again.
    """
    if len(selection) < smallest:
        return False
    known = distinct(earlier)
    return not any(
        is_close(selection, other, smallest) for other in seen(known, smallest)
    ) and not any(0 < apart < smallest for apart in apart_by_sums(selection, known))


def distinct(selections: Sequence[Selection]) -> list[frozenset[Hashable]]:
    return list(dict.fromkeys(map(frozenset, selections)))


def seen(known: Collection[Selection], smallest: int) -> Iterator[Selection]:
    """What was shown, and what two of them have together or in common."""
    yield from known
    for one, other in combinations(known, 2):
        yield one | other
        if len(one & other) >= smallest:
            yield one & other


def is_close(one: Selection, other: Selection, smallest: int) -> bool:
    return 0 < len(one - other) < smallest or 0 < len(other - one) < smallest


def apart_by_sums(selection: Selection, known: Collection[Selection]) -> Iterator[int]:
    """How many dossiers are left when tables of two earlier selections are added to
    this one's or taken off it: those that do not fall away against each other."""
    for one, other in combinations(known, 2):
        for signs in product((-1, 0, 1), repeat=2):
            weighed = (selection, one, other)
            yield sum(
                1
                for dossier in selection | one | other
                if sum(
                    sign
                    for sign, each in zip((1, *signs), weighed, strict=True)
                    if dossier in each
                )
            )
