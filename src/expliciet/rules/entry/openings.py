"""How a line opens, and what kind that makes it: *besluit: …*, *verwacht van …*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..folding import fold
from .entry import Kind
from .span import Span

MARKER = r"(?:[-*•–]\s+|\[[ x]?\]\s*|[0-9]{1,2}[.)]\s+)?"
LABELS = (
    (Kind.AGREEMENT, r"afspraak|actie(?:punt)?|taak|to ?do"),
    (Kind.EXPECTATION, r"verwachting|verwacht"),
    (Kind.DECISION, r"besluit|besloten|beslissing"),
    (Kind.FACT, r"feit"),
    (Kind.HEARSAY, r"(?:van )?horen ?zeggen|van-horen-zeggen"),
    (Kind.ESTIMATE, r"inschatting"),
    (Kind.IDEA, r"idee"),
    (Kind.IMPASSE, r"impasse"),
)
LABELLED = "|".join(f"(?P<{kind}>{words})" for kind, words in LABELS)
LONGEST_PARTY = 80
EXPECTS = (
    rf"(?:(?P<by>[^:;\n]{{1,{LONGEST_PARTY}}}?) )?(?:verwacht|verwachten)"
    rf"(?: (?P<turned>[^:;,\n]{{1,{LONGEST_PARTY}}}?))?"
    rf" van (?P<of>[^:;\n]{{1,{LONGEST_PARTY}}}?)"
    r"(?:\s*:\s*(?:(?:hij|zij|ze) (?=[^\W_]))?"
    r"|,? dat (?:(?:hij|zij|ze|die|deze|dit)\b )?|,? (?=om\b))"
)
EXPECTS_THAT = rf"(?P<by>[^:;\n]{{1,{LONGEST_PARTY}}}?) (?:verwacht|verwachten),? dat "


class Opening(NamedTuple):
    """The kind of a line, where its body starts, and who stands before that."""

    kind: Kind
    end: int
    by: Span | None = None
    """Who expects."""
    of: Span | None = None
    """Of whom it is expected."""
    is_clause: bool = False
    """A subordinate clause follows: *dat …*."""


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def read_opening(text: str) -> Opening:
    """The opening of a line; a bare line is an agreement."""
    plain, places = fold(text)
    marker = _compiled(rf"\s*{MARKER}").match(plain)
    start = marker.end() if marker else 0
    labelled = _compiled(rf"(?:{LABELLED})\s*(?::|\s[-–]\s)\s*").match(plain, start)
    kind = Kind(labelled.lastgroup) if labelled and labelled.lastgroup else None
    body = labelled.end() if labelled else start
    if kind in {None, Kind.AGREEMENT, Kind.EXPECTATION}:
        expects = _compiled(EXPECTS).match(plain, body)
        if expects:
            of = expects.span("of")
            by = "by" if expects["by"] else "turned"
            return Opening(
                Kind.EXPECTATION,
                places[expects.end()],
                _placed(places, expects.span(by)) if expects[by] else None,
                _placed(places, of),
                ":" not in expects[0][of[1] - expects.start() :],
            )
        that = _compiled(EXPECTS_THAT).match(plain, body)
        if that:
            by_span = _placed(places, that.span("by"))
            return Opening(
                Kind.EXPECTATION, places[that.end()], by_span, is_clause=True
            )
    return Opening(kind or Kind.AGREEMENT, places[body])


def _placed(places: Sequence[int], span: Span) -> Span:
    return places[span[0]], places[span[1]]
