"""What coders gave a text, side by side; only where each of them is done (F64)."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from ..agreement import Agreement, compare
from ..models import (
    Code,
    Coded,
    Coding,
    Comparison,
    Settling,
    Study,
    StudyDossier,
    StudyMember,
    StudyText,
)

Given = dict[UUID, dict[UUID, set[UUID]]]
"""By text and code: who gave it."""


class Difference(NamedTuple):
    """A text and a code that some gave and others did not, all of them done."""

    text: StudyText
    code: Code
    gave: list[StudyMember]
    did_not: list[StudyMember]
    settled: Settling | None

    @property
    def coders(self) -> set[UUID]:
        return {each.pk for each in (*self.gave, *self.did_not)}


def dossiers_of(
    by: StudyMember, now: datetime, beside: Iterable[StudyMember] = ()
) -> list[StudyDossier]:
    """The dossiers that this researcher reads now and is done with, and so is each of
    these others, who may have left the study since."""
    found = StudyDossier.objects.visible_to(by.user, now)
    for each in (by, *beside):
        found = found.filter(
            pk__in=Coded.objects.filter(member=each).values("study_dossier")
        )
    return list(found.select_related("study", "dossier").order_by("number"))


def given(texts: "QuerySet[StudyText]") -> Given:
    found: Given = defaultdict(lambda: defaultdict(set))
    rows = Coding.objects.standing().filter(text__in=texts.order_by().values("pk"))
    for text, code, coder in rows.order_by().values_list("text", "code", "coder"):
        if text:
            found[text][code].add(coder)
    return found


def texts_of(dossiers: Iterable[StudyDossier]) -> "QuerySet[StudyText]":
    found = StudyText.objects.filter(study_dossier__in=[each.pk for each in dossiers])
    return found.open()


def given_by(coder: StudyMember, by_code: Mapping[UUID, Collection[UUID]]) -> set[str]:
    """The codes that a coder gave to one text."""
    return {str(code) for code, by in by_code.items() if coder.pk in by}


def figures(
    study: Study,
    first: StudyMember,
    second: StudyMember,
    dossiers: Sequence[StudyDossier],
) -> dict[str, Any]:
    """Agreement for each code that one of them gave, and overall; before settling."""
    texts = texts_of(dossiers)
    there = given(texts)
    units = []
    for pk in texts.order_by("study_dossier__number", "number").values_list(
        "pk", flat=True
    ):
        by_code = there.get(pk, {})
        units.append((given_by(first, by_code), given_by(second, by_code)))
    codes = sorted({code for unit in units for part in unit for code in part})
    found = compare(units, codes, seed=study.seed)
    return {
        "dossiers": [each.number for each in dossiers],
        "overall": told(found.overall),
        "codes": {code: told(found.codes[code]) for code in codes},
    }


def told(found: Agreement) -> dict[str, Any]:
    return {
        "units": found.units,
        "counts": list(found.counts),
        "observed": found.observed,
        "kappa": found.kappa,
        "alpha": found.alpha,
        "interval": list(found.interval) if found.interval else None,
        "why": found.why and found.why.value,
        "why_no_interval": found.why_no_interval and found.why_no_interval.value,
    }


class Compared(NamedTuple):
    """Two coders laid side by side, and the figures as they were then."""

    comparison: Comparison
    figures: dict[str, Any]


def compared_for(member: StudyMember) -> list[Compared]:
    """Of dossiers that this researcher is done with as well, the latest first: until
    then they code blind, and what others gave shows in no figure either (F64)."""
    done = set(
        Coded.objects.filter(member=member).values_list(
            "study_dossier__number", flat=True
        )
    )
    kept = member.study.comparisons.select_related("first__user", "second__user")
    found = (Compared(each, json.loads(each.figures or "{}")) for each in kept)
    return [each for each in found if set(each.figures["dossiers"]) <= done]


def differences(member: StudyMember, now: datetime) -> list[Difference]:
    """In the dossiers that this researcher and another are done with."""
    return differing(dossiers_of(member, now))


def difference(
    text: StudyText, code: Code, member: StudyMember, now: datetime
) -> Difference | None:
    """Of this text and code, where this researcher may see it."""
    there = (
        each for each in dossiers_of(member, now) if each.pk == text.study_dossier_id
    )
    found = (each for each in differing(there) if each.text.pk == text.pk)
    return next((each for each in found if each.code.pk == code.pk), None)


def differing(dossiers: Iterable[StudyDossier]) -> list[Difference]:
    by_pk = {each.pk: each for each in dossiers}
    coders: dict[UUID, list[StudyMember]] = defaultdict(list)
    done = Coded.objects.filter(study_dossier__in=by_pk).select_related("member__user")
    for each in done.order_by("at"):
        coders[each.study_dossier_id].append(each.member)
    texts = texts_of(by_pk.values())
    there = given(texts)
    settled = {
        (each.text_id, each.code_id): each
        for each in Settling.objects.filter(text__in=there).select_related(
            "by__user", "text__study_dossier"
        )
    }
    wanted = {code for by_code in there.values() for code in by_code}
    codes = Code.objects.in_bulk(wanted)
    found = []
    for text in texts.order_by("study_dossier__number", "number"):
        text.study_dossier = by_pk[text.study_dossier_id]
        both = coders[text.study_dossier_id]
        for code, by in there.get(text.pk, {}).items():
            gave = [each for each in both if each.pk in by]
            did_not = [each for each in both if each.pk not in by]
            if gave and did_not:
                known = settled.get((text.pk, code))
                found.append(Difference(text, codes[code], gave, did_not, known))
    return found


def agreed(study: Study) -> "QuerySet[Coding]":
    """What a finding can rest on: given by all (two or more) who are done with its
    dossier, or settled so."""
    texts = StudyText.objects.filter(study_dossier__study=study).open()
    coders: dict[UUID, set[UUID]] = defaultdict(set)
    for dossier, member in Coded.objects.filter(study_dossier__study=study).values_list(
        "study_dossier", "member"
    ):
        coders[dossier].add(member)
    of = dict(texts.order_by().values_list("pk", "study_dossier"))
    settled = {
        (text, code): applies
        for text, code, applies in Settling.objects.filter(text__in=of)
        .order_by()
        .values_list("text", "code", "applies")
    }
    stands = set()
    for text, by_code in given(texts).items():
        both = coders[of[text]]
        for code, by in by_code.items():
            if len(both) > 1 and settled.get((text, code), both <= by):
                stands.add((text, code))
    rows = Coding.objects.standing().filter(text__study_dossier__study=study)
    keep = [
        pk
        for pk, text, code, coder in rows.order_by().values_list(
            "pk", "text", "code", "coder"
        )
        if (text, code) in stands and text and coder in coders[of[text]]
    ]
    return Coding.objects.filter(pk__in=keep)
