"""EX108 · A hedge.

Doubt of which the degree stays hidden: 'mogelijk', 'wellicht', 'lijkt',
'waarschijnlijk', 'naar verwachting'.

Why we ask: doubt is welcome; a hidden degree of doubt is not, because the reader
fills it in. The cues are those of the hedge task of CoNLL-2010, for Dutch.

What helps: who thinks so, on what, and what would settle it.

Known traps: 'mogelijk maken', 'is het mogelijk om', 'de mogelijke routes'; 'lijkt
op'; ability with 'kan'; polite 'zou graag'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_HEDGE = Cues(
    r"(?<!zo\s)(?<!waar\s)(?<!indien\s)(?<!niet\s)(?<!snel\s)(?<!spoedig\s)(?<!veel\s)(?<!goed\s)(?<!als\s)(?<!weinig\s)(?<!wel\s)mogelijk"
    r"(?! (?:maken|te maken|gemaakt|om|is|was|zijn|wordt|dat))",
    r"mogelijkerwijs|wellicht|misschien|(?:hoogst|zeer )?waarschijnlijk|onwaarschijnlijk|vermoedelijk|naar (?:alle )?(?:verwachting|waarschijnlijkheid)|ogenschijnlijk|kennelijk|blijkbaar|schijnbaar|allicht|denkelijk",
    r"lijkt(?! op\b)|lijken(?! op\b)|leek|leken",
    r"(?:de |het )?(?:indruk|vermoeden|gevoel|idee)(?: bestaat| is| heerst| leeft| rijst)?(?: dat)?(?= |$)",
    r"het kan (?:zijn|goed zijn|best zijn)(?: dat)?|kan best(?: zijn)?|zou (?:goed |best |wel )?kunnen(?! (?:doen|helpen|worden))|niet uit te sluiten|niet uitgesloten|valt niet uit te sluiten|het zou kunnen(?: dat)?",
    r"vooralsnog lijkt|min of meer|in zekere zin|tot op zekere hoogte|enigszins|ergens wel|waarschijnlijk",
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.kind == "procedural":
        return
    for match in _HEDGE.all(statement.said):
        yield Mark(match.start(), match.end())


RULE = TextRule(
    code="EX108",
    phenomenon="hedge",
    severity=Severity.TIP,
    name=Words(
        nl="Slag om de arm",
        en="A hedge",
    ),
    question=Words(
        nl="Hoe zeker is dit, en wie schat dat zo in?",
        en="How sure is this, and who estimates it so?",
    ),
    why=Words(
        nl=(
            "Twijfel mag. Maar als niet duidelijk is hoeveel twijfel, vult de lezer "
            "het zelf in."
        ),
        en=(
            "Doubt is fine. But when it is unclear how much doubt, the reader fills it "
            "in."
        ),
    ),
    helps=Words(
        nl="Zeg wie dit denkt, waar dat op rust en wat meer zekerheid zou geven.",
        en="Say who thinks so, what it rests on, and what would give more certainty.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als 'mogelijk' gewoon 'het kan' betekent, bij 'lijkt op' "
            "en bij een beleefde vraag."
        ),
        en=(
            "We ask nothing when 'possible' simply means 'it can be done', for 'looks "
            "like', or for a polite request."
        ),
    ),
    source="CoNLL-2010",
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "interpretation", "intervention", "procedural", "scaling"}),
    look=look,
    flags=(
        "Mogelijk speelt de ruzie met zijn broer een rol.",
        "Moeder lijkt minder angstig dan in het najaar.",
        "Waarschijnlijk houdt het verzuim verband met de nachtdiensten.",
        "De indruk bestaat dat hij de brieven niet begrijpt.",
        "Naar verwachting neemt de spanning thuis af na de verhuizing.",
    ),
    passes=(
        "De training maakt het mogelijk dat hij weer zelfstandig reist.",
        "De mogelijke routes zijn vrijwillige hulp en een maatregel.",
        "De jongste lijkt op zijn vader.",
        "Hij kan zelfstandig koken en wassen.",
        "School zou graag in februari een gesprek voeren.",
        "Er zijn twee mogelijkheden: een kamer bij oma of de stadsherberg.",
    ),
)
