"""What does a page to take along cost beside an empty one, and does a table grow along?

A pdf of four pages against one with a title alone; then tables of more and more rows,
each step against the first. The same for a Word file. Ratios within one run, the best
of several rounds, in time of the processor.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from time import process_time

from expliciet.documents.paper import (
    Bullets,
    Facts,
    Grid,
    Paper,
    Paragraph,
    Part,
    Words,
    as_docx,
    as_pdf,
)

SENTENCE = "Een verzonnen zin, zo lang als mensen ze aan een tafel opschrijven. "
HEADERS = ("Wie", "Doet wat", "Vóór", "Klaar als", "Stand")
ROWS = (100, 200, 300, 400, 800)


def paper(*parts: Part) -> Paper:
    return Paper(
        title="Overzicht voor de tafel",
        house="Zorg- en Veiligheidshuis Duinmeer",
        number="DM-2026-0041",
        language="nl",
        confidential=True,
        made_for="Marijke Terpstra",
        made_at=datetime(2026, 11, 26, 14, 45, tzinfo=UTC),
        export_number="U-2026-0117",
        words=Words("vertrouwelijk", "Gemaakt voor", "uitdraai", "pagina", "van", ""),
        parts=parts,
    )


def row(number: int) -> tuple[str, ...]:
    return "Wijkteam Duinmeer", f"{SENTENCE}{number}", "10 december", SENTENCE, "loopt"


def title_alone(turn: int) -> Paper:
    return paper(Part(f"Deel {turn}"))


def four_pages(turn: int) -> Paper:
    blocks = (
        Facts((("Aanleiding", f"{SENTENCE}{turn}"),) * 5),
        *(Paragraph(f"{SENTENCE}{turn} " * 6),) * 2,
        Bullets((f"{SENTENCE}{turn}",) * 5),
        Grid("Afspraken", HEADERS, (row(turn),) * 5),
    )
    return paper(*(Part(f"Deel {number}", 1, blocks) for number in range(1, 5)))


def table(rows: int) -> Callable[[int], Paper]:
    def on_paper(turn: int) -> Paper:
        lines = tuple(row(1000 * turn + number) for number in range(rows))
        return paper(Part("Afspraken", 1, (Grid("", HEADERS, lines),)))

    return on_paper


Make = Callable[[Paper], bytes]
TURNS = count()


def best(make: Make, of: Callable[[int], Paper], rounds: int) -> float:
    """The quickest round; each has words of its own, for a typesetter remembers."""
    taken = []
    for _ in range(rounds):
        whole = of(next(TURNS))
        begin = process_time()
        make(whole)
        taken.append(process_time() - begin)
    return min(taken)


def measure(name: str, make: Make, rounds: int) -> None:
    make(title_alone(next(TURNS)))  # the typesetter is fetched once
    empty = best(make, title_alone, rounds)
    four = best(make, four_pages, rounds)
    print(f"{name}, a title alone          {1000 * empty:8.1f} ms")
    print(f"  four pages / that         {four / empty:8.1f} ×  (aim ≤ 15)")
    beyond = {rows: best(make, table(rows), rounds) - empty for rows in ROWS}
    for rows, taken in beyond.items():
        print(f"  {rows:5} rows / {ROWS[0]}          {taken / beyond[ROWS[0]]:8.1f} ×")
    most = beyond[ROWS[-1]] / beyond[ROWS[0]] / (ROWS[-1] / ROWS[0])
    print(f"  each row, among most      {most:8.2f} × among few  (aim ≤ 1.3)")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    measure("pdf", as_pdf, options.rounds)
    measure("Word", as_docx, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
