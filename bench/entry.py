"""How well does the reader of one typed line agree with whoever wrote the lines down?

Counts lines: is this part of the line exactly what it should be? A part that is absent
from both agrees. The frozen lines are opened only when asked for, and never shown.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from expliciet.checking import examine
from expliciet.terminal.entry_lines import as_data, read_object

LINES = Path(__file__).resolve().parent.parent / "tests" / "data" / "entry"
FIELDS = ("kind", "owner", "due", "deed", "done_when", "asks")
BESIDE = ("from", "until", "trigger", "term", "verb", "reason")
AIM = 0.95

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def read(row: Row) -> Row:
    """What the program makes of the line, by the same way as other programs."""
    return as_data(read_object(json.dumps(row).encode()).read())


def same(field: str, gold: Row, found: Row) -> bool:
    """Whether the two agree on this part."""
    if field == "asks":
        return sorted(gold.get(field, [])) == sorted(found.get(field, []))
    return bool(gold.get(field) == found.get(field)) or not (
        gold.get(field) or found.get(field)
    )


def exactness(path: Path) -> dict[str, float]:
    """For each part the share of lines on which it is exact."""
    right: Counter[str] = Counter()
    lines = rows(path)
    for row in lines:
        found = read(row)
        right.update(f for f in FIELDS + BESIDE if same(f, row["gold"], found))
    return {field: right[field] / len(lines) for field in FIELDS + BESIDE}


def misses(path: Path, field: str) -> Iterator[str]:
    """The lines on which this part is not what it should be."""
    for row in rows(path):
        found = read(row)
        if not same(field, row["gold"], found):
            yield f"{row['id']}  {row['text']}"
            yield f"      wants {row['gold'].get(field)!r}"
            yield f"      finds {found.get(field)!r}"


def pace(path: Path) -> Iterator[str]:
    """How long a line takes, beside a check of the same line; the best of five."""
    asked = [read_object(json.dumps(row).encode()) for row in rows(path)]
    best = dict.fromkeys(("entry", "check"), float("inf"))
    slowest = 0.0
    for number in range(6):
        begin = process_time()
        for one in asked:
            start = process_time()
            one.read()
            if number:
                slowest = max(slowest, process_time() - start)
        between = process_time()
        for one in asked:
            examine(one.text)
        if number:
            best["entry"] = min(best["entry"], between - begin)
            best["check"] = min(best["check"], process_time() - between)
    each = 1000 * best["entry"] / len(asked)
    yield f"one line {each:.2f} ms, the slowest {1000 * slowest:.1f} ms (aim ≤ 50)"
    yield f"entry / check of the same line {best['entry'] / best['check']:.2f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--frozen", action="store_true", help="also the lines kept for the end"
    )
    parser.add_argument(
        "--misses",
        action="append",
        default=[],
        metavar="PART",
        choices=FIELDS + BESIDE,
        help="list the studied lines on which this part is not exact",
    )
    options = parser.parse_args()
    studied = LINES / "studied.jsonl"
    for field in options.misses:
        print(*misses(studied, field), sep="\n")
    if options.misses:
        return 0
    names = ["studied", "frozen"] if options.frozen else ["studied"]
    found = {name: exactness(LINES / f"{name}.jsonl") for name in names}
    print(" " * 12 + "".join(f"{name:>10}" for name in names))
    for field in FIELDS + BESIDE:
        aim = f"   (aim ≥ {AIM})" if field in FIELDS else ""
        shares = "".join(f"{found[name][field]:10.3f}" for name in names)
        print(f"{field:12}{shares}{aim}")
    print("", *pace(studied), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
