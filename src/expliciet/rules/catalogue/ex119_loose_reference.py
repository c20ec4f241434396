"""EX119 · A loose reference.

A word that points to something the reader cannot find: 'dit', 'daarover', 'zoals
besproken', or 'hij' where two people came before.

Why we ask: who was not there cannot read it; the requirements standard 29148 warns
of references that cannot be resolved.

What helps: repeat the noun, or the number of the agreement.

Known traps: 'het' and 'er' that point to nothing; 'dit' with its noun ('dit plan');
a colon after it; relative 'dat' and 'die'; a noun earlier in the item.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.parties import CLIENT, PROFESSIONAL, party_of
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_LOOSE = Cues(
    r"zoals (?:eerder |al |reeds |vorige keer |destijds )?(?:besproken|afgesproken|gemeld|bekend|aangegeven|vermeld|gezegd)|eerder (?:besproken|afgesproken)|conform (?:afspraak|eerdere afspraak|het bovenstaande|besproken|eerder)|volgens afspraak|als (?:besproken|afgesproken)|"
    r"idem(?: dito)?|het bovenstaande|bovenstaande|voornoemde|het eerdergenoemde|een en ander|het voorgaande|bovengenoemde|zie boven|dito|hetzelfde (?:geldt )?voor|ditzelfde"
)
_POINTING = Cues(
    r"hier(?:over|aan|mee|in|voor|op|bij|van|naar|uit|toe)|daar(?:over|aan|mee|voor|op|bij|van|naar|uit|toe|achteraan|in)"
)
_BARE = frozenset("dit dat deze die".split())
_OBJECT_NEEDED = frozenset(". , ; en op vóór voor uiterlijk met bij in af aan door mee over uit voor na toe binnen z.s.m. terug ook nog verder morgen vandaag zelf".split())


def look(statement: Statement) -> Iterator[Mark]:
    if not statement.alone and statement.position > 0:
        near = statement.neighbour(-1)
    else:
        near = None
    match = _LOOSE.find(statement.said)
    if match:
        yield Mark(match.start(), match.end())
    if statement.deeds or statement.kind in ("agreement", "expectation"):
        yield from _pointing(statement, near is not None)
    yield from _two_persons(statement)


def _pointing(statement: Statement, has_before: bool) -> Iterator[Mark]:
    words = statement.tokens
    for position, word in enumerate(words):
        if word.low in ("dit", "dat") and _stands_alone(statement, position):
            if position > 5 and _has_noun_before(statement, position):
                continue
            if has_before and not statement.is_listed:
                continue
            yield Mark(word.start, word.end)
            return
        if _POINTING.pattern.fullmatch(word.low):
            if has_before and not statement.is_listed:
                continue
            if _has_noun_before(statement, position):
                continue
            yield Mark(word.start, word.end)
            return


def _stands_alone(statement: Statement, position: int) -> bool:
    words = statement.tokens
    if any(c.opened_by == words[position].low and c.words[0] is words[position] for c in statement.clauses):
        return False
    following = words[position + 1] if position + 1 < len(words) else None
    if following is None or not following.is_word:
        return True
    if following.low in _OBJECT_NEEDED:
        return True
    from ..language.verbs import readings

    return bool(readings(following.low)) or bool(party_of(following.low)) or following.low in (
        "de", "het", "een", "bij", "aan", "met", "eerst", "nader",
    )


def _has_noun_before(statement: Statement, position: int) -> bool:
    """Another clause came first, in which the thing may have been named."""
    at = statement.tokens[position].start
    before = [c for c in statement.clauses if c.end <= at]
    return bool(before) and any(len(c.words) >= 3 for c in before)


_FEMALE = frozenset("moeder zus dochter oma tante nicht vriendin buurvrouw vrouw meisje echtgenote coach".split())


def _two_persons(statement: Statement) -> Iterator[Mark]:
    """"Vader en broer wonen samen; hij …": two to whom "hij" may point."""
    seen: list[str] = []
    for word in statement.tokens:
        if word.low == "hij" and len([s for s in seen if s not in _FEMALE]) >= 2:
            yield Mark(word.start, word.end)
            return
        if word.low in ("zij", "ze") and len(seen) >= 2 and all(s in _FEMALE for s in seen):
            yield Mark(word.start, word.end)
            return
        if party_of(word.low) == CLIENT and word.low not in (
            "hij zij ze gezin familie ouders kinderen buren buurt leerlingen vrienden lid leden bewoners "
            "inwoners omwonenden gezinsleden".split()
        ):
            if word.low not in seen:
                seen.append(word.low)


RULE = TextRule(
    code="EX119",
    phenomenon="reference_unresolved",
    severity=Severity.TIP,
    name=Words(
        nl="Losse verwijzing",
        en="A loose reference",
    ),
    question=Words(
        nl="Waar slaat dit op?",
        en="What does this refer to?",
    ),
    why=Words(
        nl="Wie er niet bij was, kan deze zin niet volgen.",
        en="Anyone who was not there cannot follow this sentence.",
    ),
    helps=Words(
        nl="Herhaal waar het over gaat: 'de aanvraag', 'afspraak 2 van 4 december'.",
        en="Repeat what it is about: 'the application', 'agreement 2 of 4 December'.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als het woord in de zin of in het punt staat, of als "
            "'het' of 'er' nergens naar verwijst."
        ),
        en=(
            "We ask nothing when the word is in the sentence or the item, or when 'it' "
            "or 'there' points to nothing."
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "interpretation", "intervention", "procedural", "scaling"}),
    look=look,
    flags=(
        "Dit regelt de gemeente vóór 15 januari.",
        "Daarover belt de mentor met vader.",
        "Zoals besproken stuurt de reclassering het stuk.",
        "Hiermee gaat de politie aan de slag vóór 20 januari.",
        "De coach belt vader en de oom; hij stuurt op 20 januari de papieren.",
    ),
    passes=(
        "Dit plan stuurt de gemeente vóór 15 januari aan het wijkteam.",
        "De mentor mailt het rooster op 14 januari; daarna belt zij vader.",
        "Het is de gemeente die de kamer betaalt tot 1 maart.",
        "De coach die moeder kent, belt haar op 13 januari.",
        "De afspraak is dit: de politie belt school op 12 januari.",
        "Er komt op 20 januari een gesprek tussen de coach en de werkgever.",
    ),
)
