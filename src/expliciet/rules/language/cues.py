"""Words that give something away, as patterns compiled when first needed."""

import re
from collections.abc import Iterator


_SPACE = re.compile(r" (?![?*])")
"""A space in a phrase; one that may be left out (" ?") is left as it is."""


class Cues:
    """A closed list of phrases; white space in a phrase matches any white space.

    A phrase is a regular expression without anchors; it matches whole words only.
    """

    __slots__ = ("_compiled", "_phrases")

    def __init__(self, *phrases: str) -> None:
        self._phrases = phrases
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        if self._compiled is None:
            whole = "|".join(_SPACE.sub(r"\\s+", p) for p in self._phrases)
            self._compiled = re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE)
        return self._compiled

    def find(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text)

    def all(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text)

    def __contains__(self, text: str) -> bool:
        return self.pattern.search(text) is not None
