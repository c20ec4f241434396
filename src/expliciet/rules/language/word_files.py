"""The lists of words that stand beside the code, a heading above each."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


def lines(name: str) -> Iterator[str]:
    """The lines of a file; empty ones and those that explain are left out."""
    text = (_HERE / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and line[0] != "#")


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of a file, by their heading."""
    lists: dict[str, list[str]] = {}
    here: list[str] = []
    for line in lines(name):
        if line.startswith("["):
            here = lists.setdefault(line.strip("[]"), [])
        else:
            here += line.split()
    return {heading: frozenset(words) for heading, words in lists.items()}
