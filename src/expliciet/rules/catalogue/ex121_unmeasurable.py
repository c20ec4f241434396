"""EX121 · Not to be measured.

A measure or frequency in a deed, criterion or judgement that cannot be checked:
'regelmatig', 'vaak', 'voldoende', 'een aantal', 'etc.'.

Why we ask: the requirements standard 29148 warns of terms that cannot be verified
and of comparisons without a reference.

What helps: a number, a period, a threshold.

Known traps: background; 'niet meer', 'onder meer'; 'enige' meaning 'only';
quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..mending import with_a_measure
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_VAGUE = Cues(
    r"(?:on)?voldoende|regelmatig|geregeld|vaak|(?:steeds )?vaker|soms|meestal|doorgaans|zelden|af en toe|"
    r"(?:zo )?nu en dan|met (?:enige |zekere )?regelmaat|veelvuldige?|frequente?r?|periodieke?|sporadisch|"
    r"incidenteel|herhaaldelijk|bij tijd en wijle|zo veel mogelijk|zoveel mogelijk|zo goed mogelijk",
    r"tijdige?|intensie(?:f|ver|ve|vere)|adequate?|afdoende|toereikende?|toenemende?|afnemende?|te weinig|"
    r"te veel|teveel|een (?:aantal|handvol|handjevol|reeks)(?= \w)|enkele(?= \w+(?:en|s)\b)|etc\.?|enz\.?|"
    r"e\.d\.?|en dergelijke|en zo|et cetera|enzovoorts?",
    r"relevante?|(?:wat )?(?:sneller|vlotter|beter|eerder|strakker|scherper|soepeler|ruimer|kritischer|"
    r"duidelijker|helderder|grondiger|vollediger|langer|steviger|actiever|rustiger|zwaarder|feller|"
    r"zichtbaarder|nauwer|intensiever|minder|meer)|steeds (?:\w+er)|extra|stevige?|nauwe?|grondige?|nauwgezet|stukken beter|te lang|zo min mogelijk|een beetje|een paar keer|vroeger|zorgvuldige?|"
    r"ruimhartige?|flinke?|forse?|aanzienlijke?|behoorlijke?|redelijke?|(?:on)?verminderd (?:hoog|laag|groot)|"
    r"enige(?= \w+(?:ing|heid|tijd|teit|druk|rust|steun|afstand|vooruitgang))|de nodige|diverse|meerdere keren|"
    r"genoeg|volledig(?= \w+baar)|passende?|goed(?= (?:op de hoogte|contact|geïnformeerd))|veel(?= \w)|weinig(?= \w)|"
    r"grote? (?:aantal|deel)|op korte afstand|snelle?|nadere(?= (?:gesprek|info))|nader(?= gesprek)|"
    r"direct(?= (?:gemeld|gebeld|doorgegeven|terug))|langdurige?|proactie(?:f|ve)|laagdrempelige?|"
    r"de goede kant op(?: gaat)?|vruchten (?:begint )?af(?: te werpen)?|in toenemende mate|enigszins|"
    r"(?:een )?paar(?= \w)|wat(?= (?:meer|minder|vaker|rustiger))",
)
_NOT = Cues(
    r"(?:niet|niets|nooit|onder|des te|niemand|nergens|nog) meer|geen \w+ meer|meer dan (?:\d|een|één|twee|drie|vier|tien)|"
    r"minder dan (?:\d|een|één|twee|drie)|onder meer|hoeveel|ten minste|beter dan|al voldoende|een goede week|"
    r"niet langer|langer dan (?:\d|een|twee|drie|vier|vijf|zes)|geen enkele|een enkele|(?:één|een|twee|drie|vier|\d+) extra|extra \w+ (?:van|op|in) \d|"
    r"goede? (?:kant|orde|doel|raad|buur)|meer (?:dan )?jaren|(?:wordt|worden|is|zijn) (?:\w+ ){0,6}geregeld|"
    r"geregeld (?:is|zijn|moet|moeten|wordt|worden|op|door)|een extra|tijdige melding|goede afspraken|"
    r"(?:een|één|twee|drie) paar|een paar uur|een paar leden|\d+ minuten eerder|eerder (?:besproken|afgesproken|gemeld|genoemde?|dan)|langer dan|"
    r"vaker dan|snelle? intake|zo (?:snel|spoedig) mogelijk|snel mogelijk|dat is (?:\w+ )*genoeg|voor \w+ genoeg|"
    r"passende actie|passend onderwijs|goede buren|meer informatie|veel dank|veel succes|niet veel|zo veel|te veel moeite"
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.kind == "procedural" or (
        statement.kind == "fact" and (not statement.alone or _is_report(statement))
    ):
        return
    told = [c for c in statement.clauses if c.form and c.is_main]
    if told and all(c.is_past for c in told):
        return
    said = statement.said
    left_out = [m.span() for m in _NOT.all(said)]
    for match in _VAGUE.all(said):
        if any(s <= match.start() < e for s, e in left_out):
            continue
        if match.group().lower() == "geregeld" and not statement.deeds:
            continue
        low = match.group().lower()
        if low in ("minder", "meer") and ":" in said[match.end() :]:
            continue
        if low in _COMPARED and statement.kind == "fact":
            continue
        yield Mark(match.start(), match.end())


_COMPARED = frozenset(
    "meer minder beter sneller eerder langer meerdere diverse veel weinig".split()
)


def _is_report(statement: Statement) -> bool:
    """A dated or sourced fact: its background quantities are no criterion."""
    return any(char.isdigit() for char in statement.said)


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
    source="ISO/IEC/IEEE 29148",
    kinds=frozenset(
        {
            "agreement",
            "consideration",
            "decision",
            "expectation",
            "fact",
            "interpretation",
            "intervention",
            "procedural",
            "scaling",
        }
    ),
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
