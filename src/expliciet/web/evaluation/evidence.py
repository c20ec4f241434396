"""Laying a passage or a figure with a finding, and taking it off again.

No draft is kept: a note repeats words of a dossier, which must be able to die with it.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ...audit.actions import Action
from ...evaluation.actions.findings import add_evidence, take_evidence_off
from ...evaluation.evidence import usable
from ...evaluation.figured import figures_of
from ...evaluation.models import Evidence, StudyMember
from ..reading import Look, show_all
from .addresses_finding import to
from .finding import shown
from .finding_forms import EvidenceForm
from .findings import finding_or_404
from .passages import WITH, Passage, read
from .studying import researching

PASSAGES = 200
"""So many are offered to choose from; the latest first."""


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def add(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """Lay a passage or a figure with it."""
    study, about = member.study, finding_or_404(member, number)
    choices, things, looks = to_choose(member, now)
    evidence = Evidence(finding=about)
    form = EvidenceForm(request.POST or None, instance=evidence, what=choices)
    form.request = request
    if request.method == "POST" and form.is_valid():
        for name, value in things[form.cleaned_data["what"]].items():
            setattr(form.instance, name, value)
        if form.carries_out(add_evidence, form.instance, by=member, now=now):
            messages.success(request, _("It lies with the finding now."))
            return to("finding", study, number, part="rust-op")
    return show_all(
        request,
        "evaluation/evidence_form.html",
        {"study": study, "member": member, "form": form, "finding": about},
        [Look(Action.FINDINGS_READ, by=member, about=about), *looks],
        status=422 if form.is_bound else 200,
    )


def to_choose(
    member: StudyMember, now: datetime
) -> tuple[list[Any], dict[str, dict[str, Any]], list[Look]]:
    """Passages that may be used, by code; and the figures of the last time the process
    was reconstructed."""
    codings = list(
        usable(member, now).select_related(*WITH).order_by("-at", "pk")[:PASSAGES]
    )
    passages = read(codings, member, now)
    things: dict[str, dict[str, Any]] = {}
    groups: dict[str, list[tuple[str, str]]] = {}
    for each in codings:
        passage = passages.by_coding[each.pk]
        if passage.words:
            key = f"passage-{each.pk}"
            things[key] = {"coding": each}
            where = place_of(passage)
            groups.setdefault(each.code.name or "", []).append(
                (key, f"{where}: {short(passage.words)}")
            )
    last = member.study.reconstructions.first()
    figures = figures_of(last).values() if last else []
    for figure in figures:
        things[f"figure-{figure.name}"] = {
            "reconstruction": last,
            "measure": figure.name,
        }
        titled = (f"figure-{figure.name}", str(figure.title))
        groups.setdefault(_("Figures of the process"), []).append(titled)
    return list(groups.items()), things, passages.looks


def place_of(passage: Passage) -> str:
    told = {"of": passage.dossier or passage.conversation, "place": passage.place}
    if passage.dossier:
        return _("dossier %(of)s, text %(place)s") % told
    return _("conversation %(of)s, line %(place)s") % told


def short(words: str) -> str:
    told = " ".join(words.split())
    return told if len(told) <= 90 else f"{told[:90].rsplit(' ', 1)[0]} …"


@require_POST
@researching
def take_off(
    request: HttpRequest,
    member: StudyMember,
    now: datetime,
    number: int,
    evidence: UUID,
) -> HttpResponse:
    """It does not carry the finding after all."""
    about = finding_or_404(member, number)
    found = about.evidence.filter(pk=evidence).first()
    if found is None:
        raise Http404
    try:
        take_evidence_off(found, by=member, now=now)
    except ValidationError as wrong:
        return shown(request, member, about, now, wrong)
    messages.success(request, _("Taken off. The passage itself stays."))
    return to("finding", member.study, number, part="rust-op")
