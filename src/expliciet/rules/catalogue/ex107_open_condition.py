"""EX107 · An open condition.

A condition of which nobody can tell whether it is met: 'indien nodig', 'eventueel',
'desgewenst', 'bij zorgen'.

Why we ask: the requirements standard 29148 calls it a loophole: the norm is then set
by whoever worries first, or last.

What helps: the trigger, and who decides that it is there.

Known traps: a trigger named in the same sentence; the text of a law; 'eventueel' in
a report of the past; 'mogelijk' that is no condition; quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_OPEN = Cues(
    r"(?:indien|waar|zo|wanneer|als|voor zover|mocht dat) (?:dat |dit |het |er )?(?:echt )?"
    r"(?:nodig|gewenst|wenselijk|noodzakelijk|mogelijk|haalbaar|relevant|opportuun|zinvol|"
    r"passend|van toepassing|aan de orde|haalbaar|vereist|gepast|handig)(?: (?:is|blijkt|zijn|lijkt|wordt|mocht zijn))?",
    r"zonodig|evt\.?|eventueel|eventuele|desgewenst|desnoods|(?:naar|bij) (?:behoefte|noodzaak|gelegenheid)|"
    r"naar bevind van zaken|naar omstandigheden|afhankelijk van (?:de |het )?(?:situatie|omstandigheden|verloop|behoefte|uitkomst|ontwikkelingen)",
    r"bij (?:zorgen|onrust|twijfel|problemen|calamiteiten|bijzonderheden|escalatie|noodzaak|voldoende (?:draagvlak|animo|belangstelling)|geen gehoor|verslechtering|veranderingen|nieuwe zorgen|signalen|aanleiding|spanningen)",
    r"(?:als|indien|wanneer|mocht) (?:\w+ ){0,6}?(?:uit de hand (?:loopt|lopen)|misgaat|mis gaat|mis mocht gaan|aanleiding (?:toe )?(?:geeft|geven|is)|"
    r"verslechtert|escaleert|openstaa[nt]|meewerkt|meewerken|erger wordt|rustig is|rustig blijft|beter gaat|goed gaat|niet lukt|ernaar is|zin in heeft|er behoefte aan is|behoefte is|stabiel is|veilig is)",
    r"als (?:de )?(?:rust|situatie|boel|alles|het) (?:is |weer |wat )?(?:\w+ )?(?:weergekeerd|geregeld|rustig|stabiel|op orde|gekalmeerd|verbetert|gestabiliseerd)(?: is)?",
    r"(?:als|indien) (?:daar |er )?(?:aanleiding|reden|ruimte|tijd|geld|budget|plek|capaciteit|draagvlak) (?:toe |voor |voor is |toe is )?(?:is|bestaat|blijkt)?",
    r"of er nog iets nodig is|mits (?:mogelijk|haalbaar|wenselijk)|in voorkomend geval|in voorkomende gevallen|zo mogelijk|liefst|bij voorkeur|in principe|onder voorbehoud|"
    r"voor zover (?:dat )?(?:mogelijk|nodig|bekend)|waar het kan|als het kan|indien de omstandigheden [^,.;]{3,40}(?:geven|toelaten)",
)


def look(statement: Statement) -> Iterator[Mark]:
    if all(c.is_past for c in statement.clauses if c.form and c.is_main):
        if any(c.form for c in statement.clauses if c.is_main):
            return
    for match in _OPEN.all(statement.said):
        yield Mark(match.start(), match.end())


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
    source="ISO/IEC/IEEE 29148",
    silences=("EX104",),
    kinds=frozenset({"agreement", "decision", "expectation", "intervention", "scaling"}),
    look=look,
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
