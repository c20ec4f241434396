"""Places in a line, and the line without them."""

from __future__ import annotations

import re
from collections.abc import Iterable

Span = tuple[int, int]
LOOSE = " \t\r\n,;:–—-.·|"
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;]?\s*\)|\[\s*\]")
_SPACE = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,;:.!?)])|(?<=\()\s+")
_DOUBLE_MARK = re.compile(r"[,;:](?:\s*[,;:])+|,(?=\.)")
ABBREVIATED = re.compile(
    r"(?:\b[a-zA-Z]\.){2,}$|\b(?:etc|enz|nr|dec|jan|feb|dhr|mw)\.$"
)


def blanked(text: str, places: Iterable[Span], start: int = 0) -> str:
    """The text, as long as it was, with spaces in these places and before `start`."""
    letters = list(text)
    letters[:start] = " " * start
    for first, last in places:
        letters[first:last] = " " * (last - first)
    return "".join(letters)


def tidied(words: str) -> str:
    """The words that are left, without the marks and spaces between the others."""
    words = _EMPTY_BRACKETS.sub(" ", words)
    words = _SPACE.sub(" ", words)
    words = _DOUBLE_MARK.sub(",", _BEFORE_MARK.sub("", words))
    words = words.lstrip(LOOSE)
    if ABBREVIATED.search(words.rstrip()):
        return words.rstrip()
    return words.rstrip(LOOSE)
