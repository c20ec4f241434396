"""Which words may be a finite verb, seen on their own."""

from collections.abc import Iterable

from .parties import PROFESSIONAL, party_of
from .spelling import Form
from .tokens import Token
from .verbs import is_often_noun, readings
from .word_files import word_lists

NOUN_OR_VERB = word_lists("words.txt")["noun or verb"]
PLURAL_NOUNS = word_lists("words.txt")["plural nouns"]
AUXILIARIES = frozenset(
    "worden gaan moeten kunnen willen zullen mogen hebben blijven dienen zijn".split()
)
_NEVER_FINITE = frozenset(
    "afspraken stukken nodig onder bereid twee drie vier vijf zes zeven acht "
    "negen tien elf twaalf eerste tweede derde".split()
)


def as_finite(word: Token) -> Form | None:
    """How the word reads as a finite verb, if it may be one."""
    if party_of(word.low) == PROFESSIONAL or word.low in _NEVER_FINITE:
        return None
    for form in readings(word.low):
        if form.tense in ("present", "past", "subordinate") or (
            form.tense == "plural" and not word.has_capital
        ):
            return form
    return None


def is_surely_finite(word: Token) -> bool:
    """A form that is hardly ever anything but a finite verb."""
    forms = readings(word.low)
    if not forms or word.low in NOUN_OR_VERB or is_often_noun(word.low):
        return False
    return any(f.tense in ("present", "past") for f in forms) and not any(
        f.tense in ("participle", "plural") for f in forms
    )


def is_plural(word: Token) -> bool:
    """The form that goes with more than one, and is the infinitive as well."""
    return any(form.tense == "plural" for form in readings(word.low))


def holds_a_finite(words: Iterable[Token]) -> bool:
    """Whether one of these is a finite verb, and not as easily a noun."""
    return any(as_finite(w) and w.low not in NOUN_OR_VERB for w in words)


def holds_a_verb(words: Iterable[Token]) -> bool:
    """Whether one of these is some form of a verb, and no party."""
    return any(readings(w.low) and party_of(w.low) != PROFESSIONAL for w in words)
