"""The words for days, months and numbers, and how a phrase is looked up.

A phrase is written as a regular expression in plain spelling, in which a space
stands for any white space but an empty line, and `@name` for one of the word lists
below. It is compiled when it is first needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WEEKDAYS = dict(
    zip(
        (
            "maandag",
            "dinsdag",
            "woensdag",
            "donderdag",
            "vrijdag",
            "zaterdag",
            "zondag",
        ),
        range(7),
        strict=True,
    )
) | {
    # Slips of the hand.
    "maandg": 0,
    "dinsdg": 1,
    "woendsdag": 2,
    "donderdg": 3,
    "vrijdg": 4,
}
SHORT_WEEKDAYS = dict(
    zip(("ma", "di", "wo", "do", "vr", "za", "zo"), range(7), strict=True)
)
DAY_PARTS = ("ochtend", "morgen", "middag", "avond", "nacht")

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari febuari febr feb",
            "maart mrt",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

_NUMBER_WORDS = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien twintig eenentwintig tweeentwintig "
    "drieentwintig vierentwintig vijfentwintig zesentwintig zevenentwintig "
    "achtentwintig negenentwintig dertig"
)
NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), start=1)}


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())


LISTS = {
    "weekday": f"(?P<weekday>{_one_of(WEEKDAYS)})(?:{_one_of(DAY_PARTS)})?",
    "short": rf"(?P<short>{_one_of(SHORT_WEEKDAYS)})\b\.?",
    "at": (
        r"(?:op|per|in(?: de loop van)?|aan|tegen|bij|tijdens|met ingang van|m\.i\.v\.)"
    ),
    "latest": (
        r"(?:(?:op )?uiterl(?:ij|y)k|op z(?:ijn|'n) laatst|ten laatste|niet later dan"
        r"|deadline:?)"
    ),
    "through": r"(?:t/m|t\.e\.m\.|tem|tot en met)(?: uiterlijk)?",
    "month": rf"(?P<month>{_one_of(MONTHS)})(?![^\W_])",
    # The dot of an abbreviation, unless it ends the line.
    "dot": (
        r"(?:(?:(?<=jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)|(?<=febr|sept))"
        r"\.(?=[^\S\n]*\S))?"
    ),
    "year": r"(?P<year>[12][0-9]{3}|'[0-9]{2})(?![0-9])",
    "number": rf"(?P<number>[0-9]{{1,3}}|{_one_of(NUMBERS)})",
    "unit": (
        "(?P<unit>werkdag(?:en)?|dag(?:en)?|dgn|week|weken|wk|wkn|maand(?:en)?|mnd"
        "|kwartaal|kwartalen|jaar|jaren|uur|uren|etmaal|etmalen)"
    ),
}
GAP = r"(?:(?=\s)[^\S\n]*+(?:\n[^\S\n]*+)?+)"
WORD_ENDS = r"(?![^\W_]|-[^\W\d_])"


@lru_cache(maxsize=512)
def _compiled(phrase: str) -> re.Pattern[str]:
    with_gaps = phrase.replace(" ", GAP)
    return re.compile(re.sub(r"@(\w+)", lambda name: LISTS[name[1]], with_gaps))


def phrase_at(phrase: str, text: str, at: int) -> re.Match[str] | None:
    """The phrase, when it stands in `text` from `at` and ends with a whole word."""
    return _compiled(phrase + WORD_ENDS).match(text, at)


def part_at(phrase: str, text: str, at: int) -> re.Match[str] | None:
    """The phrase, when it stands in `text` from `at`, whatever follows."""
    return _compiled(phrase).match(text, at)


def number_of(word: str) -> int:
    """A number written in digits or, up to thirty, in letters."""
    return int(word) if word.isdecimal() else NUMBERS[word]
