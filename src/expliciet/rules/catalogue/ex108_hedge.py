"""EX108 · A hedge.

Doubt of which the degree stays hidden: 'mogelijk', 'wellicht', 'lijkt',
'waarschijnlijk', 'naar verwachting'.

Why we ask: doubt is welcome; a hidden degree of doubt is not, because the reader
fills it in. The cues are those of the hedge task of CoNLL-2010, for Dutch.

What helps: who thinks so, on what, and what would settle it.

Known traps: 'mogelijk maken', 'is het mogelijk om', 'de mogelijke routes'; 'lijkt
op'; ability with 'kan'; polite 'zou graag'.

Known misses: 'zou … kunnen' with a verb that is not in our list; 'mogelijk' as
'possible' is asked about at times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_HEDGE = Cues(
    r"mogelijkerwijs|wellicht|misschien|(?:hoogst|zeer )?waarschijnlijk",
    r"onwaarschijnlijk|vermoedelijk",
    r"naar (?:alle )?(?:verwachting|waarschijnlijkheid)",
    r"ogenschijnlijk|kennelijk|blijkbaar|schijnbaar|allicht|denkelijk",
    r"naar het zich laat aanzien|zo te zien|naar het lijkt|het (?:oogt|lijkt) alsof",
    r"heeft er (?:alle |de )?schijn van|(?:de |alle )?schijn",
    r"lijkt(?! op\b)|lijken(?! op\b)|leek|leken",
    r"(?:de |het |een )?(?:indruk|vermoeden)(?: bestaat| is| heerst| leeft| rijst)?"
    r"(?: dat)?",
    r"het (?:gevoel|idee) (?:bestaat|is|heerst|leeft)(?: dat)?",
    r"het laat zich aanzien(?: dat)?|laat het zich aanzien",
    r"zou(?: het)? (?:zo )?kunnen dat|je zou kunnen denken|best kans(?: dat)?",
    r"het ziet ernaar uit(?: dat)?|ziet het ernaar uit",
    r"kan (?:\w+ )?sprake zijn(?: van)?",
    r"het kan (?:zijn|goed zijn|best zijn)(?: dat)?",
    r"kan best(?: zijn)?|niet uit te sluiten|niet uitgesloten|valt niet uit te sluiten",
    r"het zou (?:zo )?kunnen(?: zijn)?(?: dat)?",
    r"zou (?:\w+ ){0,2}kunnen (?:wijzen|duiden|komen|zijn|bieden|spelen|liggen|"
    r"samenhangen)",
    r"min of meer|in zekere zin|tot op zekere hoogte|ergens wel|vooralsnog lijkt",
    r"zal wel",
)
_POSSIBLY = Cues(r"mogelijk")
_ABLE_TO = re.compile(r"mogelijk (?:is|zijn|was|wordt|blijft|blijkt)\s*(?:[,.;:)]|$)")
_POSSIBLE = Cues(
    r"(?:min|zo|waar|indien|als|wanneer|niet|snel|spoedig|veel|goed|weinig|wel|is|was|"
    r"zijn|wordt|het|dat|vlug|gauw|vroeg|beter|dit|maakt|maken|daardoor|niets|alles|"
    r"optimaal|ook) (?:dan |als )?mogelijk",
    r"maakt (?:\w+ ){1,4}mogelijk|waar zulks mogelijk",
    r"mogelijk (?:maken|te maken|gemaakt|maakt|om te|dat de|is het)",
    r"(?:de|alle|een|geen) mogelijke?",
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    spans = [m.span() for m in _HEDGE.all(said)]
    spans += [(f.start, f.end) for f in statement.beyond("ex108", spans)]
    for start, end in spans:
        yield Mark(start, end)
    able = [m.span() for m in _POSSIBLE.all(said)]
    for match in _POSSIBLY.all(said):
        able_to = match.start() and _ABLE_TO.match(said, match.start())
        if not able_to and not any(s <= match.start() < e for s, e in able):
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
    misses=Words(
        nl=(
            "We missen 'zou kunnen' bij veel werkwoorden: 'Een boete zou "
            "averechts kunnen werken.' We vragen soms iets bij 'mogelijk' als "
            "dat 'te doen' betekent: 'De coach kijkt of een ander rooster "
            "mogelijk is.'"
        ),
        en=(
            "We miss 'zou kunnen' with many verbs: 'Een boete zou averechts "
            "kunnen werken.' At times we ask about 'mogelijk' where it means "
            "'feasible': 'De coach kijkt of een ander rooster mogelijk is.'"
        ),
    ),
    source="CoNLL-2010",
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end(" (zo denkt <wie>, op grond van <wat>)"),
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
