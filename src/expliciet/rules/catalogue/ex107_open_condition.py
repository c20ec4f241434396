"""EX107 · An open condition.

A condition of which nobody can tell whether it is met: 'indien nodig', 'eventueel',
'desgewenst', 'bij zorgen'.

Why we ask: the requirements standard 29148 calls it a loophole: the norm is then set
by whoever worries first, or last.

What helps: the trigger, and who decides that it is there.

Known traps: a trigger named in the same sentence; the text of a law; 'eventueel' in
a report of the past; 'mogelijk' that is no condition; quotations.

Known misses: a condition that holds one word we do not know as empty ('fijn', 'eraan
toe').
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.expressions import listed_words
from ..language.kinds import OF_THE_CASE
from ..mending import in_its_place
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.clause import Clause
    from ..language.statement import Statement


_OPEN = Cues(
    r"(?:indien|waar|zo|wanneer|als|voor zover) (?:dat |dit |het |er )?(?:echt )?"
    r"(?:nodig|gewenst|wenselijk|noodzakelijk|mogelijk|haalbaar|relevant|opportuun|"
    r"zinvol|passend|van toepassing|aan de orde|vereist|gepast|handig|beschikbaar)(?: "
    r"(?:is|blijkt|zijn|lijkt))?",
    r"zonodig|evt\.?|eventueel|eventuele|desgewenst|desnoods",
    r"(?:naar|bij) (?:behoefte|noodzaak|gelegenheid)",
    r"naar bevind van zaken|naar omstandigheden|naar (?:eigen )?inzicht",
    r"afhankelijk van (?:de |het )?(?:situatie|omstandigheden|verloop|behoefte|"
    r"uitkomst)",
    r"bij (?:(?:(?:on)?voldoende|genoeg|aanhoudende?|blijvende?|toenemende?|verdere|"
    r"nieuwe|ernstige|grote|veel|gebleken) )?(?:zorgen|onrust|twijfel|problemen|"
    r"calamiteiten|bijzonderheden|escalatie|noodzaak|stabiliteit|draagvlak|animo|"
    r"belangstelling|signalen|verslechtering|veranderingen|spanningen|aanleiding|"
    r"vooruitgang|verbetering|rust|terugval|onveiligheid|overlast|geschiktheid|"
    r"interesse|capaciteit|risico's?|gedoe|stress|heibel|gezeur|ophef|ruzie)",
    r"of er nog iets nodig is|mits (?:mogelijk|haalbaar|wenselijk)|in voorkomend geval",
    r"in voorkomende gevallen|zo mogelijk|onder voorbehoud",
    r"voor zover (?:mogelijk|nodig)|waar het kan|als het kan|waar dat past",
    r"waar dat kan|waar nodig",
)
_OPENERS = frozenset("zodra mits als indien wanneer mocht mochten waar zolang".split())
_SAYS_NOTHING = listed_words("says_nothing")


def look(statement: Statement) -> Iterator[Mark]:
    if statement.is_past:
        return
    spans = [m.span() for m in _OPEN.all(statement.said)]
    spans += [(f.start, f.end) for f in statement.beyond("ex107", spans)]
    if statement.deeds or statement.kind not in ("fact", "interpretation"):
        for clause in statement.clauses:
            known = any(s < clause.end and clause.start < e for s, e in spans)
            if _is_condition(clause) and _says_nothing(clause) and not known:
                spans.append((clause.start, clause.words_end))
    for start, end in sorted(spans):
        yield Mark(start, end)


def _is_condition(clause: Clause) -> bool:
    return clause.opened_by in _OPENERS or clause.is_condition


def _says_nothing(clause: Clause) -> bool:
    """No number, no deed, no name: nobody could tell whether it has come to pass."""
    words = [w.low for w in clause.words if w.is_word]
    return 2 <= len(words) <= 9 and all(w in _SAYS_NOTHING for w in words)


RULE = TextRule(
    code="EX107",
    phenomenon="condition_open",
    severity=Severity.WARNING,
    name=Words(
        nl="Open voorwaarde",
        en="An open condition",
    ),
    question=Words(
        nl="Wanneer precies, en wie bepaalt dat?",
        en="When exactly, and who decides that?",
    ),
    why=Words(
        nl=(
            "'Zo nodig' betekent voor ieder iets anders: de één belt meteen, de ander "
            "nooit."
        ),
        en=(
            "'If needed' means something else to each: one calls at once, another "
            "never."
        ),
    ),
    helps=Words(
        nl="Noem wat er dan gebeurd is: 'als hij twee afspraken mist'.",
        en="Name what will have happened by then: 'if he misses two appointments'.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als het startsein in de zin staat, bij een wetstekst en "
            "bij iets wat al voorbij is."
        ),
        en=(
            "We ask nothing when the trigger is in the sentence, in the text of a law, "
            "or about what is over."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een voorwaarde met een woord dat wij niet als vaag "
            "kennen: 'Als moeder dat fijn vindt, gaat de buurvrouw mee.'"
        ),
        en=(
            "We miss a condition with a word that we do not know as vague: 'Als "
            "moeder dat fijn vindt, gaat de buurvrouw mee.'"
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    silences=("EX104",),
    kinds=OF_THE_CASE,
    look=look,
    mend=in_its_place("als <wat er dan gebeurd is>"),
    flags=(
        "Indien nodig vraagt de corporatie een ontruiming aan.",
        "De huisarts sluit desgewenst aan bij het gesprek op 3 februari.",
        "Bij zorgen belt de leerkracht het wijkteam.",
        "De reclassering past eventueel de meldplicht aan.",
        "Waar mogelijk rijdt een vrijwilliger mee naar de zitting.",
        "Als het uit de hand loopt, gaat de politie langs.",
    ),
    passes=(
        "Mist hij twee afspraken, dan vraagt de reclassering een gesprek aan.",
        "Bij twee ziekmeldingen in één week belt de leerkracht het wijkteam.",
        "De huisarts sluit aan als moeder daar vóór 1 februari voor tekent.",
        "Het is mogelijk om de training in de avond te volgen.",
        "De corporatie overwoog in december eventueel een ontruiming.",
        'De voorzitter vroeg: "kan er zo nodig een tolk bij?"',
    ),
)
