"""EX109 · No source.

Information of which nobody can tell where it came from: 'naar verluidt', 'er zijn
signalen', 'er wordt gezegd', 'zou … hebben'.

Why we ask: hearsay ages into fact. The inspectorate's report of 2024 asks to keep
facts and readings apart.

What helps: the source, the date, and whether it was seen or heard.

Known traps: a named source; 'zou' in a condition or a plan; signals with a source
and a date; 'bekend is welke …'; a source that is protected on purpose.

Known misses: rumour in words that are not in our list; a report that is still to be
made ('dat verzuim wordt gemeld') is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import EVERY_KIND
from ..language.parties import CLIENT, PROFESSIONAL, kind_of
from ..language.tokens import tokens
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_NO_SOURCE = Cues(
    r"naar verluidt|het (?:schijnt|gerucht)(?: gaat)?(?: dat)?|schijnt|schijnen",
    r"volgens (?:geruchten|zeggen|horen zeggen|ingewijden|welingelichte bronnen|"
    r"sommigen|de verhalen|bronnen|omstanders)",
    r"(?:er )?(?:zijn|komen|waren|bereikten ons|is|zouden)(?: er)?"
    r"(?: ook| weer| nieuwe| meerdere| diverse| verschillende)*(?: \w+)? "
    r"(?:signalen|geruchten|berichten|verhalen|aanwijzingen)(?: dat| over| uit)?",
    r"(?:er )?(?:gaat|gaan|doet|doen)(?: \w+){0,2} (?:een |het )?"
    r"(?:gerucht|geruchten|verhaal|verhalen|praatje|praatjes)(?: de ronde)?(?: dat)?",
    r"men (?:zegt|beweert|meent|hoort|vertelt)(?: dat)?",
    r"(?:wordt|werd|is) (?:er )?(?:beweerd|gezegd|vernomen|gefluisterd|rondverteld|"
    r"verteld)(?: dat)?",
    r"(?:(?:algemeen|ambtshalve)? ?bekend is dat|"
    r"het is (?:algemeen )?bekend dat|vernomen (?:is|wordt|werd)(?: dat)?|gehoord "
    r"(?:is|wordt)(?: dat)?|gebleken is(?: dat)?)",
    r"(?:aangegeven|opgemerkt|gemeld|gesteld|gezegd|gesignaleerd|genoemd|ingebracht|"
    r"teruggekoppeld) (?:wordt|werd|is)(?: dat)?",
    r"(?:er )?(?:wordt|werd|is) (?:er )?(?:aangegeven|opgemerkt|gemeld|gesteld|gezegd|"
    r"gesignaleerd|ingebracht|gevraagd naar)(?: dat)?",
    r"er is gevraagd",
    r"(?:van|uit) (?:verschillende|diverse|meerdere|welingelichte) "
    r"(?:kanten|bronnen|hoeken|zijden)"
    r"(?: wordt (?:aangegeven|gemeld|vernomen|gezegd))?(?: dat)?",
    r"uit (?:de|het) (?:buurt|wijk|omgeving|wandelgangen|wandelgang|veld|netwerk|"
    r"dorp) (?:klinkt|komt|wordt|horen)",
    r"in de wandelgangen|via via|van horen zeggen|naar men zegt",
    r"(?:hij|zij|ze|betrokkene|vader|moeder|de \w+|broer|zoon|dochter|zus|er) zou"
    r"(?:den)? (?:\w+ ){0,8}?(?:hebben|zijn)(?! (?:moeten|kunnen))",
    r"zou(?:den)? (?:\w+ ){0,8}?(?:\w+(?:d|t|en) (?:hebben|zijn)|"
    r"(?:hebben|zijn) ge\w+)",
    r"zou (?:weer |nog |regelmatig |vaker |ook )?(?:drinken|blowen|gebruiken|dealen|"
    r"bedreigen|slaan|omgaan met|rondlopen|contact hebben|bezitten|beschikken over)",
)

_ABLE = frozenset("kunnen moeten mogen willen helpen betekenen passen schelen".split())
_CONDITIONS = ("als", "indien", "wanneer", "zodra", "mocht")
_SAYS_NOTHING = re.compile(r"(?:wordt|werd|is) (?:aan|op|ge|in)\w+")
"""'De grens wordt aangegeven': drawn, and not told by anybody."""
_WISHES = re.compile(r"\b(?:beter|mooi|fijn|goed|handig|wenselijk|prettig|ideaal)\s$")
_SOURCES = ("van de ", "van het ", "door ", "bij de ", "volgens")


def look(statement: Statement) -> Iterator[Mark]:
    if statement.label and kind_of(tokens(statement.label)) == PROFESSIONAL:
        return
    spans = [
        (_from_zou(match), match.end())
        for match in _NO_SOURCE.all(statement.said)
        if not _has_source(statement, match)
    ]
    told = None if spans else _told_of(statement)
    spans += [told] if told else []
    if not spans:
        spans += [
            (found.start, found.end)
            for found in statement.expressions("ex109")
            if "volgens" not in statement.said[: found.start].lower()
            and "eigen" not in statement.said[found.start : found.end].lower()
        ][:1]
    for start, end in spans:
        yield Mark(start, end)


def _has_source(statement: Statement, match: re.Match[str]) -> bool:
    """A source stands beside it, or nothing is said to be so."""
    within = [c for c in statement.clauses if c.start <= match.start() < c.end]
    if within and within[0].opened_by in _CONDITIONS:
        return True
    before = statement.said[: match.start()].lower()
    after = statement.said[match.end() :].lower()
    if "volgens" in before or " door " in after[:30]:
        return True
    if "gesteld" in match.group() and "vraag" in before:
        return True
    if not after.strip(" .!") and _SAYS_NOTHING.fullmatch(match.group().lower()):
        return True
    if match.group().lower().startswith("zou"):
        return _WISHES.search(before) is not None or " als " in after
    return after.lstrip().startswith(_SOURCES)


def _from_zou(match: re.Match[str]) -> int:
    """In "vader zou … hebben" the doubt begins at "zou"."""
    words = match.group()
    at = words.find("zou") if " zou" in words or words.startswith("zou") else 0
    return match.start() + at


def _told_of(statement: Statement) -> tuple[int, int] | None:
    """'Broer zou in België zitten': told by nobody in particular."""
    if any(c.opened_by in ("als", "indien", "omdat") for c in statement.clauses):
        return None
    for clause in statement.told:
        form, finite = clause.form, clause.finite
        if form is None or finite is None or clause.follows or not clause.infinitives:
            continue
        if form.infinitive != "zullen" or form.tense != "past":
            continue
        about = clause.doer == CLIENT or "er" in clause.lows[:3]
        could = {f.infinitive for _, f in clause.infinitives}
        if clause.doer == CLIENT and "graag" not in clause.lows:
            could.discard("willen")
        able = not could.isdisjoint(_ABLE)
        if about and not able and "volgens" not in clause.lows:
            return finite.start, finite.end
    return None


RULE = TextRule(
    code="EX109",
    phenomenon="hearsay",
    severity=Severity.WARNING,
    name=Words(
        nl="Bron ontbreekt",
        en="No source",
    ),
    question=Words(
        nl="Van wie komt dit, en wanneer?",
        en="Who did this come from, and when?",
    ),
    why=Words(
        nl=(
            "Wat van horen zeggen komt, staat na een paar verslagen als feit op papier."
        ),
        en="What was heard from others stands on paper as a fact a few minutes later.",
    ),
    helps=Words(
        nl=(
            "Noem de bron en de dag, en of die het zelf zag. Mag de bron niet bekend "
            "zijn? Schrijf dan 'bron: beschermd'."
        ),
        en=(
            "Name the source and the day, and whether they saw it themselves. Is the "
            "source protected? Then write 'bron: beschermd'."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als de bron genoemd of beschermd is, of als 'zou' hoort "
            "bij een plan of een voorwaarde."
        ),
        en=(
            "We ask nothing when the source is named or protected, or when 'would' "
            "belongs to a plan or a condition."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een gerucht in andere woorden: 'Er gaan geluiden dat de "
            "winkel sluit.' We vragen soms iets over een melding die nog moet "
            "komen: 'De politie rekent erop dat verzuim wordt gemeld.'"
        ),
        en=(
            "We miss a rumour in other words: 'Er gaan geluiden dat de winkel "
            "sluit.' At times we ask about a report that is still to come: 'De "
            "politie rekent erop dat verzuim wordt gemeld.'"
        ),
    ),
    source="Inspectie JenV 2024",
    kinds=EVERY_KIND,
    look=look,
    mend=at_the_end(" (bron: <wie>, <datum>)"),
    flags=(
        "Naar verluidt slaapt hij bij vrienden.",
        "Het schijnt dat de winkel weer open is.",
        "Er zijn signalen dat de zoon geld leent in de wijk.",
        "Hij zou in december een scooter hebben gekocht.",
        "Uit de buurt klinkt dat er 's nachts auto's komen.",
        "Er wordt gezegd dat zij de sleutel heeft nagemaakt.",
    ),
    passes=(
        "Volgens de huismeester slaapt hij sinds 3 januari bij vrienden.",
        "School meldt dat hij in december elf uur miste.",
        "De wijkagent zag op 5 januari twee auto's bij de garage.",
        "Als hij de brief zou krijgen, zou hij het spreekuur bellen.",
        "Bekend is welke begeleider op dinsdag komt.",
        "De buurvrouw gaf op 7 januari drie signalen door aan het meldpunt.",
    ),
)
