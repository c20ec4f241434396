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
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_VAGUE = Cues(
    r"(?:regelmatig|geregeld|vaak|soms|zo nu en dan|nu en dan|af en toe|veelvuldig|frequent|periodiek|met enige regelmaat|met regelmaat|steeds vaker|vaker|herhaaldelijk|dikwijls|zelden|incidenteel|sporadisch)(?:e)?",
    r"(?:on)?voldoende|genoeg|tijdig|(?:intensief|intensieve|intensiever|intensivering)|(?:een )?(?:aantal|paar|handjevol|handvol|reeks)(?= \w)|enkele|enige(?= \w+(?:ing|heid|tijd|mate|vooruitgang|druk|zorg|rust))|diverse|meerdere|verscheidene|verschillende(?= (?:keren|malen|meldingen|partijen))|de nodige|veel(?! te)|weinig|te weinig|te veel|teveel|minder|meer(?! (?:dan|informatie over de)\b)|"
    r"(?:sneller|vlotter|beter|stevig(?:er)?|strakker|scherper|zorgvuldig|adequaat|adequate|passend(?:e)?|goed contact|nauw(?:er|e)?|volledig(?:er)?|ruim|ruime|spoedig genoeg|snel|snelle|actief|actiever|proactief|extra|frequenter|langer|korter|hoger|lager|soepel(?:er)?|flexibeler|ruimer|kritischer|duidelijker|helderder|grondig(?:er)?)",
    r"etc\.?|enz\.?|enzovoort|en dergelijke|e\.d\.?|en zo verder|et cetera|in toenemende mate|toenemende?|afnemende?|substantieel|substantiële|aanzienlijk(?:e)?|grotendeels|grote(?:re)? aantal(?:len)?|redelijk(?:e)?|behoorlijk(?:e)?|zo veel mogelijk|zoveel mogelijk|maximaal mogelijk|optimaal|optimale|relevante?|nader(?:e)?(?= (?:gesprek|onderzoek|overleg|contact|info))|direct(?= (?:gemeld|gebeld|doorgegeven|terug))|"
    r"merkbaar|zichtbaar|enigszins|iets(?= (?:meer|minder|vaker|beter|rustiger|soepeler))|wat(?= (?:meer|minder|vaker|beter|rustiger|soepeler|ruimer|sneller))|de goede kant op(?: gaat)?|gaat (?:\w+ )?beter|vruchten (?:begint )?af(?: te werpen)?|(?:gaat|loopt) (?:\w+ )?goed|beduidend|fors(?:e)?|flink(?:e)?|langdurig(?:e)?|kortdurend(?:e)?|zwaar(?:dere)?|lichter(?:e)?|"
    r"goede|goed genoeg|een stuk|steviger|constructie(?:f|ve)|laagdrempelig(?:e)?|op korte afstand|dichtbij|hechter|breder(?:e)?|bredere"
)
_STRONG = Cues(
    r"(?:on)?voldoende|regelmatig|geregeld|vaak|vaker|soms|af en toe|tijdig|intensief|intensieve|intensiever|frequent|periodiek|adequaat|toenemende?|te weinig|te veel|teveel|een aantal|enkele|(?:een )?paar(?= \w)|etc\.?|enz\.?|e\.d\.?|en dergelijke|relevante?|sneller|beter|stevig(?:er)?|extra|steeds vaker|de goede kant op(?: gaat)?|zo nu en dan|nu en dan|met regelmaat|met enige regelmaat|veelvuldig|incidenteel|de nodige|aanzienlijk(?:e)?|nauw(?:er|e)?|meer|minder|direct(?= (?:gemeld|gebeld|doorgegeven))|enige(?= \w+ing)|nadere?(?= (?:gesprek))|genoeg|volledig(?:er)?|vruchten (?:begint )?af(?: te werpen)?|soepeler|wat(?= (?:meer|minder|vaker|beter|rustiger|soepeler))|diverse|meerdere|zorgvuldig|passende?|redelijk(?:e)?|goede|veel|zo veel mogelijk|zoveel mogelijk|flink(?:e)?|fors(?:e)?|duidelijker|langer|behoorlijk(?:e)?|grote aantal"
)
_NOT = Cues(
    r"(?:niet|geen|niets|nooit|onder|des te|te|meer) meer|niet meer|geen \w+ meer|meer dan|onder meer|minder dan|niet veel|hoeveel|zoveel|meerdere malen aangehouden|een aantal (?:van|punten)|ten minste|beter dan|nog meer|al voldoende|goede (?:kant|orde)|een goede week|vaak genoeg gebeld|veel dank|niet langer|langer dan|werken niet meer|werkt niet meer|nergens meer|niemand meer|iets meer dan"
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.kind == "fact" and not statement.alone:
        return
    past = statement.clauses and all(c.is_past for c in statement.clauses if c.form)
    if past and any(c.form for c in statement.clauses):
        return
    said = statement.said
    left_out = [m.span() for m in _NOT.all(said)]
    for match in _STRONG.all(said):
        if any(s <= match.start() < e for s, e in left_out):
            continue
        yield Mark(match.start(), match.end())


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
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "interpretation", "intervention", "procedural", "scaling"}),
    look=look,
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
