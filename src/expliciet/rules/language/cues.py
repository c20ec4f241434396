"""Words that give something away, as patterns compiled when first needed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .heads import heads, word_starts

_SPACE = re.compile(r" (?![?*])")
"""A space in a phrase; one that may be left out (" ?") is left as it is."""
_CAPITAL = re.compile(r"\\.|[A-Z]")


def lowered(text: str) -> str:
    """Lower case, letter for letter, so that every place stays the same."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Cues:
    """A closed list of phrases; white space in a phrase matches any white space.

    A phrase is a regular expression without anchors; it matches whole words only,
    whatever the case, and begins with a letter or a digit. The pattern is compiled when
    a text first holds a word that begins like one of its phrases.
    """

    __slots__ = ("_compiled", "_heads", "_phrases", "_source")

    def __init__(self, *phrases: str) -> None:
        self._phrases = phrases
        self._source = ""
        self._heads: frozenset[str] | None = None
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """To be matched against text in lower case."""
        if self._compiled is None:
            self._compiled = re.compile(self._written())
        return self._compiled

    def _written(self) -> str:
        if not self._source:
            whole = _CAPITAL.sub(_small, _SPACE.sub(r"\\s+", "|".join(self._phrases)))
            self._source = rf"(?:{whole})(?!\w)"
            self._heads = heads(self._source)
        return self._source

    def find(self, text: str) -> re.Match[str] | None:
        """The first place; the match holds the words in lower case."""
        low, places = self._places(text)
        if places:
            match_at = self.pattern.match
            for at in places:
                if match := match_at(low, at):
                    return match
        return None

    def all(self, text: str) -> Iterator[re.Match[str]]:
        """Every place, in order, none within another."""
        low, places = self._places(text)
        if not places:
            return
        match_at = self.pattern.match
        end = -1
        for at in places:
            if at >= end and (match := match_at(low, at)):
                yield match
                end = max(match.end(), at + 1)

    def _places(self, text: str) -> tuple[str, list[int]]:
        """The text in lower case, and where one of the phrases might begin."""
        if not self._source:
            self._written()
        low, known, starts = _taken_in(text)
        if self._heads is None:
            return low, sorted({at for every in starts.values() for at in every})
        if self._heads.isdisjoint(known):
            return low, []
        return low, sorted(at for head in self._heads & known for at in starts[head])

    def opens(self, text: str, at: int = 0) -> re.Match[str] | None:
        """A phrase that stands exactly here."""
        return self.pattern.match(lowered(text), at)

    def is_all_of(self, text: str) -> bool:
        """Whether the text is one of the phrases and nothing else."""
        return self.pattern.fullmatch(lowered(text)) is not None

    def __contains__(self, text: str) -> bool:
        return self.find(text) is not None


@lru_cache(maxsize=512)
def _taken_in(text: str) -> tuple[str, frozenset[str], dict[str, list[int]]]:
    """A text in lower case, with how its words begin and where."""
    low = lowered(text)
    starts = word_starts(low)
    return low, frozenset(starts), starts


def forget() -> None:
    """Keep nothing of the texts that were looked at."""
    _taken_in.cache_clear()


def _small(match: re.Match[str]) -> str:
    found = match.group()
    return found if found.startswith("\\") else found.lower()
