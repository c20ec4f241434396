"""EX117 · An unknown abbreviation.

Letters that are not in the glossary of the house and are not written out in the
item.

Why we ask: partners read other words in the same letters; the requirements standard
29148 asks for one meaning.

What helps: write it out once, or add it to the glossary of the house.

Known traps: names of organisations; initials of people; Roman numerals; codes such
as A4; headings in capitals; everyday abbreviations such as 'i.v.m.'; whatever stands
in the glossary.

Known misses: an abbreviation in small letters, or at the head of a longer word; the
letters of a body that everyone knows are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.kinds import EVERY_KIND
from ..mending import behind_it
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_LETTERS = re.compile(
    r"(?<![\w'-])(?:[A-Z]{2,6}|[A-Z][a-z]{0,2}[A-Z]{1,3}[a-z]?|"
    r"[A-Z]{1,3}[a-z][A-Z]{1,3})(?:['’]s|s)?(?![\w])(?!-\d)"
)
_ROMAN = re.compile(r"[IVXLC]+$")
_WRITTEN_OUT = re.compile(r"[a-zà-ÿ-]{4,}\s*\(\s*$")
_SIZE = frozenset(
    "A3 A4 A5 CO2 TV PC WC CD DVD USB CEO NL EU VS UK TL II III IV VI VII VIII "
    "IX".split()
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    if _is_in_capitals(said):
        return
    seen: set[str] = set()
    for match in _LETTERS.finditer(said):
        letters = match.group().removesuffix("s").rstrip("'’")
        if letters in seen or letters in _SIZE or _ROMAN.match(letters):
            continue
        seen.add(letters)
        if statement.glossary.knows(letters) or _expanded(
            statement, letters, match.start(), match.end()
        ):
            continue
        yield Mark(match.start(), match.start() + len(letters))


def _is_in_capitals(said: str) -> bool:
    """A heading or a cry: most of its letters are capitals."""
    shouted = sum(map(str.isupper, said)) * 2 > sum(map(str.isalpha, said))
    return len(said.split()) > 2 and (said.isupper() or shouted)


def _expanded(statement: Statement, letters: str, start: int, end: int) -> bool:
    """Written out in brackets, before or behind, here or earlier in the item."""
    said = statement.said
    behind = said[end:].lstrip()
    if behind.startswith("(") and len(behind.split(")")[0]) > len(letters) + 2:
        return True
    if _WRITTEN_OUT.search(said[:start]) and said[end:].lstrip().startswith(")"):
        return True
    if statement.alone:
        return False
    pattern = re.compile(
        rf"(?:[a-zà-ÿ-]{{4,}}\s*\(\s*{letters}\s*\))|(?:{letters}\s*\([a-zà-ÿ])"
    )
    return bool(pattern.search(statement.around(6, 0)))


RULE = TextRule(
    code="EX117",
    phenomenon="abbreviation_undefined",
    severity=Severity.TIP,
    name=Words(
        nl="Onbekende afkorting",
        en="An unknown abbreviation",
    ),
    question=Words(
        nl="Waar staat deze afkorting voor?",
        en="What does this abbreviation stand for?",
    ),
    why=Words(
        nl="Dezelfde letters betekenen bij een andere organisatie soms iets anders.",
        en="The same letters sometimes mean something else in another organisation.",
    ),
    helps=Words(
        nl=(
            "Schrijf de woorden één keer uit, of zet de afkorting in de woordenlijst "
            "van jullie huis."
        ),
        en=(
            "Write the words out once, or put the abbreviation in your house's "
            "glossary."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets bij afkortingen uit de woordenlijst, bij namen van "
            "organisaties, Romeinse cijfers, codes en koppen in hoofdletters."
        ),
        en=(
            "We ask nothing for abbreviations in the glossary, names of organisations, "
            "Roman numerals, codes, or headings in capitals."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een afkorting in kleine letters: 'De ib'er belt de "
            "school.' We vragen soms naar letters die bij jullie iedereen kent: 'De "
            "MR stemt in met het rooster.'"
        ),
        en=(
            "We miss an abbreviation in small letters: 'De ib'er belt de "
            "school.' At times we ask about letters that everyone with you "
            "knows: 'De MR stemt in met het rooster.'"
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=EVERY_KIND,
    look=look,
    mend=behind_it(" (<voluit>)"),
    once_a_text=True,
    flags=(
        "De RTO vraagt een kopie van het plan.",
        "Het MDT belt de werkgever op 14 januari.",
        "De TBO-aanvraag ligt bij de gemeente.",
        "Via het JPT krijgt hij een begeleider.",
        "In het SVP staat welke hulp is gestart.",
    ),
    passes=(
        "De regionale trajectondersteuner (RTO) vraagt een kopie van het plan.",
        "Het MDT (multidisciplinair team) komt op 14 januari bij elkaar.",
        "OM en GGZ spreken elkaar op 15 januari.",
        "De politie meldt i.v.m. het feest op 16 januari of er extra toezicht is.",
        "De coach print het formulier op A4 en levert het in bij het UWV.",
        "Deel II van het plan is klaar.",
        "ACTIES EN BESLUITEN",
    ),
)
