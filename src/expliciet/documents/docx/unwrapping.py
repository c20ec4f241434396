"""Lets the lines of a printed page flow again as paragraphs."""

from itertools import pairwise

from .outline import begins_anew

FULL = 0.75  # of the longest line: shorter ones were ended on purpose


def unwrapped(text: str) -> str:
    """The same text, letter for letter, with a space where a line was merely full."""
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    full = FULL * max(map(len, lines))
    joined = [lines[0]]
    for line, following in pairwise(lines):
        flows_on = len(line) >= full and following and not begins_anew(following)
        joined += [" " if flows_on else "\n", following]
    return "".join(joined)
