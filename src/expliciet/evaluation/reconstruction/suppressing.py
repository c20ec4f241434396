"""What may be shown: no cell that rests on too few, nor one from which it follows."""

from collections.abc import Iterator
from dataclasses import replace

from .figures import ALL, TOTAL, Cell, Duration, Figures, Measure, Span
from .naming import counted
from .network import Edge, Network

Place = tuple[str, str]
"""A row and a part."""

NOTHING = Cell()
USUAL, USUAL_ORGANISATIONS = 5, 3


def suppressed(
    figures: Figures, smallest: int = USUAL, organisations: int = USUAL_ORGANISATIONS
) -> Figures:
    """The same figures with every cell hidden that rests on fewer than `smallest`
    dossiers, and whatever else is needed so that nobody can compute one.

    A nothing is hidden like any small number: that something never happened says
    something of every dossier in the selection. Of what is shown stays the number; on
    how many dossiers it rests is for whoever counts.
    """
    measures = tuple(
        shown(each, hidden_in(each, smallest, organisations))
        for each in figures.measures
    )
    by_name = {each.name: each for each in measures}
    return replace(
        figures,
        measures=measures,
        durations=tuple(
            long_enough(each, by_name[each.measure], smallest)
            for each in figures.durations
        ),
    )


def hidden_in(measure: Measure, smallest: int, organisations: int) -> set[Place]:
    """The places in a measure that are not shown."""
    fewest = organisations if counted(measure.name).by_organisations else 0
    cells = {
        (row, part): cell
        for row, parts in measure.cells.items()
        for part, cell in parts.items()
    }
    network = Network(
        values={place: cell.number or 0 for place, cell in cells.items()},
        edges={edge.cell: edge for edge in edges_of(measure)},
        hidden={
            place
            for place, cell in cells.items()
            if (cell.dossiers or 0) < smallest or (cell.organisations or 0) < fewest
        },
    )
    network.protect(smallest)
    return network.hidden


def edges_of(measure: Measure) -> Iterator[Edge[Place]]:
    """Each place between the two sums that it stands in.

    Parts flow from a half-year up to its year, on to the whole, and out into the other
    division; totals flow back. So each sum is a junction, and each place one edge.
    """
    for row, above, below in levels(measure):
        for part in (*measure.parts, TOTAL):
            lower, upper = junction(below, part), junction(above, part)
            back = part == TOTAL
            tail, head = (upper, lower) if back else (lower, upper)
            yield Edge((row, part), tail, head)


def levels(measure: Measure) -> Iterator[tuple[str, str, str]]:
    """Of each row, the sum in which it is taken up, and the sum that it is itself."""
    rows = measure.rows
    yield ALL, "others of all" if rows.others else "parts of all", "years of all"
    for year, halves in rows.years.items():
        yield year, "years of all", f"halves of {year}"
        for half in halves:
            yield half, f"halves of {year}", f"parts of {half}"
    for other in rows.others:
        yield other, f"parts of {other}", "others of all"


def junction(name: str, part: str) -> str:
    """The parts of a row meet in one sum; elsewhere each part has one of its own."""
    return name if name.startswith("parts of ") else f"{name}, {part}"


def shown(measure: Measure, hidden: set[Place]) -> Measure:
    cells = {
        row: {
            part: NOTHING if (row, part) in hidden else Cell(cell.number)
            for part, cell in parts.items()
        }
        for row, parts in measure.cells.items()
    }
    return replace(measure, cells=cells)


def long_enough(duration: Duration, measure: Measure, smallest: int) -> Duration:
    """How long it took where enough dossiers tell it; of how many things only where
    the parts that make them up are shown themselves."""
    spans = {}
    for row, span in duration.spans.items():
        if (span.dossiers or 0) < smallest:
            spans[row] = Span()
            continue
        parts = [measure.cell(row, part).number for part in duration.parts]
        told = [part for part in parts if part is not None]
        n = sum(told) if len(told) == len(parts) else None
        spans[row] = span._replace(n=n, dossiers=None)
    return replace(duration, spans=spans)
