"""What can stay implicit in a text, in plain words.

The names follow the labelling guideline; each finding belongs to exactly one.
"""

from collections.abc import Mapping

from ..rules import Words

PHENOMENA: Mapping[str, Words] = {
    "actor_missing": Words("niemand doet het", "nobody does it"),
    "actor_group": Words("een groep doet het", "a group does it"),
    "time_vague": Words("vage tijd", "vague time"),
    "time_missing": Words("geen tijd", "no time"),
    "end_missing": Words("geen einde", "no end"),
    "action_vague": Words("vage actie", "vague action"),
    "condition_open": Words("open voorwaarde", "open condition"),
    "hedge": Words("slag om de arm", "hedge"),
    "hearsay": Words("van horen zeggen", "hearsay"),
    "interpretation_as_fact": Words("duiding als feit", "reading stated as fact"),
    "consensus_unverified": Words("ongetoetste eensgezindheid", "unverified consensus"),
    "reason_missing": Words("geen reden", "no reason"),
    "reason_formulaic": Words("reden is een formule", "reason is a formula"),
    "escalation_no_criterion": Words(
        "op- of afschalen zonder maat", "scaling without a criterion"
    ),
    "expectation_unaccepted": Words(
        "verwachting zonder antwoord", "expectation without an answer"
    ),
    "weak_commitment": Words("halve toezegging", "half a promise"),
    "abbreviation_undefined": Words("onbekende afkorting", "unknown abbreviation"),
    "double_agreement": Words("dubbele afspraak", "double agreement"),
    "reference_unresolved": Words("losse verwijzing", "loose reference"),
    "deferred_item": Words("doorgeschoven punt", "deferred item"),
    "quantity_vague": Words("vage hoeveelheid", "vague quantity"),
    "status_vague": Words("vage stand van zaken", "vague status"),
    "dissent_unresolved": Words("verschil blijft hangen", "dissent left hanging"),
    "standing_still": Words("staat stil", "stands still"),
    "suppression_unexplained": Words(
        "vraag uitgezet zonder reden", "question silenced without a reason"
    ),
}


def phenomenon_name(phenomenon: str) -> Words:
    """The plain name; one that has none is shown by its own words."""
    known = PHENOMENA.get(phenomenon)
    if known is not None:
        return known
    plain = phenomenon.replace("_", " ")
    return Words(plain, plain)
