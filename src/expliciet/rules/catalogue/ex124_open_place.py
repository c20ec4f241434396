"""EX124 · An open place.

A placeholder inside an agreement: '?', 'n.t.b.', 'nnb', 'PM', 'xxx', '[naam]',
'datum volgt'. Where the place is that of a day, the mark says time_vague instead.

Why we ask: it is a hole that everyone saw. It is a rule of our own, drawn from the
phenomena in minutes.

What helps: fill it, or agree who fills it and when.

Known traps: a real question in a discussion; 'pm' for 'per maand'; names made
unrecognisable on purpose ('[NAAM-1]').

Known misses: a place kept open in words of its own ('door wie nog in te vullen').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_WHEN = Cues(
    r"wnr ?\?*|wanneer ?\?+|datum volgt|datum ?\?+|deadline:? ?(?:pm|\?+|n\.?t\.?b\.?)",
    r"wk ?\?+",
)
_WHO = Cues(r"wie ?\?+|\[naam\]|naam ?\?+|\[wie\]")
_OPEN_DAY = re.compile(
    r"\?\?+(?=\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|"
    r"oktober|november|december|\d))"
)
_HOLE = re.compile(
    r"(?:(?<=[–|:-]\s)|(?<=^)|(?<=^actie\s)|(?<=^Actie\s))"
    r"(?:\[naam\]|\[wie\]|\?+|n\.?n\.?b\.?|n\.?t\.?b\.?|nog niet bekend|"
    r"nader te bepalen|pm|p\.m\.|tbd|tba|xxx+|nog invullen|\.{3,}|…|nvt\?|_{3,})"
    r"(?=\s*(?:[–|,;:.-]|$)|\s+[a-z]+t\s)",
    re.IGNORECASE,
)
"""A mark for what is not there yet, alone in its cell or at the end."""
_DAY_COLUMN = re.compile(r"(?:deadline|datum|wanneer|klaar|gereed)\W*$")


def look(statement: Statement) -> Iterator[Mark]:
    for match in _WHEN.all(statement.said):
        yield Mark(match.start(), match.end(), "time_vague")
    for match in _WHO.all(statement.said):
        yield Mark(match.start(), match.end(), "actor_missing")
    for match in _OPEN_DAY.finditer(statement.said):
        yield Mark(match.start(), match.end(), "time_vague")
    for match in _HOLE.finditer(statement.said):
        yield Mark(match.start(), match.end(), _of(statement, match.start()))


def _of(statement: Statement, at: int) -> str:
    """The column the hole stands in, judged by what stands before it."""
    of_a_day = _DAY_COLUMN.search(statement.said[:at].lower())
    return "time_vague" if of_a_day else "actor_missing"


RULE = TextRule(
    code="EX124",
    phenomenon="actor_missing",
    severity=Severity.ERROR,
    name=Words(
        nl="Open plek",
        en="An open place",
    ),
    question=Words(
        nl="Wat komt hier te staan, en wie vult het in?",
        en="What goes here, and who fills it in?",
    ),
    why=Words(
        nl="Iedereen zag dat hier nog iets moest komen. Toch is niemand aan zet.",
        en=(
            "Everyone saw that something was still to come here. Yet it is nobody's "
            "turn."
        ),
    ),
    helps=Words(
        nl="Vul het in, of spreek af wie dat doet en vóór welke dag.",
        en="Fill it in, or agree who does so and by which day.",
    ),
    silent=Words(
        nl=(
            "We vragen niets bij een echte vraag in het gesprek, bij 'pm' als 'per "
            "maand' en bij namen die met opzet onherkenbaar zijn."
        ),
        en=(
            "We ask nothing for a real question in the talk, for 'pm' as 'per month', "
            "or for names hidden on purpose."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een open plek in gewone woorden: 'Gesprek met oom, door "
            "wie nog in te vullen, op 3 mei.'"
        ),
        en=(
            "We miss a place kept open in plain words: 'Gesprek met oom, door "
            "wie nog in te vullen, op 3 mei.'"
        ),
    ),
    source="Eigen regel van Expliciet",
    silences=(
        "EX101",
        "EX103",
    ),
    kinds=frozenset(
        {"agreement", "decision", "expectation", "fact", "intervention", "scaling"}
    ),
    look=look,
    flags=(
        "Gesprek met de werkgever – n.t.b. – 20 januari.",
        "[naam] vraagt de sleutel op vóór 15 januari.",
        "De coach bezoekt moeder op ?? januari.",
        "Sleutel ophalen – wie? – week 4.",
        "De corporatie vervangt het slot, datum volgt.",
        "Actie xxx: de papieren opsturen vóór 12 februari.",
    ),
    passes=(
        "Gesprek met de werkgever – coach – 20 januari.",
        "De huur van de kamer is 450 euro pm.",
        "De voorzitter vraagt: wie heeft hem in januari gezien?",
        "[NAAM-1] belt de opvang op 14 januari.",
        "De secretaris zoekt vóór 12 januari uit wie de sleutel ophaalt.",
    ),
)
