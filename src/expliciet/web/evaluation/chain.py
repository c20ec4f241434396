"""From what was read and heard to what changed, on one page (N14)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ...accounts.models import HouseRule, WorkingAgreement
from ...audit.actions import Action
from ...evaluation.models import (
    Adoption,
    Evidence,
    Finding,
    Recommendation,
    SolutionDirection,
)
from ...vault.keyring import unlock
from ...vault.trouble import VaultError
from ..people import appointments
from ..reading import Look, show_all
from .finding import Carried, rests_on
from .passages import WITH
from .recommendation import findings_under, one_or_404
from .recommendations import standing
from .studying import Concerned, concerning


class Link(NamedTuple):
    """One finding, and for researchers what it rests on."""

    finding: Finding
    carried: list[Carried]


class Became(NamedTuple):
    """What was agreed in the house, and what stood there before."""

    adoption: Adoption
    text: str
    before: str


@concerning
def chain(
    request: HttpRequest, who: Concerned, now: datetime, number: int
) -> HttpResponse:
    """Passages for researchers alone; partners read from the findings on."""
    found = one_or_404(request, who, now, number)
    findings = findings_under(request, found, who, now)
    links, looks = linked(findings, who, now)
    by = who.member or who.by
    look = Look(Action.RECOMMENDATIONS_READ, by=by, about=found)
    return show_all(
        request,
        "evaluation/chain.html",
        {
            "study": who.study,
            "who": who,
            "member": who.member,
            "recommendation": found,
            "said": standing(found, timezone.localdate(now)),
            "links": links,
            "responses": list(found.responses.all()),
            "directions": directions_of(found, who),
            "became": became_of(request, found),
        },
        [look, *looks],
    )


def linked(
    findings: list[Finding], who: Concerned, now: datetime
) -> tuple[list[Link], list[Look]]:
    if not who.member:
        return [Link(each, []) for each in findings], []
    evidence = Evidence.objects.filter(finding__in=findings).select_related(
        "finding", "reconstruction", "by", *(f"coding__{each}" for each in WITH)
    )
    found = rests_on(evidence, who.member, now)
    carried = [each for each, _looks in found]
    carried.sort(key=in_order)
    looks = found[0][1] if found else []
    return [
        Link(each, [one for one in carried if one.evidence.finding_id == each.pk])
        for each in findings
    ], looks


def in_order(each: Carried) -> tuple[bool, int, int, int]:
    """What speaks for it first; on each side as one finds it when reading."""
    against, passage = each.evidence.speaks != Evidence.Speaks.FOR, each.passage
    if passage is None:
        return against, 0, 0, 0
    return against, passage.conversation or 0, passage.dossier or 0, passage.place


def directions_of(
    recommendation: Recommendation, who: Concerned
) -> list[SolutionDirection]:
    """What the learning sessions came to: those that somebody took up. Their words
    only for partners and offices: researchers read no board."""
    found = list(
        recommendation.directions.filter(taken_off_at=None, owner__isnull=False)
        .select_related("session__study", "owner", "recommendation")
        .order_by("session__held_on", "number")
    )
    if who.is_told:
        for session in {each.session for each in found}:
            place = session.seal_place()
            unlock(place.scope, [place.compartment], rows=[each.pk for each in found])
    return found


def became_of(request: HttpRequest, recommendation: Recommendation) -> list[Became]:
    """Agreements and rules of the house; their text for who is appointed there."""
    there = {each.house_id: each.house for each in appointments(request)}
    if recommendation.house_id in there:
        there[recommendation.house_id].unlock()
    adoptions = recommendation.adoptions.select_related(
        "agreement__supersedes", "house_rule", "owner"
    ).prefetch_related("steps")
    rules = rules_before(adoptions)
    return [
        Became(each, text_of(each.agreement), text_of(each.agreement.supersedes))
        if each.agreement
        else Became(each, told(each.house_rule), told(rules.get(each.house_rule_id)))
        for each in adoptions
    ]


def rules_before(adoptions: Iterable[Adoption]) -> "dict[object, HouseRule]":
    """Of each rule the one that held until then."""
    now = [each.house_rule for each in adoptions if each.house_rule]
    older = list(
        HouseRule.objects.filter(
            house__in={each.house_id for each in now},
            name__in={each.name for each in now},
        ).order_by("valid_from", "set_at")
    )
    found: dict[object, HouseRule] = {}
    for rule in now:
        for each in older:
            earlier = (each.valid_from, each.set_at) < (rule.valid_from, rule.set_at)
            if (each.house_id, each.name) == (rule.house_id, rule.name) and earlier:
                found[rule.pk] = each
    return found


def text_of(agreement: WorkingAgreement | None) -> str:
    try:
        return (agreement.text or "") if agreement else ""
    except VaultError:
        return ""


def told(rule: HouseRule | None) -> str:
    if rule is None:
        return ""
    value = rule.value
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{rule.known.label}: {words}"
