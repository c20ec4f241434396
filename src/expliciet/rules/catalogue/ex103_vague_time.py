"""EX103 · A vague time.

A time that cannot be put on a calendar: 'z.s.m.', 'binnenkort', 't.z.t.', 'na de
zomer', 'volgende keer'.

Why we ask: what has no day cannot be late. The requirements standard 29148 asks for
what can be verified; the time frame is one of Purver's four parts.

What helps: a day or a week number.

Known traps: a month or anything finer; 'later' in a story about the past; 'volgend
overleg (21 januari)'; a dated event ('na de zitting van 3 februari'); 'direct' with
a trigger; quotations.

Known misses: an event that is not in our list ('na de herindeling'); an absence
whose days stand in brackets further on is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.cues import Cues
from ..language.kinds import EVERY_KIND
from ..mending import in_its_place
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_MADE_PRECISE = re.compile(
    r"[\s,]*\(?\s*(?:op |ma |di |wo |do |vr )?\d{1,2}(?:[ /-]|\.\d)"
)
_NOT_SET = Cues(r"(?:wordt|moet) nader (?:gepland|bepaald|vastgesteld)|datum volgt")


_TELLS = frozenset(("fact", "interpretation", "consideration"))
_TO_COME = frozenset(("komen", "volgen", "zullen", "gaan"))
_A_WEEK_OF = re.compile(r"\b(?:week|dag|avond|weekend|[a-z]+dag)\s$")


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    if statement.kind == "procedural" and said not in _NOT_SET:
        return
    if statement.is_past or _only_tells(statement):
        return
    spans = [m.span() for m in moments.VAGUE.all(said)]
    spans += [(f.start, f.end) for f in statement.beyond("ex103", spans)]
    for start, end in sorted(spans):
        one_week = said[start:end].startswith("vo") and _A_WEEK_OF.search(said[:start])
        if not one_week and not _MADE_PRECISE.match(said[end : end + 14]):
            yield Mark(start, end)


def _only_tells(statement: Statement) -> bool:
    """A sentence among others that tells how things are: nothing has to be in time."""
    tells = bool(statement.told) and statement.kind in _TELLS
    forms = [clause.form for clause in statement.told if clause.form]
    if any(f.tense == "present" and f.infinitive in _TO_COME for f in forms):
        return False
    return tells and not statement.deeds and not statement.alone


RULE = TextRule(
    code="EX103",
    phenomenon="time_vague",
    severity=Severity.WARNING,
    name=Words(
        nl="Vage tijd",
        en="A vague time",
    ),
    question=Words(
        nl="Op welke dag of in welke week?",
        en="On which day or in which week?",
    ),
    why=Words(
        nl="Een tijd die niet op de kalender past, kan nooit te laat zijn.",
        en="A time that does not fit on a calendar can never be late.",
    ),
    helps=Words(
        nl=(
            "Noem een dag of een weeknummer. Is die nog niet bekend? Noem dan wanneer "
            "het bekend is."
        ),
        en="Name a day or a week number. Not known yet? Then say when you will know.",
    ),
    silent=Words(
        nl=(
            "We vragen niets bij een maand of preciezer, bij een duidelijk moment ('na "
            "de zitting van 3 februari') en bij een verhaal over vroeger."
        ),
        en=(
            "We ask nothing for a month or anything more precise, for a clear moment "
            "('after the hearing of 3 February'), or in a story about the past."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een gebeurtenis die we niet kennen: 'Na de herindeling "
            "stuurt de gemeente een brief.' We vragen soms naar een tijd "
            "waarvan de dagen verderop staan: 'Tijdens de vakantie van de "
            "mentor (3 tot 9 mei) belt haar collega.'"
        ),
        en=(
            "We miss an event that we do not know: 'Na de herindeling stuurt de "
            "gemeente een brief.' At times we ask about a time of which the "
            "days stand further on: 'Tijdens de vakantie van de mentor (3 tot 9 "
            "mei) belt haar collega.'"
        ),
    ),
    source="ISO/IEC/IEEE 29148; Purver e.a.: vier onderdelen van een actiepunt",
    silences=("EX104",),
    kinds=EVERY_KIND,
    look=look,
    mend=in_its_place("vóór <datum>"),
    flags=(
        "De jeugdarts stuurt de verklaring zo spoedig mogelijk.",
        "Binnenkort bezoekt de wijkagent het gezin.",
        "De gemeente vraagt op korte termijn een woning aan.",
        "De reclassering levert het plan in de loop van het voorjaar.",
        "De schuldhulpverlener komt t.z.t. met een voorstel.",
        "De coach bespreekt het rooster een volgende keer met vader.",
    ),
    passes=(
        "De jeugdarts stuurt de verklaring uiterlijk 17 januari.",
        "De gemeente doet eind februari een woningaanbod.",
        "De coach belt moeder direct na de zitting van 3 februari.",
        "In het volgend overleg (21 januari) brengt school de cijfers in.",
        "Hij liep later die avond zelf naar het bureau.",
        'De oma zei: "hij verhuist binnenkort".',
    ),
)
