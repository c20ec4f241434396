"""The sentence around a finding, short enough to show."""

import re
from typing import NamedTuple

from ..rules import Finding
from .harmless import harmless

ENOUGH = 280
"""Characters of a sentence that fit on a few lines."""
LINE_END = re.compile(r"[\r\n\v\f\u2028\u2029\x85]")


class Excerpt(NamedTuple):
    """What stands before the span, the span, and what stands after it."""

    before: str
    span: str
    after: str

    def __str__(self) -> str:
        return "".join(self)


def excerpt(finding: Finding, at_most: int = ENOUGH) -> Excerpt:
    """The finding's sentence as one line, cut on both sides when it is long."""
    sentence = finding.sentence
    start = min(max(0, finding.start - finding.sentence_start), len(sentence))
    end = min(max(start, finding.end - finding.sentence_start), len(sentence))
    if len(sentence) <= at_most:
        before, span, after = sentence[:start], sentence[start:end], sentence[end:]
    else:
        room = max(at_most - (end - start), at_most // 3)
        before = _tail(sentence, start, room // 2)
        span = _middle(sentence, start, end, at_most)
        after = _head(sentence, end, room - min(start, room // 2))
    return Excerpt(visible(before).lstrip(), visible(span), visible(after).rstrip())


def one_line(wording: str, at_most: int = ENOUGH) -> str:
    """A proposed wording on one line, cut when it is long."""
    line = harmless(" ".join(wording[: at_most * 2].split()))
    return line if len(line) <= at_most else line[:at_most].rstrip() + " …"


def _tail(sentence: str, start: int, room: int) -> str:
    return sentence[:start] if start <= room else "… " + sentence[start - room : start]


def _middle(sentence: str, start: int, end: int, room: int) -> str:
    if end - start <= room:
        return sentence[start:end]
    half = room // 2
    return f"{sentence[start : start + half]} … {sentence[end - half : end]}"


def _head(sentence: str, end: int, room: int) -> str:
    if len(sentence) - end <= room:
        return sentence[end:]
    return sentence[end : end + room] + " …"


def visible(text: str) -> str:
    """Words of a document on one line, with nothing that steers a screen."""
    return harmless(LINE_END.sub(" ", text), keep="\t")
