"""One finding: what it rests on and what speaks against it, and what partners say."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.fact_checks import lacks, make_final, say_what_became
from ...evaluation.evidence import questions
from ...evaluation.figured import Figure, figures_of, gone
from ...evaluation.models import Evidence, FactCheck, Finding, StudyMember
from ...evaluation.partners import roles_of
from ...vault.trouble import VaultError
from ..forms import begin
from ..reading import Look, show, show_all
from .addresses_finding import first_house, to
from .finding_forms import BecameForm
from .findings import finding_or_404
from .passages import WITH, Passage, read
from .studying import researching


class Carried(NamedTuple):
    """One piece of evidence as it is shown: a passage with its words, or a figure."""

    evidence: Evidence
    passage: Passage | None
    figure: Figure | None
    note: str


class Rests(NamedTuple):
    """On what a finding rests, and what reading that leaves."""

    speaking: list[Carried]
    against: list[Carried]
    looks: list[Look]


def rests_on(
    evidence: Iterable[Evidence], member: StudyMember, now: datetime
) -> list[tuple[Carried, list[Look]]]:
    """Each with its words, as far as this researcher may read them now."""
    found = list(evidence)
    passages = read([each.coding for each in found if each.coding], member, now)
    figures = {
        each.reconstruction_id: figures_of(each.reconstruction)
        for each in found
        if each.reconstruction
    }
    return [
        (
            Carried(
                each,
                passages.by_coding[each.coding_id] if each.coding_id else None,
                figures[each.reconstruction_id].get(each.measure, gone(each.measure))
                if each.reconstruction_id
                else None,
                note_of(each, passages.by_coding.get(each.coding_id)),  # type: ignore[arg-type]
            ),
            passages.looks,
        )
        for each in found
    ]


def note_of(evidence: Evidence, passage: Passage | None) -> str:
    """A note goes where its passage goes."""
    if passage and passage.words is None:
        return ""
    try:
        return evidence.note or ""
    except VaultError:
        return ""


def sided(evidence: Iterable[Evidence], member: StudyMember, now: datetime) -> Rests:
    found = rests_on(evidence, member, now)
    sides: dict[str, list[Carried]] = {"for": [], "against": []}
    for each, _looks in found:
        sides[each.evidence.speaks].append(each)
    return Rests(sides["for"], sides["against"], found[0][1] if found else [])


def evidence_of(finding: Finding) -> list[Evidence]:
    return list(
        finding.evidence.select_related(
            "finding", "reconstruction", "by", *(f"coding__{each}" for each in WITH)
        )
    )


@researching
def finding(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """The words, both sides, what is asked, and what partners say of the facts."""
    return shown(request, member, finding_or_404(member, number), now)


def shown(
    request: HttpRequest,
    member: StudyMember,
    finding: Finding,
    now: datetime,
    wrong: ValidationError | None = None,
) -> HttpResponse:
    evidence = evidence_of(finding)
    rests = sided(evidence, member, now)
    checks = list(finding.fact_checks.select_related("organisation"))
    names = roles_of(member.study) if checks else {}
    for each in checks:
        each.role = names.get(each.organisation_id, "")  # type: ignore[attr-defined]
    context = {
        "study": member.study,
        "member": member,
        "finding": finding,
        "rests": rests,
        "asked": questions(evidence),
        "checks": checks,
        "lacks": lacks(finding, timezone.localdate(now)),
        "before": before(finding),
        "recommendations": list(finding.recommendations.only("number")),
        "wrong": wrong.messages if wrong else [],
    }
    look = Look(Action.FINDINGS_READ, by=member, about=finding)
    return show_all(
        request,
        "evaluation/finding.html",
        context,
        [look, *rests.looks],
        status=422 if wrong else 200,
    )


def before(finding: Finding) -> list[Finding]:
    """Earlier texts under the same number, the latest first."""
    alike = Finding.objects.filter(study=finding.study_id, number=finding.number)
    return list(alike.exclude(pk=finding.pk).order_by("-at"))


@require_POST
@researching
def final(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """From now on recommendations may rest on it."""
    about = finding_or_404(member, number)
    try:
        make_final(about, by=member, now=now)
    except ValidationError as wrong:
        return shown(request, member, about, now, wrong)
    messages.success(request, _("It is final. Recommendations may rest on it now."))
    return to("finding", member.study, number)


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def check_answer(
    request: HttpRequest, member: StudyMember, now: datetime, number: int, check: UUID
) -> HttpResponse:
    """What becomes of what a partner said."""
    study, about = member.study, finding_or_404(member, number)
    found = FactCheck.objects.filter(finding=about, pk=check).first()
    if found is None:
        raise Http404
    require(member.leads, "study.answer_check")
    form = begin(
        request,
        BecameForm,
        house=first_house(study),
        about=study.pk,
        name=f"evaluation:check-answer/{number}/{found.pk}",
        initial={"became": found.became},
    )
    if request.method == "POST" and form.is_valid():
        became = form.cleaned_data["became"]
        if form.carries_out(say_what_became, found, became, by=member, now=now):
            messages.success(request, _("Said. The partner reads it too."))
            return to("finding", study, number, part="feiten")
    return show(
        request,
        "evaluation/check_answer.html",
        {
            "study": study,
            "member": member,
            "form": form,
            "finding": about,
            "check": found,
            "role": roles_of(study).get(found.organisation_id, ""),
        },
        action=Action.FINDINGS_READ,
        by=member,
        about=about,
        status=422 if form.is_bound else 200,
    )
