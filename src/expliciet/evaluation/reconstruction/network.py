"""Which hidden cells can still be computed, and what else to hide so that they cannot.

The sums of a table with years, half-years, another division and parts form a network:
each cell is an edge, each sum a junction at which as much comes in as goes out. A shown
cell is an edge that cannot change; a hidden one can rise, and fall to nothing. A hidden
cell is safe when its edge lies on a way round along which enough can flow: then other
numbers, as whole and as possible as the true ones, fit everything that is shown. As the
sums of a network always have whole solutions, this is exact, not a guess.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)

ENDLESS = 1_000_000_000
"""More than any cell can hold."""


class Edge(NamedTuple, Generic[K]):
    """A cell, between the two sums in which it stands."""

    cell: K
    tail: Hashable
    head: Hashable


class Move(NamedTuple, Generic[K]):
    """Along an edge or against it: the cell rises or falls."""

    cell: K
    rises: bool


class Way(NamedTuple, Generic[K]):
    """A way round, and how many shown things have to be hidden to go it."""

    price: int
    moves: list[Move[K]]


@dataclass
class Network(Generic[K]):
    """Cells with their true values, and which of them are hidden."""

    values: Mapping[K, int]
    edges: Mapping[K, Edge[K]]
    hidden: set[K]
    changed: dict[K, int] = field(default_factory=dict)
    """How far each cell is from its true value, while looking."""

    def __post_init__(self) -> None:
        self.moves: defaultdict[Hashable, list[tuple[Hashable, Move[K]]]]
        self.moves = defaultdict(list)
        for cell, (_cell, tail, head) in self.edges.items():
            self.moves[tail].append((head, Move(cell, rises=True)))
            self.moves[head].append((tail, Move(cell, rises=False)))

    def protect(self, width: int) -> None:
        """Hide more until each hidden cell could be another by `width` at least."""
        for cell in sorted(self.hidden, key=str):
            self.widen(cell, width)

    def widen(self, cell: K, width: int) -> None:
        while True:
            up, above = self.play(cell, width, rises=True)
            down, below = self.play(cell, width, rises=False)
            if up + down >= width:
                return
            ways = [way for way in (above, below) if way is not None]
            cheapest = min(ways, key=lambda way: way.price)
            self.hidden.update(move.cell for move in cheapest.moves)

    def play(self, cell: K, width: int, *, rises: bool) -> tuple[int, Way[K] | None]:
        """How far a hidden cell can go, up to `width`; and, where that is less, what
        it costs to let it go further."""
        self.changed, total = {}, 0
        while total < width:
            way = self.way_round(Move(cell, rises), self.free)
            if way is None:
                return total, self.way_round(Move(cell, rises), self.costs)
            step = min(width - total, *map(self.room, way.moves))
            for move in way.moves:
                by = step if move.rises else -step
                self.changed[move.cell] = self.changed.get(move.cell, 0) + by
            total += step
        return total, None

    def room(self, move: Move[K]) -> int:
        """How far this cell can go this way, from where it is now."""
        if move.rises:
            return ENDLESS
        return self.values[move.cell] + self.changed.get(move.cell, 0)

    def free(self, move: Move[K]) -> int | None:
        return 0 if move.cell in self.hidden and self.room(move) > 0 else None

    def costs(self, move: Move[K]) -> int | None:
        """What it costs to hide this too: as many things as it would have shown."""
        if self.room(move) <= 0:
            return None
        return 0 if move.cell in self.hidden else 1 + self.values[move.cell]

    def way_round(
        self, itself: Move[K], cost: Callable[[Move[K]], int | None]
    ) -> Way[K] | None:
        """The cheapest way round that begins with this move."""
        if self.room(itself) <= 0:
            return None
        _cell, tail, head = self.edges[itself.cell]
        begin, end = (head, tail) if itself.rises else (tail, head)
        came: dict[Hashable, tuple[Hashable, Move[K]]] = {}
        best: dict[Hashable, int] = {begin: 0}
        queue: list[tuple[int, int, Hashable]] = [(0, 0, begin)]
        order = count(1)
        while queue:
            price, _order, at = heappop(queue)
            if at == end:
                return Way(price, [itself, *walked(begin, end, came)])
            if price > best[at]:
                continue
            for to, move in self.moves[at]:
                more = None if move.cell == itself.cell else cost(move)
                if more is not None and (to not in best or price + more < best[to]):
                    best[to], came[to] = price + more, (at, move)
                    heappush(queue, (price + more, next(order), to))
        return None


def walked(
    begin: Hashable,
    end: Hashable,
    came: Mapping[Hashable, tuple[Hashable, Move[K]]],
) -> Iterable[Move[K]]:
    found: list[Move[K]] = []
    at = end
    while at != begin:
        at, move = came[at]
        found.append(move)
    return reversed(found)
