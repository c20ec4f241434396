"""One text a line in, one line of labels out: for programs that count.

``{"id": …, "text": …}`` becomes ``{"id": …, "labels": [{"category", "start", "end",
"code"}]}``, with offsets in code points, in the order they came.
"""

import json
import sys
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from ..checking import Report, examine
from ..rules import Words
from .wishes import Wishes


class Row(NamedTuple):
    """One line that could be read: whose text it is, and the text."""

    id: Any
    text: str


class Malformed(Exception):
    """A line that is not what was promised."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(nl)
        self.words = Words(nl, en)


def check_lines(stream: IO[bytes], name: str, wishes: Wishes) -> int:
    """Answer each line at once; what cannot be read is named, the rest goes on."""
    worst = 0
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            row = read_row(line)
        except Malformed as problem:
            said = problem.words.spoken(wishes.language)
            where = Words("regel", "line").spoken(wishes.language)
            print(f"{name}, {where} {number}: {said}", file=sys.stderr)
            worst = 2
            continue
        report = wishes.kept(examine(row.text, context=wishes.context))
        print(json.dumps({"id": row.id, "labels": list(labels(report))}), flush=True)
        if report.at_or_above(wishes.threshold):
            worst = max(worst, 1)
    return worst


def read_row(line: bytes) -> Row:
    """One line; a mark at the very front of a file is no part of it."""
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise Malformed(
            "dit is geen JSON in UTF-8; overgeslagen.",
            "this is no JSON in UTF-8; skipped.",
        ) from problem
    if not isinstance(found, dict) or "id" not in found:
        raise Malformed(
            'hier hoort {"id": …, "text": …} te staan; overgeslagen.',
            '{"id": …, "text": …} belongs here; skipped.',
        )
    if not isinstance(found.get("text"), str):
        raise Malformed(
            "'text' ontbreekt of is geen tekst; overgeslagen.",
            "'text' is absent or no text; skipped.",
        )
    return Row(found["id"], found["text"])


def labels(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield {
            "category": finding.phenomenon,
            "start": finding.start,
            "end": finding.end,
            "code": finding.code,
        }
