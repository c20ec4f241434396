"""Words of a sentence that a capital, a title or a list gives away as a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...rules.folding import folded
from ...rules.language.tokens import Token, tokens
from ...rules.language.verbs import readings
from ...rules.words import Words
from .forms import means_more
from .known_words import (
    bare,
    is_dutch,
    is_given,
    is_known,
    is_put_together,
    is_word,
)

CAPITAL = Words(
    "Een hoofdletter midden in de zin: is dit een naam of een plaats?",
    "A capital within the sentence: is this a name or a place?",
)
GIVEN = Words("Dit is ook een voornaam.", "This is also a given name.")
PARTICLE = Words(
    "Een woord achter een tussenvoegsel: is dit een achternaam?",
    "A word behind a particle: is this a family name?",
)
TITLE = Words(
    "Achter een aanspreekvorm staat vaak een naam.",
    "Behind a form of address there often stands a name.",
)
NO_WORD = Words(
    "Dit is geen gewoon Nederlands woord: is het een naam, of een tikfout?",
    "This is no ordinary Dutch word: is it a name, or a typing error?",
)
UNKNOWN = Words(
    "Een onbekend woord aan het begin: is dit een naam?",
    "A word we do not know at the start: is this a name?",
)
_ADDRESSES = frozenset(
    "dhr mw mevr mevrouw meneer heer hr mej juffrouw juf meester dokter dr drs mr ir "
    "ing prof professor imam dominee ds pastoor pastor oom tante opa oma broer zus "
    "broertje neef nicht buurman buurvrouw vriend vriendin agent sjeik rabbi rabbijn "
    "zusje pandit zuster pater".split()
)
_FORMAL = frozenset("dhr mw mevr mevrouw meneer hr juf dokter imam tante oom".split())
_WORDS_BEFORE = frozenset("van de der den ter ten te el al".split())
_SHORTEST = 4
"""Shorter than this small letters are more often an abbreviation than a name."""
_ENDS = frozenset(":.!?•|“”„\"‘'()–—-")


class Finding(NamedTuple):
    """Words that a person must look at before an evaluator may read this text."""

    start: int
    end: int
    words: str
    why: Words


class Sentence:
    """One sentence (or cell), looked at word by word."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        labels: Sequence[tuple[int, int]],
        ours: frozenset[str],
    ) -> None:
        self.text = text
        self.ours = ours
        here = [(s, e) for s, e in labels if s < end and e > start]
        self.tokens = [
            token
            for token in tokens(text[start:end], start)
            if not any(s < token.end and token.start < e for s, e in here)
        ]

    def findings(self) -> Iterator[Finding]:
        at = 0
        while at < len(self.tokens):
            why = self._why(at)
            if why is None:
                at += 1
                continue
            first, last = at, self._last(at)
            yield self._finding(first, last, why)
            at = last + 1

    def _finding(self, first: int, last: int, why: Words) -> Finding:
        start, end = self.tokens[first].start, self.tokens[last].end
        return Finding(start, end, self.text[start:end], why)

    def _last(self, at: int) -> int:
        """The last word of the name that begins here: names and particles go on."""
        last = at
        for place in range(at + 1, len(self.tokens)):
            token, before = self.tokens[place], self.tokens[place - 1]
            if self.text[before.end : token.start] not in (" ", "-", "’", "'", ". "):
                break
            if token.is_word and token.has_capital and not self._is_plain(token):
                last = place
            elif token.low not in _WORDS_BEFORE:
                break
        return last

    def _why(self, at: int) -> Words | None:
        token = self.tokens[at]
        if not token.is_word or token.text[0].isdigit() or len(token.text) < 2:
            return None
        if self._follows_title(at):
            return TITLE
        if not token.has_capital:
            return self._why_small(token)
        if self._is_first(at):
            return self._why_first(at)
        if self._is_plain(token) and not is_given(token.text):
            return None
        if self._behind_particle(at):
            return PARTICLE
        return GIVEN if is_given(token.text) else CAPITAL

    def _why_small(self, token: Token) -> Words | None:
        """Without its capital: a given name, or no Dutch word at all."""
        plain = folded(bare(token.text))
        if is_word(plain) or self._is_plain(token):
            return None
        if is_given(token.text):
            return GIVEN
        strange = len(plain) >= _SHORTEST and plain.isalpha() and not is_dutch(plain)
        return NO_WORD if strange else None

    def _why_first(self, at: int) -> Words | None:
        """At the start every word has a capital: only what else it is can tell."""
        token = self.tokens[at]
        plain = folded(bare(token.text))
        if is_given(token.text) and not (means_more(plain) and self._reads_on(at)):
            return GIVEN
        if self._is_plain(token) or is_word(plain):
            return None
        if self._starts_name(at):
            return CAPITAL
        strange = self._is_strange(at) and not is_put_together(plain)
        return UNKNOWN if strange else None

    def _starts_name(self, at: int) -> bool:
        last = self._last(at)
        return last > at

    def _is_strange(self, at: int) -> bool:
        """In capitals, or before a verb, a colon or a genitive, as a name would be."""
        token = self.tokens[at]
        if token.text.isupper() or token.low.endswith(("s", "'", "’")):
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is None or not following.is_word:
            return True
        return bool(readings(following.low)) or following.low in ("en", "of", "van")

    def _reads_on(self, at: int) -> bool:
        """ "Wil hij …", "Mark" alone does not: the word is read as what it means."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is None or not following.is_word or following.has_capital:
            return False
        return not readings(following.low)

    def _is_first(self, at: int) -> bool:
        """At the start of a sentence, of what is quoted, or behind a colon."""
        if at == 0:
            before = self.text[: self.tokens[0].start].rstrip(" ")
            return not before.endswith("]")
        last = self.tokens[at - 1]
        if self.text[last.start - 1 : last.end] in ("’s", "'s", "‘s"):
            return True
        return last.text in _ENDS and self.text[self.tokens[at].start - 1] != "-"

    def _is_plain(self, token: Token) -> bool:
        """A known institution, law or word of this house; not a name."""
        word = bare(token.text)
        if folded(word) in self.ours or is_known(word):
            return True
        parts = [part for part in re.split(r"[-/]", word) if part]
        return len(parts) > 1 and all(map(self._is_plain_part, parts))

    def _is_plain_part(self, part: str) -> bool:
        """*wijk* of *OM-wijk*: a known word, or one in small letters."""
        if folded(part) in self.ours or is_known(part):
            return True
        return not part[:1].isupper() and not is_given(part)

    def _behind_particle(self, at: int) -> bool:
        before = self.tokens[at - 1].low if at else ""
        return before in ("der", "den", "ter", "ten", "el", "al")

    def _follows_title(self, at: int) -> bool:
        token = self.tokens[at]
        before = at - 1
        if before > 0 and self.tokens[before].text == ".":
            before -= 1
        if before < 0 or self.tokens[before].low not in _ADDRESSES:
            return False
        if token.start - self.tokens[before].end > 3:
            return False
        if token.has_capital:
            return not self._is_plain(token)
        plain = folded(token.text)
        if self.tokens[before].low not in _FORMAL or len(plain) < 3:
            return False
        return not is_word(plain) or self._does(at)

    def _does(self, at: int) -> bool:
        """*mevr tuinman hoort*: a word before a verb, that is none itself."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is None or readings(self.tokens[at].low):
            return False
        return following.text == ")" or bool(readings(following.low))
