"""The words a house has agreed on: abbreviations it knows, and loaded words.

A glossary is a plain text file that anyone can read and mend::

    # Afkortingen
    ICO = individueel casusoverleg
    # Beladen woorden
    zorgelijk = politie: meer dan één melding in een maand

A heading with "belad" or "loaded" in it starts the loaded words; every other line
``WORD = meaning`` is an abbreviation. An abbreviation may stand without a meaning.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Glossary:
    """Abbreviations that need no explaining here, and words that are loaded."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    loaded: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def of_the_field() -> "Glossary":
        """The words every Safety House may be taken to know."""
        return _of_the_field()

    def knows(self, abbreviation: str) -> bool:
        """Whether this abbreviation may be used without writing it out."""
        return abbreviation.upper() in self.abbreviations

    def and_also(self, other: "Glossary") -> "Glossary":
        """Both together; on a clash the other, which is nearer to home, wins."""
        return Glossary(
            {**self.abbreviations, **other.abbreviations},
            {**self.loaded, **other.loaded},
        )

    def loaded_words(self, text: str) -> list[tuple[int, int, str]]:
        """Where loaded words stand in a text: start, end, and what they mean here."""
        found = []
        for word in re.finditer(r"\w[\w-]*", text):
            meaning = self.loaded.get(word.group().lower())
            if meaning is not None:
                found.append((word.start(), word.end(), meaning))
        return found


def read_glossary(text: str) -> Glossary:
    """Read the plain form; a line that is no entry and no heading is left aside."""
    abbreviations: dict[str, str] = {}
    loaded: dict[str, str] = {}
    here = abbreviations
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("#"):
            is_loaded = "belad" in line.lower() or "loaded" in line.lower()
            here = loaded if is_loaded else abbreviations
            continue
        word, _, meaning = (part.strip() for part in line.partition("="))
        if word:
            key = word.lower() if here is loaded else word.upper()
            here[key] = meaning
    return Glossary(abbreviations, loaded)


_shipped: list[Glossary] = []


def _of_the_field() -> Glossary:
    if not _shipped:
        text = Path(__file__).with_name("glossary.txt").read_text(encoding="utf-8")
        _shipped.append(read_glossary(text))
    return _shipped[0]
