"""The loaded words of a house, ready to be found in a text: one query, one pattern."""

import re
from datetime import datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from ...accounts.models import House, LoadedWord


class Vocabulary(NamedTuple):
    """Which words weigh here, and where each is explained."""

    pattern: re.Pattern[str]
    places: dict[str, str]

    def place(self, written: str) -> str:
        """Where this word is explained, in whatever form it was written."""
        return self.places[" ".join(written.split()).casefold()]


def vocabulary_of(house: House, now: datetime) -> Vocabulary | None:
    """All that a page needs to lead from a word to what partners mean by it."""
    house.unlock()
    page = reverse("house:loaded-words-in", args=[house.pk])
    words = LoadedWord.objects.kept(timezone.localdate(now)).filter(house=house.pk)
    places = {
        spelling: f"{page}#{word.pk}"
        for word in words.select_related("house")
        for spelling in word.spellings
    }
    return Vocabulary(pattern_of(places), places) if places else None


def pattern_of(spellings: dict[str, str]) -> re.Pattern[str]:
    """Whole words, the longest first; never a piece of an escaped sign."""
    ordered = sorted(spellings, key=lambda each: (-len(each), each))
    either = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered)
    return re.compile(rf"(?<![\w&#-])(?:{either})(?![\w-])", re.IGNORECASE)
