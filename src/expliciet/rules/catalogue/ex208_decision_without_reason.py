"""EX208 · A decision without a consideration.

A decision or a scaling of which the reasons were left empty.

Why we ask: considerations stay in heads, the evaluation found.

What helps: at least one reason that names a fact.

Known traps: a procedural decision; a scaling that the law or a measure brings about.
"""

from collections.abc import Iterator

from ..item import Item
from ..record import is_filled
from ..rule import Gap, RecordRule, Severity
from ..words import Words


def look(item: Item) -> Iterator[Gap]:
    if item.fields.get("procedural") or is_filled(item, "statutory_end"):
        return
    if not is_filled(item, "reasons"):
        yield Gap("reasons")


RULE = RecordRule(
    code="EX208",
    phenomenon="reason_missing",
    severity=Severity.ERROR,
    name=Words(
        nl="Besluit zonder overweging",
        en="A decision without a consideration",
    ),
    question=Words(
        nl="Waarop rust dit besluit?",
        en="What does this decision rest on?",
    ),
    why=Words(
        nl=(
            "Straks moet iemand nagaan of het besluit nog klopt. Dat kan alleen met de "
            "reden erbij."
        ),
        en=(
            "Later someone must judge whether the decision still holds. That takes the "
            "reason."
        ),
    ),
    helps=Words(
        nl=(
            "Schrijf minstens één reden op die een feit noemt: 'geen melding sinds 1 "
            "december'."
        ),
        en=(
            "Write down at least one reason that names a fact: 'no report since 1 "
            "December'."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets bij een besluit over de gang van zaken, of als de wet of "
            "een maatregel het schalen bepaalt."
        ),
        en=(
            "We ask nothing for a procedural decision, or when the law or a measure "
            "brings the scaling about."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    silences=(
        "EX112",
        "EX113",
    ),
    kinds=frozenset({"decision", "scaling"}),
    look=look,
    flags=(
        Item("decision", {"decision": "doorgaan met de begeleiding"}),
        Item("decision", {"decision": "delen met de werkgever", "reasons": ["", "-"]}),
        Item("scaling", {"from": "niveau 2", "to": "niveau 1", "reasons": None}),
    ),
    passes=(
        Item("decision", {"reasons": ["moeder gaf op 4 januari toestemming"]}),
        Item("scaling", {"reasons": ("geen melding sinds 1 december",)}),
        Item("decision", {"decision": "eerst punt vier", "procedural": True}),
        Item("scaling", {"to": "niveau 1", "statutory_end": "einde van de maatregel"}),
    ),
)
