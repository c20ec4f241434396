"""EX123 · A difference left hanging.

Doubt or disagreement is noted, and not what is done with it: 'heeft moeite met',
'ziet het anders', 'kanttekening', 'niet iedereen'.

Why we ask: a difference that is not spoken through blocks the work later, the
evaluation found.

What helps: who stands where, why, and what happens with it.

Known traps: doubt of the person concerned; doubt about facts (EX108); a follow-up in
the same or the next sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language import moments
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_DIFFERS = Cues(
    r"(?:(?:de |het )?[\w-]+ )?(?:ziet|zien) (?:dit|dat|het|hier|er) (?:\w+ )?(?:anders|niet zitten|genuanceerder|somberder)|(?:(?:de |het )?[\w-]+ )?(?:heeft|hebben|houdt|houden|had) (?:er |hier |daar |grote |nog |ernstige |enige |wel )*(?:moeite|bezwaar|bezwaren|twijfels?|bedenkingen|zorgen over de aanpak|reserves|vragen bij|een ander beeld|een andere kijk|een ander standpunt)(?: (?:mee|met|bij|over|tegen|bij de|tegen de))?|"
    r"(?:(?:de |het )?[\w-]+ )?(?:plaatst|plaatsen|zet|zetten) (?:\w+ )?(?:vraagtekens|kanttekeningen|een kanttekening|een vraagteken|kritische kanttekeningen)(?: bij)?|kanttekening(?:en)?|(?:er )?(?:leven|leeft|bestaan|bestaat|zijn|is) (?:\w+ ){0,6}?(?:bezwaren|twijfels?|bedenkingen|weerstand|verschil van (?:mening|inzicht)|onenigheid|verdeeldheid|discussie)(?: (?:tegen|over|bij))?|"
    r"(?:(?:de |het )?[\w-]+ )?(?:staat|staan) (?:hier|daar|er) (?:\w+ )?(?:anders in|kritisch tegenover|sceptisch tegenover|niet achter)|(?:de )?meningen (?:lopen uiteen|zijn verdeeld|verschillen)|(?:men|partijen|partners|de partners|de tafel|het overleg) (?:is|zijn) (?:het )?(?:niet eens|verdeeld|er niet uit|oneens)|niet iedereen (?:is|staat|kan|deelt|ziet|vindt|voelt)(?: \w+){0,3}|"
    r"(?:(?:de |het )?[\w-]+ )?(?:is|zijn|blijft|blijven) (?:\w+ )?(?:kritisch|sceptisch|terughoudend|niet overtuigd|huiverig|(?:er )?niet (?:blij|gelukkig) mee|tegen|het (?:er |hier )?niet mee eens|verdeeld|het oneens|niet gerust|er niet gerust op)|(?:gaat|gaan) (?:\w+ )?(?:schoorvoetend|met tegenzin|morrend) (?:mee|akkoord)|(?:twijfelt|twijfelen|betwijfelt|betwijfelen)(?: (?:of|aan|over))?|"
    r"(?:deelt|delen) (?:dit|dat|deze|die|de|het) (?:\w+ )?(?:niet|mening niet|beeld niet|analyse niet|zorg niet)|(?:een )?(?:ander|afwijkend|tegengesteld) (?:perspectief|standpunt|geluid|beeld|oordeel|mening)(?: (?:is )?ingebracht)?|vanuit [^.,;]{3,40} is een ander [^.,;]{3,30} ingebracht|(?:denkt|denken|kijkt|kijken|oordeelt) (?:hier|daar|er) (?:\w+ )?anders (?:over|tegenaan)|vindt (?:dit|dat|het) (?:geen goed idee|te ver gaan|niet verstandig|onverstandig|te vroeg|te snel|te zwaar|te licht)|"
    r"voelt (?:er )?(?:weinig|niets|niet veel) voor|zet de hakken in het zand|wil hier niet aan|kan zich (?:hier |er |daar )?niet in vinden|kunnen zich (?:hier |er |daar )?niet in vinden|onder protest|maakt bezwaar|maken bezwaar|tegenstem|stribbelt tegen|is (?:het )?(?:hier|daar)mee niet eens|discussie over"
)
_FOLLOWED = Cues(
    r"omdat|want|vanwege|daarom|besloten|tot \d|afgesproken|herwegen|heroverwe\w+|voorwaarde|aangetekend|bespreekt|bespreken|bespreek|krijgt tot|wordt meegewogen|komt (?:hierop|daarop|erop) terug op|stemt (?:wel )?in|legt (?:\w+ ){0,4}voor|zoekt|belt|vraagt|licht dit toe|escal\w+|opgeschaald|stuurgroep|geeft de doorslag|genoeg|afgesproken"
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    match = _DIFFERS.find(said)
    if match is None:
        return
    rest = said[: match.start()] + " " + said[match.end() :]
    if rest in _FOLLOWED or rest in moments.DATED:
        return
    following = statement.neighbour(1)
    if following and following.said in _FOLLOWED and following.kind != "fact":
        return
    yield Mark(match.start(), match.end())


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
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "interpretation"}),
    look=look,
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
