"""Where a second main clause joins the first: "… en de wijkagent belt"."""

from collections.abc import Sequence

from .clause import Clause
from .finite_words import (
    AUXILIARIES,
    NOUN_OR_VERB,
    PLURAL_NOUNS,
    as_finite,
    holds_a_finite,
    holds_a_verb,
    is_plural,
    is_surely_finite,
)
from .function_words import PREPOSITIONS, SUBORDINATORS
from .parties import PROFESSIONAL, group_in, party_of
from .subjects import doer_of, is_plural_subject
from .tokens import Token
from .verbs import HELPER, does, readings

_AHEAD = 9
"""How many words ahead the verb of a new clause may be."""
_WAITING = frozenset("zal moet kan wil gaat dient".split())


def starts_main_clause(words: Sequence[Token], at: int, current: Clause) -> bool:
    """Whether a new main clause starts here: own subject or verb of its own."""
    if current.opened_by == "om" or not holds_a_verb(current.words):
        return False
    ahead = words[at : at + _AHEAD]
    for distance, word in enumerate(ahead):
        if word.low in ("en", "of", ";", ":", "(") or word.low in SUBORDINATORS:
            return False
        form = as_finite(word)
        if form is None:
            continue
        led = _follows_party(ahead, distance)
        if word.low in NOUN_OR_VERB and not led:
            continue
        if form.tense == "plural":
            if _waits_for_infinitive(current):
                return False
            if not led and not (distance == 0 and _goes_on(current, word)):
                continue
        return not (distance and ahead[distance - 1].low == "te")
    return False


def _goes_on(current: Clause, word: Token) -> bool:
    """'De partners overleggen en besluiten': the same doers, a second verb."""
    return _is_plural(current) and word.low not in PLURAL_NOUNS


def _is_plural(clause: Clause) -> bool:
    """The clause so far has a plural finite verb, which "en" may carry on."""
    for at, word in enumerate(clause.words):
        if is_surely_finite(word):
            return False
        if at and is_plural(word):
            return is_plural_subject([w for w in clause.words[:at] if w.is_word])
    return False


def _waits_for_infinitive(clause: Clause) -> bool:
    """'Wij zullen …, voor zover opportuun, communiceren': the verb is still to come."""
    if not any(w.low in AUXILIARIES or w.low in _WAITING for w in clause.words):
        return False
    return not any(is_plural(w) and w.low not in AUXILIARIES for w in clause.words)


def _follows_party(ahead: Sequence[Token], distance: int) -> bool:
    """Whether a party stands right before this word, and not much else."""
    before = [w for w in ahead[:distance] if w.is_word]
    if not 0 < len(before) <= 3:
        return False
    return bool(party_of(before[-1].low) or group_in(before[-1].low))


def has_main_order(words: Sequence[Token], at: int, current: Clause) -> bool:
    """'… of het kan en leerplicht voert een gesprek': party, verb, and more words."""
    if not holds_a_finite(current.words):
        return False
    for verb in range(at + 1, at + 4):
        if verb + 2 >= len(words):
            return False
        if is_surely_finite(words[verb]):
            group = [w for w in words[at:verb] if w.is_word]
            return doer_of(group) == PROFESSIONAL and words[verb + 1].is_word
    return False


def comma_cuts(words: Sequence[Token], position: int, current: Clause) -> bool:
    """A comma ends a subordinate clause that has its verb, or joins two main ones."""
    said = current.words
    if current.opened_by:
        return holds_a_finite(said) or (len(said) > 2 and bool(readings(said[-1].low)))
    if position + 1 == len(words):
        return False
    following = words[position + 1].low
    if following in ("want", "maar", "dus", "waarna", "dan"):
        return True
    if following in SUBORDINATORS:
        return False
    return starts_main_clause(words, position + 1, current)


def verb_meets_verb(words: Sequence[Token], position: int, current: Clause) -> bool:
    """'Indien dit aanleiding geeft | wordt opgeschaald': the main verb follows."""
    word = words[position]
    if len(current.words) < 2 or not is_surely_finite(word):
        return False
    before = current.words[-1]
    forms = readings(before.low)
    if current.opened_by == "zoals":
        return any(f.tense == "participle" for f in forms)
    return (
        words[0].low in SUBORDINATORS
        and before.low not in PREPOSITIONS
        and any(f.tense != "participle" for f in forms)
        and HELPER in does(readings(word.low)[0].infinitive)
    )
