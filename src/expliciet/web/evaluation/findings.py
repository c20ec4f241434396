"""What a study found: on each subject both kinds beside each other (F67)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.fact_checks import offer_findings
from ...evaluation.actions.findings import (
    change_finding,
    replace_finding,
    write_finding,
)
from ...evaluation.evidence import questions
from ...evaluation.models import Finding, StudyMember, Subject
from ...evaluation.models.finding import FindingQuerySet
from ..forms import begin
from ..reading import show
from .addresses_finding import first_house, to
from .conversation_forms import shortly
from .finding_forms import FindingForm, OfferForm
from .studying import researching

EVIDENCE = (
    "evidence__coding__line",
    "evidence__coding__text",
    "evidence__reconstruction",
)


class OnSubject(NamedTuple):
    """What goes well and what can be better, in equal places."""

    subject: str
    title: str
    well: list[Finding]
    better: list[Finding]


def by_subject(findings: Iterable[Finding]) -> list[OnSubject]:
    found = list(findings)
    return [
        OnSubject(
            each.value,
            str(each.label),
            *(
                [one for one in found if (one.subject, one.goes) == (each, goes)]
                for goes in (Finding.Goes.WELL, Finding.Goes.BETTER)
            ),
        )
        for each in Subject
    ]


@researching
def findings(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """All of them, with what is still asked of whoever wrote them."""
    return listed(request, member, offering(request, member), now)


def listed(
    request: HttpRequest, member: StudyMember, form: OfferForm, now: datetime
) -> HttpResponse:
    found = list(current(member).prefetch_related(*EVIDENCE, "fact_checks"))
    for each in found:
        each.asked = questions(each.evidence.all())  # type: ignore[attr-defined]
    return show(
        request,
        "evaluation/findings.html",
        {
            "study": member.study,
            "member": member,
            "subjects": by_subject(found),
            "any": bool(found),
            "form": form,
            "to_offer": any(each.offered_at is None for each in found),
            "today": timezone.localdate(now),
        },
        action=Action.FINDINGS_READ,
        by=member,
        about=member.study,
        count=len(found) or 1,
        status=422 if form.is_bound else 200,
    )


def current(member: StudyMember) -> FindingQuerySet:
    return Finding.objects.current().filter(study=member.study_id)


def offering(request: HttpRequest, member: StudyMember) -> OfferForm:
    found = [each for each in current(member) if each.offered_at is None]
    return begin(
        request,
        OfferForm,
        house=first_house(member.study),
        about=member.study_id,
        name="evaluation:findings",
        choices=[(str(each.number), shortly(each)) for each in found],
    )


@require_POST
@researching
def offer(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Ask the partners whether the facts are right."""
    require(member.leads, "study.offer_findings")
    form = offering(request, member)
    numbers = form.cleaned_data.get("findings", []) if form.is_valid() else []
    chosen = list(current(member).filter(number__in=numbers))
    if form.carries_out(
        offer_findings, chosen, form.cleaned_data.get("check_by"), by=member, now=now
    ):
        messages.success(request, _("Offered. The partners see that it waits."))
        return to("findings", member.study)
    return listed(request, member, form, now)


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def add(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Something that goes well, or can be better."""
    study = member.study
    fresh = Finding()
    for name in ("subject", "goes"):
        setattr(fresh, name, request.GET.get(name, ""))
    form = begin(
        request, FindingForm, house=first_house(study), about=study.pk, instance=fresh
    )
    if request.method == "POST" and form.carries_out(
        write_finding, form.instance, by=member, now=now
    ):
        messages.success(request, _("Written. Now lay with it what it rests on."))
        return to("finding", study, form.done.number)
    return asked(request, member, form)


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def change(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """Freely before it is offered; after that another text takes its place."""
    study, finding = member.study, finding_or_404(member, number)
    replaces = finding.offered_at is not None
    thing = finding
    if replaces:
        thing = Finding(
            study=study,
            subject=finding.subject,
            goes=finding.goes,
            words=finding.words,
            limits=finding.limits,
        )
    form = begin(
        request,
        FindingForm,
        house=first_house(study),
        about=study.pk,
        name=f"evaluation:finding-change/{number}",
        instance=thing,
        replaces=replaces,
    )
    done = request.method == "POST" and (
        form.carries_out(replace_finding, finding, form.instance, by=member, now=now)
        if replaces
        else form.carries_out(
            lambda: change_finding(form.instance, read=form.read, by=member, now=now)
        )
    )
    if done:
        messages.success(
            request,
            _("The new text stands. It is offered anew.")
            if replaces
            else _("Changed."),
        )
        return to("finding", study, number)
    return asked(request, member, form, finding)


def asked(
    request: HttpRequest,
    member: StudyMember,
    form: FindingForm,
    finding: Finding | None = None,
) -> HttpResponse:
    return show(
        request,
        "evaluation/finding_form.html",
        {"study": member.study, "member": member, "form": form, "finding": finding},
        action=Action.FINDINGS_READ,
        by=member,
        about=finding or member.study,
        status=422 if form.is_bound else 200,
    )


def finding_or_404(member: StudyMember, number: int) -> Finding:
    """The text that stands now under this number."""
    found = current(member).filter(number=number).select_related("study").first()
    if found is None:
        raise Http404
    return found
