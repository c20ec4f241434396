"""EX123 · A difference left hanging.

Doubt or disagreement is noted, and not what is done with it: 'heeft moeite met',
'ziet het anders', 'kanttekening', 'niet iedereen'.

Why we ask: a difference that is not spoken through blocks the work later, the
evaluation found.

What helps: who stands where, why, and what happens with it.

Known traps: doubt of the person concerned; doubt about facts (EX108); a follow-up in
the same or the next sentence.

Known misses: a difference told in the passive or as a wish; a reason behind a colon
is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..language.parties import CLIENT
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_FOLLOWED = Cues(
    r"omdat|want|vanwege|daarom|besloten|tot \d|afgesproken|herwegen|heroverwe\w+",
    r"voorwaarde|aangetekend|bespreekt|bespreken|krijgt tot|wordt meegewogen",
    r"terug op \d|stemt \w* ?in|legt (?:\w+ ){0,4}voor|zoekt|belt|vraagt na",
    r"licht (?:dit|dat) toe|escal\w+|opgeschaald|stuurgroep|geeft de doorslag|genoeg",
    r"schrijft|deelt|levert|voldoende|zet \w+ op papier",
)


_CANNOT_AGREE = Cues(
    r"(?:kan|kunnen) zich (?:\w+ ){0,6}?(?:niet|moeilijk|niet geheel) "
    r"(?:vinden|verenigen)",
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    match = _CANNOT_AGREE.find(said)
    if match and not any(w in said.lower() for w in ("omdat", "want", "daarom")):
        yield Mark(match.start(), match.end())
        return
    for found in statement.expressions("ex123"):
        clause = found.clause
        if clause is not None:
            past = clause.is_past and not clause.is_perfect and found.verb != "zijn"
            if clause.doer == CLIENT or past or {"niemand", "geen"} & set(clause.lows):
                continue
        rest = said[: found.start] + " " + said[found.end :]
        if rest in _FOLLOWED or rest in moments.DATED:
            return
        following = statement.neighbour(1)
        if following and following.said in _FOLLOWED and following.kind != "fact":
            return
        start = found.start
        if clause is not None and clause.subject and clause.subject[0].start < start:
            start = clause.subject[0].start
        yield Mark(start, found.end)
        return


RULE = TextRule(
    code="EX123",
    phenomenon="dissent_unresolved",
    severity=Severity.WARNING,
    name=Words(
        nl="Verschil blijft hangen",
        en="A difference left hanging",
    ),
    question=Words(
        nl="Wat doen jullie met dit verschil?",
        en="What will you do with this difference?",
    ),
    why=Words(
        nl="Een verschil dat blijft liggen, komt terug als iemand later niet meedoet.",
        en=(
            "A difference that is left lying comes back when someone later does not "
            "join in."
        ),
    ),
    helps=Words(
        nl=(
            "Schrijf op wie wat vindt, waarom, en wat ermee gebeurt: overnemen, "
            "afwegen of opnieuw bespreken."
        ),
        en=(
            "Write down who thinks what, why, and what happens with it: adopt it, "
            "weigh it or discuss it again."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als het vervolg in of na de zin staat, of als betrokkene "
            "zelf twijfelt."
        ),
        en=(
            "We ask nothing when the follow-up is in or after the sentence, or when "
            "the doubt is that of the person concerned."
        ),
    ),
    misses=Words(
        nl=(
            "We missen verschil dat als wens verteld wordt: 'De school had "
            "liever een andere uitkomst gezien.' We zien een reden achter de "
            "dubbele punt niet: 'De conciërge voelt niets voor een hek: het "
            "kost tien fietsplekken.'"
        ),
        en=(
            "We miss a difference told as a wish: 'De school had liever een "
            "andere uitkomst gezien.' We do not see a reason behind a colon: "
            "'De conciërge voelt niets voor een hek: het kost tien "
            "fietsplekken.'"
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end("; daarmee gebeurt: <wat>"),
    flags=(
        "De jeugdarts heeft moeite met de verlenging.",
        "School ziet het anders.",
        "Het OM plaatst een kanttekening bij het plan.",
        "Niet iedereen is overtuigd van de aanpak.",
        "De reclassering twijfelt over de meldplicht.",
        "Het wijkteam heeft bezwaar tegen het delen van het verslag.",
    ),
    passes=(
        (
            "De jeugdarts is tegen de verlenging vanwege de kosten; besloten is tot "
            "een proef tot 1 maart."
        ),
        (
            "School wil zes weken, politie drie; gekozen is voor vier weken met "
            "evaluatie op 10 februari."
        ),
        "De jongen twijfelt over de opleiding.",
        (
            "Het OM plaatst een kanttekening bij het plan; de jurist zoekt die vóór 20 "
            "januari uit."
        ),
        "De reclassering stemt in op voorwaarde van een gesprek vóór 16 januari.",
    ),
)
