"""A sentence taken apart into words, numbers and marks, each with its place."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # z.s.m., t.z.t., i.v.m.
    r"|\d+(?:[.,:/-]\d+)*"  # 3, 3-12, 12.00, 2025/2026
    r"|[^\W_]+(?:[-'’][^\W_]+)*['’]?s?(?<=\w)"  # woorden, GGZ-jeugd, school's
    r"|\S"
)


class Token(NamedTuple):
    """One word or mark; offsets count from the start of the sentence."""

    text: str
    low: str
    start: int
    end: int
    is_word: bool

    @property
    def has_capital(self) -> bool:
        return self.text[0].isupper()


def folded(word: str) -> str:
    """A word in lower case; "OM" is an organisation and no preposition."""
    return "om·" if word == "OM" else word.lower()


def tokens(text: str, at: int = 0) -> list[Token]:
    """The words and marks of a sentence, in order; ``at`` is where the text begins."""
    return [
        Token(
            m.group(),
            folded(m.group()),
            m.start() + at,
            m.end() + at,
            m.group()[0].isalnum(),
        )
        for m in _TOKEN.finditer(text)
    ]
