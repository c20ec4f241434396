"""EX121 · Not to be measured.

A measure or frequency in a deed, criterion or judgement that cannot be checked:
'regelmatig', 'vaak', 'voldoende', 'een aantal', 'etc.'.

Why we ask: the requirements standard 29148 warns of terms that cannot be verified
and of comparisons without a reference.

What helps: a number, a period, a threshold.

Known traps: background; 'niet meer', 'onder meer'; 'enige' meaning 'only';
quotations.

Known misses: a measure in a sentence that we take for a fact; 'nadere' with
something that is named is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..mending import with_a_measure
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_VAGUE = Cues(
    r"(?:on)?voldoende|regelmatig|geregeld|vaak|(?:steeds )?vaker|soms|meestal",
    r"doorgaans|zelden|af en toe|(?:zo )?nu en dan|met (?:enige |zekere )?regelmaat",
    r"veelvuldige?|frequente?r?|periodieke?|sporadisch|incidenteel|herhaaldelijk",
    r"bij tijd en wijle|zo veel mogelijk|zoveel mogelijk|zo goed mogelijk",
    r"tijdige?|intensie(?:f|ver|ve|vere)|adequate?|afdoende|toereikende?|toenemende?",
    r"afnemende?|te weinig|te veel|teveel",
    r"(?:neemt|nemen) (?:\w+ )?(?:toe|af)(?=[.,;]|$)",
    r"een (?:aantal|handvol|handjevol|reeks)(?= \w)",
    r"enkele(?= \w+(?:en|s)\b)|etc\.?|enz\.?|e\.d\.?|en dergelijke|en zo|et cetera",
    r"enzovoorts?",
    r"relevante?",
    r"(?:wat )?(?:sneller|vlotter|beter|eerder|strakker|scherper|soepeler|ruimer|"
    r"kritischer|duidelijker|helderder|grondiger|vollediger|langer|steviger|actiever|"
    r"rustiger|zwaarder|feller|zichtbaarder|nauwer|intensiever|minder|meer)",
    r"steeds (?:\w+er)|extra|stevige?|nauwe?|grondige?|nauwgezet|stukken beter|te lang",
    r"zo min mogelijk|een beetje|een paar keer|vroeger|zorgvuldige?|ruimhartige?",
    r"flinke?|forse?|aanzienlijke?|behoorlijke?|redelijke?",
    r"(?:on)?verminderd (?:hoog|laag|groot)",
    r"enige(?= \w+(?:ing|heid|tijd|teit|druk|rust|steun|afstand|vooruitgang))",
    r"de nodige|diverse|meerdere keren|genoeg|volledig(?= \w+baar)|passende?",
    r"goed(?= (?:op de hoogte|contact|geïnformeerd))",
    r"veel(?= \w)|weinig(?= \w)|grote? (?:aantal|deel)|op korte afstand|snelle?",
    r"nadere(?= (?:gesprek|info))|nader(?= gesprek)",
    r"direct(?= (?:gemeld|gebeld|doorgegeven|terug))",
    r"langdurige?|proactie(?:f|ve)|laagdrempelige?|de goede kant op(?: gaat)?",
    r"vruchten (?:begint )?af(?: te werpen)?|in toenemende mate|enigszins",
    r"(?:een )?paar(?= \w)|wat(?= (?:meer|minder|vaker|rustiger))",
)
_MEANT_OTHERWISE = Cues(
    r"(?:niet|niets|nooit|onder|des te|niemand|nergens|nog) meer",
    r"geen \w+ meer|meer dan (?:\d|een|één|twee|drie|vier|tien)",
    r"minder dan (?:\d|een|één|twee|drie)|onder meer|hoeveel|ten minste|beter dan",
    r"al voldoende|een goede week|niet langer",
    r"langer dan (?:\d|een|twee|drie|vier|vijf|zes)",
    r"geen enkele|een enkele|(?:één|een|twee|drie|vier|\d+) extra",
    r"extra \w+ (?:van|op|in) \d|goede? (?:kant|orde|doel|raad|buur)",
    r"meer (?:dan )?jaren",
    r"(?:wordt|worden|is|zijn) (?:\w+ ){0,6}geregeld",
    r"geregeld (?:is|zijn|moet|moeten|wordt|worden|op|door)",
    r"een extra|tijdige melding|goede afspraken|(?:een|één|twee|drie) paar",
    r"een paar uur|een paar leden|\d+ minuten eerder",
    r"eerder (?:besproken|afgesproken|gemeld|genoemde?|dan)",
    r"langer dan|vaker dan|snelle? intake|zo (?:snel|spoedig) mogelijk|snel mogelijk",
    r"dat is (?:\w+ )*genoeg|voor \w+ genoeg|passende actie|passend onderwijs",
    r"goede buren|meer informatie|veel dank|veel succes|niet veel|zo veel",
    r"te veel moeite",
)
_COMPARED = frozenset(
    "meer minder beter sneller eerder langer meerdere diverse veel weinig".split()
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.is_past or _is_background(statement):
        return
    said = statement.said
    left_out = [m.span() for m in _MEANT_OTHERWISE.all(said)]
    for match in _VAGUE.all(said):
        if any(s <= match.start() < e for s, e in left_out):
            continue
        if not _is_told(statement, match):
            yield Mark(match.start(), match.end())


def _is_told(statement: Statement, match: re.Match[str]) -> bool:
    """The word tells how it is, or means something else, and measures no deed."""
    low = match.group()
    if low == "geregeld" and not statement.deeds:
        return True
    if low in ("minder", "meer") and ":" in statement.said[match.end() :]:
        return True
    return low in _COMPARED and statement.kind == "fact"


def _is_background(statement: Statement) -> bool:
    """A fact among others, or with a number in it: its measures are no criterion."""
    dated = any(char.isdigit() for char in statement.said)
    return statement.kind == "fact" and (dated or not statement.alone)


RULE = TextRule(
    code="EX121",
    phenomenon="quantity_vague",
    severity=Severity.TIP,
    name=Words(
        nl="Onmeetbaar",
        en="Not to be measured",
    ),
    question=Words(
        nl="Hoeveel of hoe vaak?",
        en="How much or how often?",
    ),
    why=Words(
        nl="'Vaak' is voor de één elke dag en voor de ander elke maand.",
        en="'Often' is every day for one and every month for another.",
    ),
    helps=Words(
        nl="Noem een aantal en een periode: 'twee keer per week tot 1 maart'.",
        en="Name a number and a period: 'twice a week until 1 March'.",
    ),
    silent=Words(
        nl=(
            "We vragen niets bij 'niet meer' en 'onder meer', bij achtergrond en bij "
            "iemands eigen woorden."
        ),
        en=(
            "We ask nothing for 'no longer' and 'among others', for background, or for "
            "someone's own words."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een maat in een zin die we als feit lezen: 'De proef is "
            "geslaagd als zij meestal op tijd komt.' We vragen soms iets bij "
            "'nadere': 'De coach neemt nadere informatie mee.'"
        ),
        en=(
            "We miss a measure in a sentence that we read as a fact: 'De proef "
            "is geslaagd als zij meestal op tijd komt.' At times we ask about "
            "'nadere': 'De coach neemt nadere informatie mee.'"
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=OF_THE_CASE,
    look=look,
    mend=with_a_measure,
    flags=(
        "De begeleider bezoekt hem regelmatig.",
        "De wijkagent rijdt vaker door de straat.",
        "Afschalen kan bij voldoende dagbesteding.",
        "De coach spreekt in januari een aantal keer met de leerkracht.",
        "De gemeente vergoedt de reiskosten, de lunch, etc.",
        "De school meldt verzuim tijdig bij de gemeente.",
    ),
    passes=(
        "De begeleider bezoekt hem elke dinsdag tot 1 maart.",
        "De wijkagent rijdt drie avonden per week door de straat tot 1 februari.",
        "Hij komt sinds 4 januari niet meer op school.",
        "De tante is de enige die een sleutel heeft.",
        "De coach spreekt op 14 januari onder meer met de leerkracht.",
        'De moeder zei: "ik slaap vaak slecht".',
    ),
)
