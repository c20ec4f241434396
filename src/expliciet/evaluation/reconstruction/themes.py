"""What a question of the checker is about, in the words of the table."""

from functools import cache

from ...rules.catalogue import catalogue

THEMES: dict[str, tuple[str, ...]] = {
    "owner": ("actor_missing", "actor_group"),
    "date": ("time_missing", "time_vague", "end_missing", "deferred_item"),
    "reason": ("reason_missing", "reason_formulaic", "suppression_unexplained"),
    "criterion": ("escalation_no_criterion",),
    "source": ("hearsay", "interpretation_as_fact"),
    "done_when": ("action_vague", "quantity_vague", "status_vague"),
    "reply": ("expectation_unaccepted", "weak_commitment"),
    "difference": ("consensus_unverified", "dissent_unresolved"),
    "wording": (
        "abbreviation_undefined",
        "condition_open",
        "double_agreement",
        "hedge",
        "reference_unresolved",
    ),
    "course": ("standing_still",),
}
OTHER = "another"
"""Asked by a rule that is not in the catalogue any more."""


@cache
def themes_of_rules() -> dict[str, str]:
    """By code of a rule, the theme it asks about."""
    by_phenomenon = {each: theme for theme, all_ in THEMES.items() for each in all_}
    return {
        rule.code: by_phenomenon.get(rule.phenomenon, OTHER) for rule in catalogue()
    }


def theme_of(rule: str) -> str:
    return themes_of_rules().get(rule, OTHER)
