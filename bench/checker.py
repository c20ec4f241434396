"""How well does the checker see what careful readers see?

Counts per sentence: does it carry this phenomenon, yes or no? A label belongs to the
sentence in which it begins. The frozen sets are opened only when asked for, and never
shown: what has been looked at can no longer tell how well we do on unseen text.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from expliciet.checking import chosen, examine, find_rule
from expliciet.checking.refused import Refused

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "data" / "corpus"
ABSENCE = frozenset(
    (
        "actor_missing",
        "time_missing",
        "end_missing",
        "reason_missing",
        "escalation_no_criterion",
        "expectation_unaccepted",
    )
)
"""Gaps: what should have stood there and does not. The hard ones."""
AIMS = (
    ("micro F1", "all", "f1", 0.82),
    ("precision", "all", "precision", 0.80),
    ("lexical F1", "lexical", "f1", 0.88),
    ("absence F1", "absence", "f1", 0.75),
)


@dataclass
class Tally:
    """Seen by both, by the checker alone, by the reader alone."""

    both: int = 0
    checker_only: int = 0
    reader_only: int = 0

    def add(self, other: "Tally") -> None:
        self.both += other.both
        self.checker_only += other.checker_only
        self.reader_only += other.reader_only

    @property
    def precision(self) -> float:
        return share(self.both, self.both + self.checker_only)

    @property
    def recall(self) -> float:
        return share(self.both, self.both + self.reader_only)

    @property
    def f1(self) -> float:
        return share(
            2 * self.both, 2 * self.both + self.checker_only + self.reader_only
        )


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


class Sentence(NamedTuple):
    """One sentence of one row: what the reader marked and what the checker asked."""

    row: str
    kind: str
    start: int
    text: str
    marked: frozenset[str]
    asked: frozenset[str]


Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def pieces(row: Row) -> list[tuple[int, int]]:
    """Where its sentences stand; an isolated sentence is its own only one."""
    parts = row.get("sentences") or [{"start": 0, "end": len(row["text"])}]
    return [(part["start"], part["end"]) for part in parts]


def within(labels: Iterable[Row], start: int, end: int) -> frozenset[str]:
    return frozenset(
        each["category"] for each in labels if start <= each["start"] < end
    )


def asked_about(row: Row) -> list[Row]:
    """What the checker asks about a row, in the form of its labels."""
    return [
        {"category": finding.phenomenon, "start": finding.start, "end": finding.end}
        for finding in examine(row["text"]).findings
    ]


def sentences(path: Path) -> Iterator[Sentence]:
    for row in rows(path):
        asked = asked_about(row)
        for start, end in pieces(row):
            yield Sentence(
                row["id"],
                row.get("kind", ""),
                start,
                row["text"][start:end],
                within(row["labels"], start, end),
                within(asked, start, end),
            )


@dataclass
class Score:
    """The tallies of one set of sentences."""

    by_phenomenon: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_kind: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def pool(self, name: str) -> Tally:
        """All, lexical or absence phenomena together."""
        total = Tally()
        for phenomenon, tally in self.by_phenomenon.items():
            if name == "all" or (phenomenon in ABSENCE) == (name == "absence"):
                total.add(tally)
        return total


def scored(read: Iterable[Sentence]) -> Score:
    score = Score()
    for sentence in read:
        for phenomenon in sentence.marked | sentence.asked:
            tally = Tally(
                both=int(phenomenon in sentence.marked & sentence.asked),
                checker_only=int(phenomenon not in sentence.marked),
                reader_only=int(phenomenon not in sentence.asked),
            )
            score.by_phenomenon[phenomenon].add(tally)
            score.by_kind[sentence.kind].add(tally)
    return score


def table(scores: dict[str, Score]) -> Iterator[str]:
    """All sets side by side: precision, recall, F1 and how many marks there were."""
    yield " " * 26 + "".join(f"{name:^26}" for name in scores)
    yield " " * 26 + "   P     R    F1   marks  " * len(scores)
    for pool in ("all", "lexical", "absence"):
        yield line(pool.upper(), [score.pool(pool) for score in scores.values()])
    yield ""
    phenomena = sorted({p for score in scores.values() for p in score.by_phenomenon})
    for phenomenon in phenomena:
        tallies = [score.by_phenomenon[phenomenon] for score in scores.values()]
        yield line(phenomenon, tallies)
    yield ""
    for kind in sorted({k for score in scores.values() for k in score.by_kind}):
        yield line(f"kind {kind}", [score.by_kind[kind] for score in scores.values()])


def line(name: str, tallies: Sequence[Tally]) -> str:
    return f"{name:26}" + "".join(map(figures, tallies))


def figures(tally: Tally) -> str:
    marks = tally.both + tally.reader_only
    if not marks and not tally.checker_only:
        return f"{'–':^26}"
    return f"{tally.precision:6.2f}{tally.recall:6.2f}{tally.f1:6.2f}{marks:6}  "


def aims(scores: dict[str, Score]) -> Iterator[str]:
    for name, score in scores.items():
        said = []
        for aim, pool, figure, least in AIMS:
            value = getattr(score.pool(pool), figure)
            said.append(f"{aim} {value:.3f} ({'≥' if value >= least else '<'} {least})")
        yield f"{name}: {', '.join(said)}"


def misses(
    name: str, read: Iterable[Sentence], wanted: frozenset[str]
) -> Iterator[str]:
    """What was missed and what was asked in vain, sentence by sentence."""
    for sentence in read:
        for phenomenon in sorted(sentence.marked - sentence.asked):
            if phenomenon in wanted:
                yield told("missed", phenomenon, name, sentence)
        for phenomenon in sorted(sentence.asked - sentence.marked):
            if phenomenon in wanted:
                yield told("vain", phenomenon, name, sentence)


def told(what: str, phenomenon: str, name: str, sentence: Sentence) -> str:
    words = " ".join(sentence.text.split())
    return f"{what:7}{phenomenon}  {name}/{sentence.row}@{sentence.start}  {words}"


def wanted_phenomena(names: Sequence[str]) -> frozenset[str]:
    """Phenomena by their own name or by a rule's code."""
    found = chosen(names)
    return frozenset(
        find_rule(name).phenomenon if name.startswith("EX") else name for name in found
    )


