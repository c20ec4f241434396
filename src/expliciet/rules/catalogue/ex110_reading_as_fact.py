"""EX110 · A reading told as a fact.

A judgement, motive or trait told as a fact, without an observation, a source or a
reader. The question is about the sentence; it never repeats the words as true and
offers no other label.

Why we ask: a label travels along with a person from file to file. The inspectorate's
report of 2024 and the evaluation both ask to keep what was seen apart from how it is
read.

What helps: first what was seen, then the reading, then who reads it so and on what.

Known traps: a diagnosis with its source and date; a reading marked as such
('volgens', 'vindt', 'op grond van'); a factual or legal state ('is vrij', 'is
verdachte'); a denial.

Known misses: a reading without a word for a trait; a motive named as a thing; a role
given to somebody in the family.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.expressions import listed_words
from ..language.kinds import OF_THE_CASE
from ..language.parties import CLIENT, PROFESSIONAL, kind_of, party_of
from ..language.tokens import tokens
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.clause import Clause
    from ..language.statement import Statement


_SHOWING = frozenset(
    "is zijn was blijft blijven wordt worden oogt raakt stelt gedraagt voelt".split()
)
_DEGREE = frozenset(
    "erg zeer heel nogal behoorlijk steeds weer gewoon echt duidelijk ronduit "
    "sterk totaal volledig inmiddels nu nog helemaal toch wel vrij extreem "
    "uiterst licht enorm best ook vooral beetje ernstig te niet slecht "
    "moeilijk onvoldoende weinig zich een de zo al meer minder volkomen het "
    "van nature vaak altijd soms daar daardoor dan hier thuis in kern wat".split()
)
_PERSONS = listed_words("persons")
_TRAITS = listed_words("traits")
_TRAIT_ENDS = (
    "baar",
    "achtig",
    "gestoord",
    "zuchtig",
    "onmachtig",
    "begaafd",
    "zaam",
    "loos",
)
_PLAIN = frozenset(
    "haalbaar bruikbaar beschikbaar openbaar zichtbaar hoorbaar betaalbaar "
    "toonbaar werkloos dakloos langzaam kosteloos draadloos houdbaar "
    "opvraagbaar aantoonbaar vergelijkbaar werkzaam denkbaar "
    "raadzaam kwijtbaar leesbaar meetbaar toegankelijk bereikbaarheid".split()
)
_MARKED = Cues(
    r"volgens|vindt|vinden|schat|schatten|acht|achten|noemt|noemen|denkt|denken",
    r"op grond van|op basis van|weegt|leest|ziet|zien|meent|menen|omschrijft",
    r"beschrijft|duidt|ervaart|ervaren|diagnose|gediagnosticeerd|oordeelt|concludeert",
    r"stelt (?:\w+ ){0,6}dat|lijkt|lijken|mogelijk|indruk|vermoedelijk|taxeert",
    r"interpreteert|typeert|wellicht|misschien|waarschijnlijk|zegt|geeft aan|vertelt",
    r"vertelde|verklaarde|verklaart|verdenking|verdacht van|rapport|verslag|als|indien",
    r"wanneer|zodra|tot|vraagt|meldt|merkt op|beoordeelt|kwalificeert|twijfelt|schatte",
    r"vond|noemde|zag|aldus|omdat (?:hij|zij|ze)|verdachte|bekend bij|oogt alsof",
)
_ABOUT = frozenset(
    "thuis thuissituatie situatie gezinssituatie opvoeding risico gedrag "
    "houding berouw motivatie relatie dreiging klimaat sfeer omgeving toestand "
    "band netwerk invloed".split()
)
_BASED = Cues(
    r"volgens|op grond van|aldus|verslag|rapport(?:age)?",
    r"omdat (?:hij|zij|ze) (?:hem|haar|het|dit)",
)
_LEGAL = Cues(r"verdacht van|is verdachte|veroordeeld|artikel \d+")
_ABLE = frozenset(
    "leerbaar begeleidbaar behandelbaar aanspreekbaar bereikbaar gemotiveerd "
    "corrigeerbaar stuurbaar geschikt eerlijk betrouwbaar weerbaar coöperatief".split()
)
_ROLE_ENDS = (
    "er",
    "ster",
    "aar",
    "ling",
    "lid",
    "genoot",
    "houder",
    "ist",
    "ant",
    "ent",
)
_ROLES = frozenset(
    "huurder eigenaar lid verdachte getuige melder kind man vrouw jongen "
    "meisje inwoner werknemer voogd dupe kwestie vraag bedoeling eerste tweede "
    "derde enige laatste oudste jongste ander zoon vader naam adres "
    "contactpersoon klant patiënt student leerling weduwe partner neef nicht "
    "deel helft rest".split()
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.said in _LEGAL:
        return
    if statement.label and kind_of(tokens(statement.label)) == PROFESSIONAL:
        return
    spots = [
        (f.start, f.end)
        for f in statement.expressions("ex110")
        if f.clause is None or f.clause.doer != PROFESSIONAL or _partner(f.verb)
        if f.clause is None or not f.clause.is_past
    ]
    spots += [s for c in statement.clauses if (s := _predicate(c))]
    last = -1
    for start, end in sorted(spots):
        before = statement.said[:start]
        if start < last or before in _MARKED or statement.said[end:] in _BASED:
            continue
        last = end
        yield Mark(start, end)


def _partner(verb: str) -> bool:
    """Of a partner too it is a reading: "school overdrijft"."""
    return verb in ("overdrijven", "achteroverleunen", "bagatelliseren", "liegen")


def _predicate(clause: Clause) -> tuple[int, int] | None:
    """'is onberekenbaar': being or showing, and then a trait."""
    if (
        clause.finite is None
        or clause.form is None
        or clause.finite.low not in _SHOWING
    ):
        return None
    words = clause.words
    if {"niet", "geen"} & set(clause.lows) and not set(clause.lows) & _ABLE:
        return None
    begin = words.index(clause.finite)
    if not _about_somebody(clause, begin):
        return None
    if naming := _named_as(clause, begin):
        return naming
    for at in range(begin + 1, min(begin + 9, len(words))):
        low = words[at].low
        if _is_trait(low):
            return words[begin].start, words[at].end
        if low not in _DEGREE and party_of(low) != CLIENT and not low.endswith("e"):
            return None
    return None


def _named_as(clause: Clause, begin: int) -> tuple[int, int] | None:
    """'is de spil', 'is een speelbal van …': a person called something."""
    words = clause.words
    if clause.doer != CLIENT or clause.is_past or clause.finite is None:
        return None
    if begin + 2 >= len(words) or words[begin + 1].low not in (
        "een",
        "de",
        "het",
        "geen",
    ):
        return None
    if any(char.isdigit() for w in words for char in w.text):
        return None
    for at in range(begin + 2, min(begin + 6, len(words))):
        low = words[at].low
        if low.endswith("e") and at + 1 < len(words) and words[at + 1].is_word:
            continue
        if (
            not low.isalpha()
            or party_of(low)
            or low in _ROLES
            or low.endswith(_ROLE_ENDS)
        ):
            return None
        return words[begin].start, words[at].end
    return None


def _about_somebody(clause: Clause, begin: int) -> bool:
    near = [w.low for w in clause.words[: begin + 4]]
    if clause.doer == CLIENT or any(w in _ABOUT for w in near):
        return True
    if (
        any(w in ("zijn", "haar", "hun", "deze", "dit", "het") for w in near[:2])
        and clause.doer == ""
    ):
        return True
    if clause.doer == PROFESSIONAL:
        return any(w.low in ("onvoldoende", "niet") for w in clause.words)
    return any(party_of(w) == CLIENT for w in near)


def _is_trait(low: str) -> bool:
    """A trait, an -e behind it or not, or a word for a kind of person."""
    if low in _PERSONS or {low, low.removesuffix("e")} & _TRAITS:
        return True
    return low.endswith(_TRAIT_ENDS) and low not in _PLAIN and len(low) > 6


RULE = TextRule(
    code="EX110",
    phenomenon="interpretation_as_fact",
    severity=Severity.WARNING,
    name=Words(
        nl="Duiding als feit",
        en="A reading told as a fact",
    ),
    question=Words(
        nl="Wat is er gezien, en wie leest dat zo?",
        en="What was seen, and who reads it so?",
    ),
    why=Words(
        nl=(
            "Een oordeel zonder basis reist mee van verslag naar verslag. Later weet "
            "niemand meer waar het op rustte."
        ),
        en=(
            "A judgement without a basis travels from minutes to minutes. Later nobody "
            "knows what it rested on."
        ),
    ),
    helps=Words(
        nl=(
            "Schrijf eerst wat er gezien of gehoord is, met de dag. Schrijf daarna wie "
            "het zo leest en waarom."
        ),
        en=(
            "First write what was seen or heard, with the day. Then write who reads it "
            "so, and why."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als erbij staat wie dit vindt of waar het op rust, bij "
            "een vastgestelde toestand en bij een ontkenning."
        ),
        en=(
            "We ask nothing when it says who thinks so or what it rests on, for an "
            "established state, or for a denial."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een oordeel zonder typerend woord: 'Zus overziet de "
            "gevolgen van haar keuze niet.' Ook een drijfveer ('Drijfveer is "
            "geld.') en een rol in huis ('De oudste is de baas in huis.') "
            "missen we."
        ),
        en=(
            "We miss a judgement without a telling word: 'Zus overziet de "
            "gevolgen van haar keuze niet.' We also miss a motive ('Drijfveer "
            "is geld.') and a role at home ('De oudste is de baas in huis.')."
        ),
    ),
    source="Inspectie JenV 2024; Evaluatie ICO: van impliciet naar expliciet",
    kinds=OF_THE_CASE,
    look=look,
    flags=(
        "De oudste zoon is manipulatief.",
        "Vader is onbetrouwbaar.",
        "Zij neemt geen verantwoordelijkheid.",
        "Het gezin werkt niet mee.",
        "De jongen is niet leerbaar.",
        "Meneer is gevaarlijk.",
    ),
    passes=(
        "De psychiater stelde op 4 december een depressie vast.",
        (
            "De wijkagent vindt hem beïnvloedbaar, op grond van drie gesprekken in "
            "december."
        ),
        "Hij miste op 5 en 12 januari de afspraak met de coach.",
        "Hij is sinds 2 januari vrij.",
        "Zij is verdachte in een lopende zaak.",
        "Vader is niet agressief.",
    ),
)
