"""Where the clauses of a sentence begin and end."""

from collections.abc import Sequence

from .clause import Clause
from .finite_words import holds_a_finite
from .joining import (
    comma_cuts,
    has_main_order,
    starts_main_clause,
    verb_meets_verb,
)
from .openings import opens_a_clause
from .tokens import Token

_BREAKS = frozenset([";", ":", "–", "—", "•", "→", "->", "|", "-", ">"])
_COORDINATORS = frozenset(["en", "maar", "dus", "of", "doch"])


def cut(words: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence, in order, each with its words and how it opens."""
    cutting = _Cutting(words)
    for position in range(len(words)):
        cutting.take(position)
    cutting.close()
    return cutting.made


class _Cutting:
    """A sentence being cut: the clauses made so far, and the one under way."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self.made: list[Clause] = []
        self.current = Clause([])
        self.before_aside: Clause | None = None
        """What an aside interrupts, and may go on behind it."""
        self.depth = 0
        """In how many brackets we are."""

    def take(self, position: int) -> None:
        """Let the next word or mark open, close or fill a clause."""
        word = self.words[position]
        if word.low in ("(", "["):
            self._open_bracket()
        elif word.low in (")", "]"):
            self._close_bracket()
        elif word.low in _BREAKS:
            self.close(aside=self.depth > 0)
        elif self._joins(position):
            was_main = not self.current.opened_by
            self.close(aside=self.depth > 0)
            self.current.joined = was_main or word.low != ","
        else:
            self._open(position)
            self.current.words.append(word)

    def close(self, opened_by: str = "", aside: bool = False) -> None:
        """End the clause under way, and begin another."""
        if any(w.is_word for w in self.current.words):
            self.made.append(self.current)
        self.current = Clause([], opened_by, aside)

    def _open_bracket(self) -> None:
        unfinished = not self.depth and not holds_a_finite(self.current.words)
        self.before_aside = self.current if unfinished else None
        self.close(aside=True)
        self.depth += 1

    def _close_bracket(self) -> None:
        self.depth = max(0, self.depth - 1)
        self.close()
        if self.before_aside is not None and self.before_aside in self.made:
            self.made.remove(self.before_aside)
            self.current, self.before_aside = self.before_aside, None

    def _joins(self, position: int) -> bool:
        """A comma or "en" behind which a clause of its own begins."""
        low, current = self.words[position].low, self.current
        if low == ",":
            return comma_cuts(self.words, position, current)
        if low not in _COORDINATORS or opens_a_clause(self.words, position, current):
            return False
        return starts_main_clause(self.words, position + 1, current) and (
            not current.opened_by or has_main_order(self.words, position + 1, current)
        )

    def _open(self, position: int) -> None:
        """Begin a clause at a word that opens one, or at a verb behind a verb."""
        if opens_a_clause(self.words, position, self.current):
            self.close(self.words[position].low, aside=self.depth > 0)
        elif self.current.opened_by and verb_meets_verb(
            self.words, position, self.current
        ):
            self.close(aside=self.depth > 0)