Mark = tuple[str, int, str]
"""A row, the start of a sentence in it, and a phenomenon."""


def marks(row: Row, labels: Iterable[Row]) -> set[Mark]:
    labels = list(labels)
    return {
        (row["id"], start, phenomenon)
        for start, end in pieces(row)
        for phenomenon in within(labels, start, end)
    }


def beside_readers(paths: Sequence[Path], readers: Sequence[Path]) -> Iterator[str]:
    """Where several readers looked: what all saw, and what none of them saw."""
    others = [{row["id"]: row["labels"] for row in rows(path)} for path in readers]
    agreed: set[Mark] = set()
    seen: set[Mark] = set()
    asked: set[Mark] = set()
    read = 0
    counted: set[int] = set()
    for row in (row for path in paths for row in rows(path)):
        theirs = [labels[row["id"]] for labels in others if row["id"] in labels]
        if not theirs:
            continue
        read += 1
        counted.add(len(theirs) + 1)
        all_marks = [marks(row, labels) for labels in (row["labels"], *theirs)]
        agreed |= set.intersection(*all_marks)
        seen |= set.union(*all_marks)
        asked |= marks(row, asked_about(row))
    yield f"{read} rows labelled by {'/'.join(map(str, sorted(counted)))} readers:"
    found, vain = len(agreed & asked), len(asked - seen)
    yield (
        f"  agreed by all readers: found {found} of {len(agreed)}"
        f" ({share(found, len(agreed)):.3f}, aim ≥ 0.90)"
    )
    yield (
        f"  findings that no reader gave: {vain} of {len(asked)}"
        f" ({share(vain, len(asked)):.3f}, aim ≤ 0.10)"
    )
    lost = Counter(phenomenon for _, _, phenomenon in agreed - asked)
    if lost:
        yield "  agreed and not found: " + ", ".join(
            f"{phenomenon} {count}" for phenomenon, count in sorted(lost.items())
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--frozen", action="store_true", help="also the sets kept for the end"
    )
    parser.add_argument(
        "--misses",
        action="append",
        default=[],
        metavar="NAME",
        help="list what a rule or phenomenon missed or asked in vain",
    )
    options = parser.parse_args()
    open_sets = sorted(set(CORPUS.glob("*.jsonl")) - set(CORPUS.glob("frozen-*.jsonl")))
    try:
        wanted = wanted_phenomena(options.misses)
    except Refused as refusal:
        parser.error(refusal.words.en)
    if wanted:
        for path in open_sets:
            print(*misses(path.stem, sentences(path), wanted), sep="\n")
        return 0
    frozen = sorted(CORPUS.glob("frozen-*.jsonl")) if options.frozen else []
    scores = {path.stem: scored(sentences(path)) for path in [*open_sets, *frozen]}
    print(*table(scores), "", *aims(scores), sep="\n")
    readers = sorted((CORPUS / "readers").glob("*.jsonl"))
    if frozen and readers:
        print("", *beside_readers(frozen, readers), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
