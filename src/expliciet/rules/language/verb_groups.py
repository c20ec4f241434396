"""What goes with the finite verb: participles, infinitives, a separated particle."""

from collections.abc import Sequence

from .clause import Clause
from .finite_words import PLURAL_NOUNS
from .function_words import ADVERBS, PREPOSITIONS
from .parties import party_of
from .spelling import Form
from .tokens import Token
from .verbs import PARTICLES, is_separable, readings

_STATES = frozenset(
    "bereid bekend betrokken gewenst vereist verplicht bevoegd geneigd genegen "
    "bedoeld gericht beperkt gebaseerd geschikt vrijwillig aanwezig verdeeld bezorgd "
    "getrouwd gescheiden overleden werkzaam gelegen geacht gerust gemotiveerd".split()
)
"""Participles that tell how things are, not what was done."""
_ARTICLES = ("de", "het", "een", "deze", "geen", "alle")
_BEHIND_PARTICLE = frozenset("en om of dat als zodra bij voor met".split())


def gather(clause: Clause, finite: int | None) -> None:
    """Give the clause the other parts of its verb, now that the finite is known."""
    for at, word in enumerate(clause.words):
        if at == finite or not word.is_word or _tells_a_state(clause, at):
            continue
        forms = {f.tense: f for f in reversed(readings(word.low))}
        if "participle" in forms and not _is_noun_like(clause.words, at):
            clause.participles.append((word, forms["participle"]))
        elif "plural" in forms and _is_infinitive(clause, at, finite):
            clause.infinitives.append((word, forms["plural"]))
    if clause.form is None or finite is None:
        return
    if not clause.participles:
        _add_participle_by_place(clause, finite)
    clause.particle = _particle(clause.words, finite, clause.form.infinitive)


def _tells_a_state(clause: Clause, at: int) -> bool:
    """'is bekend', and 'zijn' where it is no verb: nothing was or will be done."""
    low = clause.words[at].low
    if low in _STATES:
        return clause.form is None or clause.form.infinitive != "worden"
    return low == "zijn" and not _closes(clause.words, at)


def _closes(words: Sequence[Token], at: int) -> bool:
    """The last word, or behind "te"."""
    return not any(w.is_word for w in words[at + 1 :]) or words[at - 1].low == "te"


def _is_infinitive(clause: Clause, at: int, finite: int | None) -> bool:
    """Behind the finite verb, and no noun: "de afspraken", "kosten"."""
    if clause.words[at].low in PLURAL_NOUNS:
        return False
    if finite is not None and at < finite and not clause.opened_by:
        return False
    return not at or clause.words[at - 1].low not in _ARTICLES


def _is_noun_like(words: Sequence[Token], at: int) -> bool:
    """'een gezochte', "het gevraagd bedrag": between article and noun."""
    if not 0 < at < len(words) - 1:
        return False
    before, after = words[at - 1].low, words[at + 1]
    led = before in ("een", "geen", "het", "de") and after.is_word
    return led and not readings(after.low)


def _add_participle_by_place(clause: Clause, finite: int) -> None:
    """'wordt … ondernomen', 'moet worden gedicht': known by where it stands."""
    helpers = [clause.form, *(form for _, form in clause.infinitives)]
    if not any(form and form.infinitive == "worden" for form in helpers):
        return
    tail = [w for w in clause.words[finite + 1 :] if w.is_word and w.low != "worden"]
    for word in reversed(tail[-2:]):
        if _looks_like_participle(word):
            clause.participles.append((word, Form(word.low, "participle")))
            clause.infinitives = [i for i in clause.infinitives if i[0] is not word]
            return


def _looks_like_participle(word: Token) -> bool:
    low = word.low
    if len(low) < 5 or not low.endswith(("d", "t", "en")) or not low.islower():
        return False
    if low.endswith("tien"):
        return False  # "wordt achttien"
    return not (party_of(low) or low in ADVERBS or word.has_capital)


def _particle(words: Sequence[Token], finite: int, infinitive: str) -> Token | None:
    """The part of a separable verb that stands apart: "pakt … op"."""
    tail = [at for at in range(finite + 1, len(words)) if words[at].is_word]
    for behind, at in enumerate(reversed(tail), start=1):
        low = words[at].low
        if low not in PARTICLES or words[at - 1].low == "te":
            continue
        joins = behind <= 4 or is_separable(low, infinitive)
        if joins and not _leads_noun(words, at):
            return words[at]
    return None


def _leads_noun(words: Sequence[Token], at: int) -> bool:
    """A preposition with its noun still to come, and not a particle at the end."""
    if at + 1 == len(words) or not words[at + 1].is_word:
        return False
    following = words[at + 1].low
    if following in _BEHIND_PARTICLE:
        return False
    return following not in PREPOSITIONS or words[at].low == "tot"
