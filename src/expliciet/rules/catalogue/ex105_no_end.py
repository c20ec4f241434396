"""EX105 · No end.

A deed that goes on, without an end or a moment to look again: 'blijft', 'houdt
contact', 'doorlopend', 'voorlopig', 'wekelijks'.

Why we ask: measures drift on when nobody said when to stop; the evaluation asks that
every step stays in proportion.

What helps: an end date, or the day on which you look again.

Known traps: 'tot', 't/m' or a dated evaluation; 'blijft' for where somebody lives
with an end; 'volgt' meaning 'comes next'; words with 'vervolg-'.

Known misses: a note that somebody should be alert; 'geregeld' as 'arranged' is taken
for 'often'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.kinds import OF_THE_CASE
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


def look(statement: Statement) -> Iterator[Mark]:
    for deed in statement.deeds:
        if not deed.is_lasting or deed.has_end or deed.has_trigger:
            continue
        own = statement.said[deed.clause.start : deed.clause.end]
        reach = (deed.clause.start, deed.clause.end)
        word = moments.LASTING.find(own) or moments.RHYTHM.find(own)
        if word:
            start = deed.clause.start + word.start()
            yield Mark(start, start + len(word.group()), reach=reach)
        else:
            spans = [
                s for s in statement.lasting if s[0] < reach[1] and reach[0] < s[1]
            ]
            start, end = spans[0] if spans else (deed.group_start, deed.group_end)
            yield Mark(start, end, reach=reach)
    if statement.piece.kind == "row" and not moments.ends(statement.said):
        for start, end in statement.cells:
            if word := moments.RHYTHM.find(statement.said[start:end]):
                yield Mark(start + word.start(), start + word.end())
    elif not (statement.deeds or statement.is_past) and not moments.ends(
        statement.said
    ):
        for word in moments.LASTING.all(statement.said):
            yield Mark(word.start(), word.end())


RULE = TextRule(
    code="EX105",
    phenomenon="end_missing",
    severity=Severity.WARNING,
    name=Words(
        nl="Geen einde",
        en="No end",
    ),
    question=Words(
        nl="Tot wanneer, of wanneer kijken jullie opnieuw?",
        en="Until when, or when will you look again?",
    ),
    why=Words(
        nl=(
            "Wat doorloopt zonder einde, loopt soms door terwijl het niet meer nodig "
            "is."
        ),
        en="What goes on without an end sometimes goes on when it is no longer needed.",
    ),
    helps=Words(
        nl="Noem een einddatum of de dag waarop jullie opnieuw kijken.",
        en="Name an end date, or the day on which you look again.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als er 'tot', 't/m' of een dag voor de evaluatie bij "
            "staat."
        ),
        en="We ask nothing when 'until', 'through' or a day for the review is given.",
    ),
    misses=Words(
        nl=(
            "We missen een notitie zonder gezegde: 'Mentor: alert zijn op "
            "ruzie.' We lezen 'geregeld' als 'vaak', ook waar het 'in orde "
            "gemaakt' is: 'Er wordt een tolk geregeld.'"
        ),
        en=(
            "We miss a note without a finite verb: 'Mentor: alert zijn op "
            "ruzie.' We read 'geregeld' as 'often', also where it means "
            "'arranged': 'Er wordt een tolk geregeld.'"
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    silences=("EX104",),
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end(", tot <datum>"),
    flags=(
        "De gezinscoach blijft wekelijks bij het gezin langsgaan.",
        "De wijkagent houdt contact met de buren.",
        "Voorlopig haalt de gezinscoach de kinderen van school.",
        "Het meldpunt monitort het adres doorlopend.",
        "Elke maandag belt de begeleider met de werkgever.",
    ),
    passes=(
        "De gezinscoach gaat elke week langs tot 28 februari.",
        "De wijkagent houdt contact met de buren tot de evaluatie op 10 februari.",
        "Opa brengt de kinderen t/m 20 februari naar school.",
        "De jongen blijft bij zijn tante tot 1 april.",
        "Na de intake volgt op 20 januari een gesprek van de coach met de werkgever.",
        "De vervolgafspraak van de coach is op 3 februari.",
    ),
    minutes_only=True,
)
