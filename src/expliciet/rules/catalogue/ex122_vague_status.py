"""EX122 · A vague status.

The state of an action without what is done or what remains: 'loopt', 'is bezig', 'in
behandeling', 'wordt aan gewerkt'.

Why we ask: it hides actions that have stalled. It is a rule of our own, drawn from
the phenomena in minutes.

What helps: what is done, what is left, and when.

Known traps: 'loopt tot'; a person who walks; a running investigation as a legal
state; 'bezig met' a named step with a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.cues import Cues
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_STATUS = Cues(
    r"(?:is|zijn|was|nog|mee|druk|volop|er)? ?(?:mee )?bezig(?! met (?:het |de )?\w+ (?:op|tot|vóór))|mee bezig|in behandeling|in onderzoek|in voorbereiding|onderhanden|in gang (?:gezet)?|in ontwikkeling|in uitvoering|in beraad|in bewerking|in de maak|in wording|onderweg|in overleg|"
    r"wordt (?:er )?(?:nog |hard )?(?:aan|mee) gewerkt|(?:werkt|werken) (?:er|eraan|er ?aan|hieraan|daaraan)(?: nog)?|er wordt (?:nog )?(?:aan|over) (?:gewerkt|gesproken|overlegd)|wordt (?:nog )?(?:onderzocht|bekeken|aan gewerkt)|"
    r"loopt(?: nog| nu)?(?=[.,;)]|$| en )|lopen(?: nog)?(?=[.,;)]|$)|lopende?(?=[.,;)]|$)|loopt nog|loopt door|(?:is|zijn) lopende?|volgt nog|volgen nog|nog niet (?:klaar|afgerond|gereed)|(?:is|zijn) (?:nog )?gaande|gaande|op (?:de )?(?:rit|schema|koers|orde)|bevindt zich in een [^.,;]{3,30}fase|(?:in|bevindt zich in) (?:een |de )?(?:afrondende|opstartende|laatste|verkennende|eerste|opstart) ?fase|"
    r"ligt (?:nog )?bij [^.,;]{3,25}|staat (?:nog )?(?:op de rol|uit|in de steigers|in de planning)|in afwachting(?! van)|stand van zaken: (?:ongewijzigd|idem)|vordert|vorderen|schiet op|krijgt (?:verder )?(?:vorm|gestalte)|is opgestart|opgestart|in procedure|wip|in progress"
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    for match in _STATUS.all(said):
        rest = said[match.end() :]
        if rest.lstrip().startswith(("tot", "t/m", "af op", "weg", "langs", "vast", "rond ", "van ")):
            continue
        if said in moments.DATED and statement.piece.kind != "row":
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield Mark(start, match.end())
        return


RULE = TextRule(
    code="EX122",
    phenomenon="status_vague",
    severity=Severity.TIP,
    name=Words(
        nl="Vage stand",
        en="A vague status",
    ),
    question=Words(
        nl="Wat is al gedaan, en wat moet nog?",
        en="What is done, and what is left?",
    ),
    why=Words(
        nl="Achter 'loopt' kan van alles zitten, ook dat het al weken stilligt.",
        en="Anything may hide behind 'under way', even weeks of standstill.",
    ),
    helps=Words(
        nl="Schrijf wat klaar is, wat nog moet en wanneer.",
        en="Write what is done, what is left, and when.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een einddatum of een stap met een dag bij staat, "
            "of als iemand gewoon loopt."
        ),
        en=(
            "We ask nothing when an end date or a step with a day is given, or when "
            "somebody simply walks."
        ),
    ),
    source="Eigen regel van Expliciet",
    silences=("EX104",),
    kinds=frozenset({"agreement", "consideration", "decision", "fact", "intervention"}),
    look=look,
    flags=(
        "De aanvraag voor een uitkering loopt.",
        "De gemeente is bezig met de woning.",
        "Het verzoek is in behandeling bij de zorgverzekeraar.",
        "Aan de indicatie wordt gewerkt.",
        "De schuldregeling is in gang gezet.",
    ),
    passes=(
        "De aanvraag is op 5 januari verstuurd; het besluit komt vóór 2 maart.",
        "De maatregel loopt tot 1 mei.",
        "Hij loopt elke dag naar school.",
        "De coach is bezig met stap drie van vijf, klaar op 20 januari.",
        "In het lopende onderzoek is hij getuige.",
        "Twee van de drie gesprekken zijn gevoerd.",
    ),
)
