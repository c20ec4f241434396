"""A sentence for the screen, in the two languages of the house."""

from typing import NamedTuple


class Words(NamedTuple):
    """The same sentence in Dutch, which comes first, and in English."""

    nl: str
    en: str

    def spoken(self, language: str = "nl") -> str:
        """In the language asked for; anything but English is answered in Dutch."""
        return self.en if language.lower().startswith("en") else self.nl
