"""Names, numbers and addresses, each turned into a label that says only the role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from ...rules.actors.mentions import Word, words_of
from ...rules.words import Words
from . import patterns
from .forms import Way, exactly, of_organisation, of_person
from .replacing import Replaced, moved, with_labels

OTHER = "andere naam"
"""A known family name behind the initials of somebody else."""
LONGEST_LABEL = 120
_BRACKETED = re.compile(rf"\[([^\[\]\n]{{1,{LONGEST_LABEL}}})\]")
_BETWEEN = re.compile(r"\s{1,3}|\s?[-‐‑–]\s?|['’./_]|\s['’]|['’]\s")
_BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[a-zà-ÿ])")
_INITIAL = re.compile(r"\.?\s?[A-Z]\.(?![A-Za-z])")
_JOINED_AFTER = re.compile(
    r"[-‐‑–](?:(?:van|de|der|den|ten|ter|el)\s){0,3}[A-Z][^\W\d_]+"
)
_JOINED_BEFORE = re.compile(r"(?<![^\W_])[A-Z][^\W\d_]+[-‐‑–]$")
_INITIALS = re.compile(
    r"(?<![\w.])(?:(?:(?:[A-Z]|Th|Ch|Ph|IJ|Tj|Sj)\.\s?){1,5}|[A-Z]{1,3}\s)$"
)
_PARTICLES = re.compile(r"(?<!\w)(?:[Vv]an|[Vv]d|[Dd]e[nr]?|[Tt]e[nr]|v\.?\s?d\.?)\s$")
MOST_TIMES = 8

NAME = Words("een naam uit dit dossier", "a name from this dossier")
ORGANISATION = Words("een organisatie van dit huis", "an organisation of this house")
CALLED = Words(
    "hoe dit dossier, dit huis of deze plaats heet",
    "what this dossier, this house or this place is called",
)
NUMBER = Words(
    "een nummer, adres of account",
    "a number, an address or an account",
)
SOMEBODY = Words(
    "een achternaam uit dit dossier, met andere voorletters",
    "a family name from this dossier, with other initials",
)


class Mark(NamedTuple):
    """Where a label stands in the masked text, brackets included, and why."""

    start: int
    end: int
    label: str
    why: Words


class Masked(NamedTuple):
    """A text that an evaluator may read, once the name check has been answered."""

    text: str
    marks: tuple[Mark, ...]
    rounds: tuple[tuple[Replaced, ...], ...] = ()
    """What was replaced: first in the text as it came, then in what that became."""

    def moved(self, begins: int, ends: int) -> tuple[int, int]:
        """Where a passage of the text as it came stands now."""
        for replaced in self.rounds:
            begins, ends = moved(begins, ends, replaced)
        return begins, ends


class _Known(NamedTuple):
    """One way to write a name, and whose label it gets."""

    way: Way
    labels: dict[str, set[str]]
    """By label the first letters of the given names that go with it."""


class Masker:
    """Masks whatever is known of one dossier, and whatever looks like a number.

    `people`, `organisations` and `called` give a label to a name. A label stands
    between square brackets and is left alone by a later masking, so masking what was
    masked changes nothing.
    """

    def __init__(
        self,
        people: Mapping[str, str],
        organisations: Mapping[str, str] | None = None,
        called: Mapping[str, str] | None = None,
        *,
        labels: Iterable[str] = (),
        numbers: bool = True,
    ) -> None:
        self._index: dict[str, list[_Known]] = {}
        self._why: dict[str, Words] = dict.fromkeys(labels, NAME)
        self._why[OTHER] = SOMEBODY
        self._why |= dict.fromkeys(patterns.LABELS, NUMBER)
        self._numbers = numbers
        ways: dict[tuple[str, ...], _Known] = {}
        for names, write, why in (
            (called or {}, exactly, CALLED),
            (organisations or {}, of_organisation, ORGANISATION),
            (people, of_person, NAME),
        ):
            for name, label in names.items():
                self._why.setdefault(label, why)
                letter = name.strip()[:1].lower()
                for way in write(name):
                    known = ways.setdefault(way.words, _Known(way, {}))
                    if why is ORGANISATION and _is_called(known, self._why):
                        continue
                    known.labels.setdefault(label, set()).add(letter)
        for known in ways.values():
            label = _joined(known.labels)
            self._why.setdefault(label, self._why[min(known.labels)])
            self._index.setdefault(known.way.words[0], []).append(known)
        for these in self._index.values():
            these.sort(key=lambda known: -len(known.way.words))

    @property
    def labels(self) -> frozenset[str]:
        """Every label that this masker may write."""
        return frozenset(self._why)

    def mask(self, text: str) -> Masked:
        """The text with a label for every name and number, and where those stand."""
        rounds: list[tuple[Replaced, ...]] = []
        while len(rounds) < MOST_TIMES and (found := tuple(self._found(text))):
            rounds.append(found)
            text = with_labels(text, found)
        return Masked(text, tuple(self.marks(text)), tuple(rounds))

    def marks(self, text: str) -> Iterator[Mark]:
        """The labels that stand in a masked text."""
        for match in _BRACKETED.finditer(text):
            why = self._why.get(match[1])
            if why is not None:
                yield Mark(*match.span(), match[1], why)

    def _found(self, text: str) -> list[Replaced]:
        """What is to be masked, none overlapping another: the longest goes first."""
        kept = [(mark.start, mark.end) for mark in self.marks(text)]
        there = [Replaced(*each) for each in patterns.found_in(text)] * self._numbers
        there += self._names(text)
        chosen: list[tuple[int, int]] = sorted(kept)
        taken: list[Replaced] = []
        for found in sorted(there, key=lambda f: (f.start - f.end, f.start, f.label)):
            at = bisect_right(chosen, (found.start, found.end))
            before = chosen[at - 1][1] if at else 0
            after = chosen[at][0] if at < len(chosen) else len(text)
            if before <= found.start and found.end <= after:
                chosen.insert(at, (found.start, found.end))
                taken.append(found)
        return sorted(taken)

    def _names(self, text: str) -> Iterator[Replaced]:
        words = _words(text)
        place = 0
        while place < len(words):
            found = self._name_at(text, words, place)
            if found is None:
                place += 1
                continue
            yield found
            while place < len(words) and words[place].start < found.end:
                place += 1

    def _name_at(self, text: str, words: list[Word], place: int) -> Replaced | None:
        for first in _stems(words[place].plain):
            for known in self._index.get(first, ()):
                run = words[place : place + len(known.way.words)]
                if _fits(text, run, known.way):
                    return _spread(text, run, known)
        return None


def _is_called(known: _Known, why: Mapping[str, Words]) -> bool:
    """The name of a town says more of the town than of the municipality."""
    return any(why[label] is CALLED for label in known.labels)


def _joined(labels: Iterable[str]) -> str:
    """One label for a name that several bear."""
    these = sorted(set(labels))
    return these[0] if len(these) == 1 else " of ".join(these[:3])


def _words(text: str) -> list[Word]:
    """The words, and one that was broken off at the end of a line as a whole."""
    if "-" not in text or not _BROKEN.search(text):
        return words_of(text)
    kept = [0, *(at for m in _BROKEN.finditer(text) for at in m.span()), len(text)]
    pieces = list(zip(kept[::2], kept[1::2], strict=True))
    places = [at for start, end in pieces for at in range(start, end)]
    places.append(len(text))
    whole = "".join(text[start:end] for start, end in pieces)
    return [
        Word(w.plain, places[w.start], places[w.end - 1] + 1) for w in words_of(whole)
    ]


def _stems(word: str) -> Iterator[str]:
    """The word, and without the ending of a genitive or a plural."""
    yield word
    if len(word) > 3:
        for ending in ("s", "en", "es"):
            if word.endswith(ending) and len(word) - len(ending) > 2:
                yield word[: -len(ending)]


def _fits(text: str, run: list[Word], way: Way) -> bool:
    if len(run) < len(way.words):
        return False
    for wanted, word in zip(way.words, run, strict=True):
        if wanted != word.plain and not (
            word is run[-1] and wanted in _stems(word.plain)
        ):
            return False
    if not all(_go_together(text, a, b) for a, b in pairwise(run)):
        return False
    return _written_so(text, run, way)


def _go_together(text: str, word: Word, following: Word) -> bool:
    between = text[word.end : following.start]
    if between == ". ":
        return len(word.plain) < 3
    return _BETWEEN.fullmatch(between) is not None


def _written_so(text: str, run: list[Word], way: Way) -> bool:
    inflected = way.words[-1] != run[-1].plain
    if way.capitals == "all":
        return text[run[0].start : run[0].start + len(way.words[0])].isupper()
    if way.capitals == "any" and not (inflected and len(way.words[-1]) < 5):
        return True
    telling = run[-1] if len(run) > 1 else run[0]
    return text[telling.start].isupper()


def _spread(text: str, run: list[Word], known: _Known) -> Replaced:
    """The name with the initials, the particles and the other half of a double name
    that stand around it; an ending that was added to it is left where it is."""
    start, end = run[0].start, run[-1].end
    extra = len(run[-1].plain) - len(known.way.words[-1])
    label = _joined(known.labels)
    if extra:
        return Replaced(_with_before(text, start, known)[0], end - extra, label)
    if known.way.is_given and (initial := _INITIAL.match(text, end)):
        end = initial.end()
    while joined := _JOINED_AFTER.match(text, end):
        if joined[0][1:].isupper():
            break
        end = joined.end()
    start, letters = _with_before(text, start, known)
    if letters and known.way.is_family:
        fitting = [one for one, first in known.labels.items() if letters in first]
        label = _joined(fitting) if fitting else OTHER
    return Replaced(start, end, label)


def _with_before(text: str, start: int, known: _Known) -> tuple[int, str]:
    """Where the name begins with what belongs to it, and the first initial."""
    joined = _JOINED_BEFORE.search(text, max(0, start - 30), start)
    if joined and not joined[0][:-1].isupper():
        start = joined.start()
    if not known.way.is_family:
        return start, ""
    at = start
    for _ in range(3):
        particle = _PARTICLES.search(text, max(0, at - 6), at)
        if particle is None:
            break
        at = particle.start()
    initials = _INITIALS.search(text, max(0, at - 20), at)
    if initials is None:
        return start, ""
    return initials.start(), initials[0][0].lower()
