"""EX119 · A loose reference.

A word that points to something the reader cannot find: 'dit', 'daarover', 'zoals
besproken', or 'hij' where two people came before.

Why we ask: who was not there cannot read it; the requirements standard 29148 warns
of references that cannot be resolved.

What helps: repeat the noun, or the number of the agreement.

Known traps: 'het' and 'er' that point to nothing; 'dit' with its noun ('dit plan');
a colon after it; relative 'dat' and 'die'; a noun earlier in the item.

Known misses: 'dit' before a verb that we take for a noun; 'hij' where the two people
stand in another clause with a colon or 'volgens'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import EVERY_KIND
from ..language.parties import CLIENT, party_of
from ..language.verbs import PARTICLES, is_often_noun, readings
from ..mending import in_its_place
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_LOOSE = Cues(
    r"zoals (?:eerder |al |reeds |vorige keer |destijds )?(?:besproken|afgesproken|"
    r"gemeld|bekend|aangegeven|vermeld|gezegd)(?! op \d)",
    r"eerder (?:besproken|afgesproken)|als (?:besproken|afgesproken)",
    r"(?:conform|volgens|overeenkomstig|in lijn met) (?:de )?"
    r"(?:afspraak|afspraken|eerdere afspraak|het bovenstaande|besproken|eerder|"
    r"het besprokene|het afgesprokene|de lijn van vorige keer|lijn van vorige "
    r"keer)(?! \d)",
    r"zulks|laatstgenoemde|eerstgenoemde|hieromtrent|daaromtrent",
    r"conform het (?:eerder )?gestelde|(?:deze|die) (?:kwestie|toestand)",
    r"zoals vorige keer|het plan van net|de andere zaak|idem(?: dito)?",
    r"(?:de )?zelfde (?:afspraak|actie|verhaal)|het bovenstaande|bovenstaande",
    r"voornoemde|een en ander|het voorgaande|bovengenoemde|zie boven|dito",
    r"hetzelfde (?:geldt )?voor|hetzelfde (?:verhaal|laken een pak|liedje)",
    r"(?:het|de) eerder ?(?:gemelde|genoemde|besproken|besprokene|afgesproken|"
    r"afgesprokene)",
    r"de lijn van vorige keer|die (?:twee|drie|ene|andere)(?= )|de laatste twee",
    r"het (?:eerste|laatste)(?=[.,;]|$)|als (?:vorige|de vorige) keer|ditto",
)
_FORMULA = Cues(
    r"met inachtneming van (?:het )?(?:voorgaande|bovenstaande)",
    r"(?:gezien|gelet op|gehoord|gezien het) (?:het )?(?:voorgaande|bovenstaande|"
    r"een en ander)",
    r"een en ander (?:overziend|afwegend)",
)
_POINTING = re.compile(
    r"(?:hier|daar|er)(?:over|aan|mee|in|voor|op|bij|van|naar|uit|toe|achteraan|achter|"
    r"door|omheen|tegen)?$"
)
_BARE = frozenset(("hier", "daar"))
_EMPTY_ER = re.compile(r"er(?:op|van|voor|naar|uit|toe|bij|in|aan|door|over)?$")
_BEHIND_HET = frozenset("met mee op af uit aan voor terug door na".split())
_BEHIND_DIT = frozenset(
    "de het een eerst nader verder nog ook z.s.m. zelf vóór uiterlijk met bij aan voor "
    "op niet in morgen vandaag".split()
)
_FEMALE = frozenset(
    "moeder zus zusje dochter oma tante nicht vriendin buurvrouw vrouw meisje "
    "echtgenote mdr".split()
)
_MANY = frozenset(
    "hij zij ze gezin familie ouders kinderen buren buurt leerlingen vrienden "
    "lid leden bewoners inwoners omwonenden gezinsleden betrokkene mannen "
    "jongens persoon".split()
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.is_past:
        return
    match = _LOOSE.find(statement.said)
    if match and statement.said not in _FORMULA:
        yield Mark(match.start(), match.end())
    elif statement.kind not in ("procedural", "fact", "interpretation"):
        yield from _pointing(statement)
    yield from _two_persons(statement)


def _pointing(statement: Statement) -> Iterator[Mark]:
    if not statement.alone and statement.position:
        near = statement.neighbour(-1)
        if near is not None and _in_one_paragraph(near, statement):
            return  # the sentence before it, in the same paragraph, tells
    for position, word in enumerate(statement.tokens):
        if _has_noun_before(statement, position):
            return
        if _is_loose(statement, position):
            yield Mark(word.start, word.end)
            return


def _in_one_paragraph(near: Statement, statement: Statement) -> bool:
    """The two stand side by side; a full stop at the end of a line is no break."""
    if near.piece.start == statement.piece.start:
        return True
    prose = near.piece.kind == statement.piece.kind == "text"
    return prose and statement.start - near.start - len(near.written) <= 1


def _is_loose(statement: Statement, position: int) -> bool:
    words = statement.tokens
    low = words[position].low
    following = words[position + 1] if position + 1 < len(words) else None
    if low in ("dit", "dat", "deze", "die"):
        return low in ("dit", "dat") and _stands_alone(statement, position)
    if low == "het" and position and following is not None:
        alone = following.low in _BEHIND_HET
        return alone and bool(readings(words[position - 1].low))
    if low in _BARE:
        return position == 0 and following is not None and bool(readings(following.low))
    if _POINTING.match(low) and len(low) > 4:
        return not _EMPTY_ER.match(low)
    return False


def _stands_alone(statement: Statement, position: int) -> bool:
    """A bare "dit" or "dat", and no "dat" that opens a clause."""
    words = statement.tokens
    for clause in statement.clauses:
        if clause.opened_by and clause.words[0] is words[position]:
            return False
    following = words[position + 1] if position + 1 < len(words) else None
    if following is None or not following.is_word:
        return True
    low = following.low
    if low in ("hij", "zij", "ze", "er", "we", "wij", "ik") or is_often_noun(low):
        return False
    verb_or_party = bool(readings(low)) or bool(party_of(low))
    return verb_or_party or low in PARTICLES or low in _BEHIND_DIT


def _has_noun_before(statement: Statement, position: int) -> bool:
    """Another clause came first, in which the thing may have been named."""
    at = statement.tokens[position].start
    if statement.label and statement.body_start and not _is_person_label(statement):
        return True
    return any(c.end <= at and len(c.words) >= 2 for c in statement.clauses)


def _is_person_label(statement: Statement) -> bool:
    return bool(party_of(statement.label.split()[0].lower()))


def _two_persons(statement: Statement) -> Iterator[Mark]:
    """'Vader en broer wonen samen; hij …': two to whom 'hij' may point."""
    seen: list[str] = []
    for clause in statement.clauses:
        if clause.opened_by:
            continue
        for position, word in enumerate(clause.words):
            if _may_be_either(word.low, position, seen):
                yield Mark(word.start, word.end)
                return
            if party_of(word.low) == CLIENT and word.low not in _MANY:
                seen += [word.low] if word.low not in seen else []


def _may_be_either(low: str, position: int, seen: list[str]) -> bool:
    males = [person for person in seen if person not in _FEMALE]
    if low == "hij":
        return len(males) >= 2
    if low in ("zij", "ze"):
        return len(seen) >= 2 and not males
    return low == "die" and position == 0 and len(seen) >= 2


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
    misses=Words(
        nl=(
            "We missen 'hij' waar twee mensen in een zin over vroeger staan: "
            "'Vader en oom zaten aan tafel; volgens de buurvrouw liep hij weg.' "
            "Ook missen we: 'Dit ligt op het bord van de gemeente.'"
        ),
        en=(
            "We miss 'hij' where two people stand in a sentence about the past: "
            "'Vader en oom zaten aan tafel; volgens de buurvrouw liep hij weg.' "
            "We also miss: 'Dit ligt op het bord van de gemeente.'"
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=EVERY_KIND,
    look=look,
    mend=in_its_place("<wat precies>"),
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
