"""The main clause of a line: its finite verb, its subject and the verb as a whole.

The reader of clauses is helped a little: whoever sits at the table is a professional
to it, and a time in front puts the subject behind the verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..actors import Actor, ActorAsk
from ..language.clause import Clause
from ..language.clauses import clauses
from ..language.subjects import find_subject
from ..language.tokens import Token, tokens
from ..language.verb_groups import gather
from ..language.verbs import PARTICLES, is_known, is_separable, readings
from .span import Span

ARTICLES = frozenset("de het een deze dit geen".split())
HELPERS = frozenset("zijn worden hebben zullen gaan moeten kunnen laten".split())


class Reading(NamedTuple):
    """What the line does, as far as its verbs tell."""

    clause: Clause | None
    verb: str

    @property
    def finite(self) -> Token | None:
        return self.clause.finite if self.clause else None

    @property
    def is_passive(self) -> bool:
        return self.clause is not None and self.clause.is_passive


def read_clause(
    text: str, actors: Sequence[Actor], times: Sequence[Span], *, dependent: bool
) -> Reading:
    """The clause that carries the deed, in a text of which the rest is blank.

    `dependent` is for what follows *dat*.
    """
    words = _words(text, actors, times)
    if dependent:
        # A doer in front, so that the verb at the end is found.
        words = [Token("dat", "dat", 0, 0, True), *words]
    if not any(word.is_word for word in words):
        return Reading(None, "")
    if not dependent:
        words = _led(words)
    found = [one for one in clauses(words) if not one.aside]
    if found and not dependent:
        _find_by_place(found[0])
    carrying = _carrying(found, dependent=dependent)
    if carrying is None:
        return Reading(None, _last(words) if dependent else "")
    verb = _last(words) if dependent else ""
    return Reading(carrying, verb or _verb(carrying))


def _last(words: Sequence[Token]) -> str:
    """*dat het plan klaarligt*: the verb is the last word, its particle in front."""
    last = next(word.low for word in reversed(words) if word.is_word)
    for cut in range(2, len(last) - 2):
        particle, rest = last[:cut], last[cut:]
        forms = [f for f in readings(rest) if f.tense in {"present", "plural"}]
        if particle in PARTICLES and forms and not readings(last):
            return particle + forms[0].infinitive
    forms = [f for f in readings(last) if f.tense in {"subordinate", "plural"}]
    return forms[0].infinitive if forms else ""


def _find_by_place(clause: Clause) -> None:
    """*Vrijdag plant Bo een gesprek*: next to who does it, *plant* is the verb."""
    words = clause.words
    if clause.opened_by or (clause.finite and _at(words, clause.finite) <= 1):
        return
    for at, word in enumerate(words[:3]):
        before = words[at - 1] if at else None
        behind = words[at + 1] if at + 1 < len(words) else None
        led = before is None or before.low == "daarna"
        turned = led and behind is not None and behind.low == "wijkagent"
        straight = before is not None and at == 1 and before.low == "wijkagent"
        forms = [f for f in readings(word.low) if f.tense == "present"]
        if forms and word.text[:1].islower() and (turned or straight):
            clause.finite, clause.form = word, forms[0]
            clause.participles, clause.infinitives = [], []
            gather(clause, at)
            find_subject(clause, at)
            return


def _at(words: Sequence[Token], word: Token) -> int:
    return next(at for at, one in enumerate(words) if one is word)


def _carrying(found: Sequence[Clause], *, dependent: bool) -> Clause | None:
    if dependent:
        return next((one for one in found if one.form), None)
    main = [one for one in found if one.is_main]
    for some in (main, found):
        for one in some:
            if one.form:
                return one
    return next((one for one in found if one.infinitives), None)


def _words(text: str, actors: Sequence[Actor], times: Sequence[Span]) -> list[Token]:
    """The words of the line, with one word for each actor and each time in front."""
    found: list[Token] = []
    actors_by_place = {actor.start: actor for actor in actors}
    starts = dict(times)
    reached = 0
    for word in tokens(text):
        if word.start < reached:
            continue
        actor = actors_by_place.get(word.start)
        if actor:
            reached = actor.end
            found += _stands_for(actor)
        elif word.start in starts:
            reached = starts[word.start]
            if not any(one.is_word for one in found):
                found.append(Token("Daarna", "daarna", word.start, reached, True))
        else:
            found.append(_noun(word, found[-1].low) if found else word)
    return found


def _noun(word: Token, before: str) -> Token:
    """*het rooster*, *de melding*: behind an article no verb stands."""
    if before not in ARTICLES or not is_verb(word):
        return word
    return word._replace(low="ding")


def _stands_for(actor: Actor) -> list[Token]:
    if actor.asks is ActorAsk.GROUP:
        return [Token("wij", "wij", actor.start, actor.end, True)]
    if actor.asks is ActorAsk.WHO_TYPES or actor.words.lower() == "ik":
        return [Token("ik", "ik", actor.start, actor.end, True)]
    one = Token("Wijkagent", "wijkagent", actor.start, actor.end, True)
    if not actor.others:
        return [one]
    joint = Token("en", "en", actor.end, actor.end, True)
    return [one, joint, Token("mentor", "mentor", actor.end, actor.end, True)]


def _led(words: list[Token]) -> list[Token]:
    """Marks in front of the first word say nothing."""
    first = next(at for at, word in enumerate(words) if word.is_word)
    return words[first:]


def _verb(clause: Clause) -> str:
    """The infinitive; a particle at the very end belongs to the verb."""
    verb = clause.verb
    if clause.finite and not readings(clause.finite.low) and not is_known(verb):
        verb = verb.replace(*_spelled(clause.finite.low))
    noted = clause.finite is clause.words[0] and clause.infinitives
    if noted and clause.form and clause.form.infinitive not in HELPERS:
        return clause.infinitives[-1][1].infinitive  # "Rooster opvragen"
    if clause.form is None or clause.form.infinitive != verb or clause.particle:
        return verb
    last = next((w for w in reversed(clause.words) if w.is_word), None)
    if last and last.low in PARTICLES and last is not clause.finite:
        joined = last.low + verb
        if is_known(joined) or is_separable(last.low, verb) or not is_known(verb):
            return joined
    return verb


def is_verb(word: Token) -> bool:
    """Whether this may be a present form: *belt*, *zoekt*."""
    return any(form.tense in {"present", "plural"} for form in readings(word.low))


def _spelled(finite: str) -> tuple[str, str]:
    """How the infinitive of an unlisted verb is read, and how it is spelled.

    *hoort* is of *horen*, *tipt* of *tippen*.
    """
    stem = finite.removesuffix("t")
    read = f"{stem}en"
    vowels = "aeiou"
    if len(stem) > 2 and stem[-1] not in vowels:
        if stem[-2] == stem[-3] and stem[-2] in vowels:
            return read, f"{stem[:-2]}{stem[-1]}en"
        if stem[-2] in vowels and stem[-3] not in vowels:
            return read, f"{stem}{stem[-1]}en"
    return read, read
