"""Which word of a clause is its finite verb.

Dutch main clauses put it second, subordinate ones last. A form that is hardly ever
anything else comes first; then the place tells.
"""

from collections.abc import Sequence

from .clause import Clause
from .finite_words import (
    AUXILIARIES,
    NOUN_OR_VERB,
    as_finite,
    is_plural,
    is_surely_finite,
)
from .function_words import ADVERBS, PREPOSITIONS, sends_the_subject_back
from .parties import CLIENT, party_of
from .spelling import Form
from .subjects import doer_of, is_plural_subject, noun_group
from .tokens import Token
from .verbs import readings
from .word_files import word_lists

_NO_VERB_IN_T = word_lists("words.txt")["ends in t"]
_PLACES = frozenset("buiten binnen boven voorbij voor na".split())
_MANY = ("we", "wij", "partijen", "partners", "ouders")


def finite_place(clause: Clause) -> int | None:
    """The place of the finite verb among the words; nothing where there is none."""
    words = clause.words
    places = [at for at, word in enumerate(words) if as_finite(word)]
    if clause.opened_by:
        sure = [at for at in places if is_surely_finite(words[at])]
        last = sure or [at for at in places if at > 0]
        return last[-1] if last else None
    for at in places:
        if is_surely_finite(words[at]) and not _names_a_thing(words, at):
            return at
    for at in places:
        if words[at].low in AUXILIARIES and _helps_here(words, at):
            return at
    for at in places:
        if _is_verb_here(clause, at):
            return at
    return _unlisted(words)


def form_of(word: Token) -> Form:
    """How the finite verb reads; an unlisted one is taken for a present."""
    if not readings(word.low):
        return Form(word.low[:-1] + "en", "present")
    forms = [f for f in readings(word.low) if f.tense != "participle"]
    for tense in ("present", "past", "subordinate", "plural"):
        for form in forms:
            if form.tense == tense:
                return form
    return forms[0]


def _follows_preposition(words: Sequence[Token], at: int) -> bool:
    """Behind "te", "op", "van" stands a noun or an infinitive."""
    return at > 0 and words[at - 1].low in PREPOSITIONS


def _names_a_thing(words: Sequence[Token], at: int) -> bool:
    """'op rooster', 'Verhuur van …': a noun that looks like a verb."""
    if at == 0:
        return len(words) > 1 and words[1].low == "van"
    return _follows_preposition(words, at) and words[at - 1].low not in _PLACES


def _helps_here(words: Sequence[Token], at: int) -> bool:
    """A helper verb in second place, and not the infinitive at the end."""
    if at == 0 or _follows_preposition(words, at):
        return False
    if not any(w.is_word for w in words[at + 1 :]):
        return False
    if _rest_of_verb(words, at):
        return True
    near = [w for w in words[:at] if w.is_word]
    there = any(w.low == "er" for w in words[:3])
    if not (there or is_plural_subject(near) or noun_group(words, at + 1)):
        return False
    return words[at].low != "zijn" or not _noun_follows(words, at)


def _rest_of_verb(words: Sequence[Token], at: int) -> bool:
    """'worden … gemaakt', 'zullen … inspannen': the other part comes at the end."""
    if words[at].low not in ("worden", "zullen", "moeten"):
        return False
    tail = [w for w in words[at + 1 :] if w.is_word]
    if len(tail) < 2:
        return False
    wanted = "participle" if words[at].low == "worden" else "plural"
    return any(f.tense == wanted for w in tail[-2:] for f in readings(w.low))


def _noun_follows(words: Sequence[Token], at: int) -> bool:
    """'zijn' as 'his': a noun stands right behind it."""
    following = words[at + 1].low
    return (
        following not in ADVERBS
        and following not in PREPOSITIONS
        and following not in ("de", "het", "een", "geen", "er", "alle")
        and not readings(following)
    )


def _is_verb_here(clause: Clause, at: int) -> bool:
    """Whether a word that may be a verb is one, judged by the words around it."""
    words = clause.words
    if _follows_preposition(words, at):
        return False
    if _is_led_plural(clause, at) or _is_turned_plural(words, at):
        return True
    if at == 0:
        return _commands(words)
    near = [w for w in words[:at] if w.is_word]
    if is_plural(words[at]):
        return is_plural_subject(near) and _suits_plural(clause, at, near)
    if not near:
        return False
    after_party = at < 6 and bool(party_of(near[-1].low))
    return after_party or (at <= 3 and near[0].low in ("ik", "we", "wij"))


def _commands(words: Sequence[Token]) -> bool:
    """'Bel de school': the verb in front, as an order or a question."""
    first = words[0].low
    if len(words) < 2 or (
        first in NOUN_OR_VERB
        and words[1].low not in ("even", "of", "bij", "de", "het", "alle")
    ):
        return False
    return not _is_note(words) and any(f.tense == "present" for f in readings(first))


def _is_note(words: Sequence[Token]) -> bool:
    """'Rooster opvragen': the infinitive at the end is the verb, not the noun."""
    last = [w for w in words if w.is_word][-1]
    opens = words[0].low in ("laat", "ga", "kom")
    return last is not words[0] and is_plural(last) and not opens


def _suits_plural(clause: Clause, at: int, near: Sequence[Token]) -> bool:
    """With several doers in front, a plural is the verb, and mostly more follows."""
    more = [w for w in clause.words[at + 1 :] if w.is_word]
    if more:
        return not _is_noted(near, more)
    return clause.continues and doer_of(near) != CLIENT


def _is_noted(near: Sequence[Token], more: Sequence[Token]) -> bool:
    """'Signalen delen met elkaar': a note, its noun no party and without an article."""
    return (
        len(near) == 1
        and not doer_of(near)
        and more[0].low in ("met", "bij", "aan", "naar", "voor", "over", "waar", "via")
    )


def _is_led_plural(clause: Clause, at: int) -> bool:
    """Behind another clause the verb comes first: "…, spreken school en mentor af"."""
    led = at == 0 and clause.follows
    return led and bool(doer_of(noun_group(clause.words, 1)))


def _is_turned_plural(words: Sequence[Token], at: int) -> bool:
    """'Vrijdag mailen wij de stukken': the doers stand behind the verb."""
    if at == 0 or at + 1 >= len(words):
        return False
    led = sends_the_subject_back(words[0])
    if words[at + 1].low in _MANY:
        return led or at <= 4
    pair = any(w.low == "en" for w in words[at + 1 : at + 4])
    return led and pair and bool(doer_of(noun_group(words, at + 1)))


def _unlisted(words: Sequence[Token]) -> int | None:
    """A verb nobody listed, known by its place: "De boekbinder lijmt de ruggen"."""
    for at, word in enumerate(words[1:7], start=1):
        if not _may_be_unlisted(word):
            continue
        before = [w for w in words[:at] if w.is_word]
        if doer_of(before) not in ("", CLIENT) and len(before) <= 4:
            return at
        turned = bool(before) and sends_the_subject_back(before[0])
        if turned and doer_of(noun_group(words, at + 1)):
            return at
    return None


def _may_be_unlisted(word: Token) -> bool:
    """A word in -t that is known as nothing else: "lijmt"."""
    low = word.low
    if len(low) < 4 or not low.endswith("t") or word.has_capital or not low.isalpha():
        return False
    known = low in ADVERBS or low in _NO_VERB_IN_T or party_of(low)
    return not known and not readings(low)
