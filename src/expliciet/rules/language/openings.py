"""Which words open a clause that depends on another: dat, of, om."""

from collections.abc import Sequence

from .clause import Clause
from .finite_words import (
    as_finite,
    holds_a_finite,
    holds_a_verb,
    is_plural,
    is_surely_finite,
)
from .function_words import PREPOSITIONS, SUBORDINATORS, SUBORDINATORS_AT_TIMES
from .parties import CLIENT, party_of
from .tokens import Token
from .verbs import readings

_NEAR, _FAR, _FARTHEST = 14, 16, 40
"""How far ahead the verb may be that makes a word an opening."""


def opens_a_clause(words: Sequence[Token], position: int, current: Clause) -> bool:
    """Whether the word at this position opens a clause, now that one is under way."""
    low = words[position].low
    if low == "om":
        return _om_opens(words, position)
    if low == "of":
        return _of_opens(words, position, current)
    return low in SUBORDINATORS and _subordinates(words, position)


def _subordinates(words: Sequence[Token], position: int) -> bool:
    low = words[position].low
    if low == "als" and _compares(words, position):
        return False
    if low not in SUBORDINATORS_AT_TIMES:
        return True
    if low == "dat":
        return _dat_opens(words, position)
    if not any(as_finite(w) for w in words[position + 1 : position + _NEAR]):
        return False
    if low in ("die", "wat", "waar", "wie", "hoe", "welke"):
        if position == 0:
            return low in ("wie", "wat", "hoe", "welke")
        before = words[position - 1].low
        return before == "," or before.isalpha()
    return low == "zoals" or position > 0


def _dat_opens(words: Sequence[Token], position: int) -> bool:
    """'meldt dat …' opens; "Mentor doet dat op 1 december" has an object."""
    if position == 0 or position + 1 == len(words):
        return False
    before, following = words[position - 1].low, words[position + 1].low
    ends_in_verb = any(as_finite(w) for w in words[position + 2 : position + _FARTHEST])
    led = following in PREPOSITIONS or following == "."
    told = before == "," or any(f.tense != "plural" for f in readings(before))
    return ends_in_verb and (not led or told) and before != "doen"


def _compares(words: Sequence[Token], position: int) -> bool:
    """'als vrijwilliger', 'wij als gemeente': in the role of, no condition."""
    if position and words[position - 1].low in ("wij", "we", "ik"):
        return True
    ahead = words[position + 1 : position + 3]
    if len(ahead) < 2:
        return len(ahead) == 1
    noun, behind = ahead
    if noun.low in ("hij", "zij", "ze", "er", "het", "de", "dat"):
        return False
    if party_of(noun.low) == CLIENT and is_surely_finite(behind):
        return False
    ends = is_surely_finite(behind) or not behind.is_word
    return noun.is_word and ends and not readings(noun.low)


def _of_opens(words: Sequence[Token], position: int, current: Clause) -> bool:
    """'of' as 'whether': behind a verb, with a verb of its own to come."""
    said = current.words
    if position == 0 or not (holds_a_finite(said) or holds_a_verb(said)):
        return False
    ahead = words[position + 1 : position + _FAR]
    if ahead and (is_surely_finite(ahead[0]) or ahead[0].text[0].isdigit()):
        return False
    return any(as_finite(w) for w in ahead[1:])


def _om_opens(words: Sequence[Token], position: int) -> bool:
    """om … te + infinitive, before the sentence ends."""
    for at in range(position + 1, min(len(words) - 1, position + _FAR)):
        if words[at].low in (";", "."):
            return False
        if words[at].low == "te" and is_plural(words[at + 1]):
            return True
    return False
