"""Two coders side by side, once both are done with a dossier (F64)."""

from collections import defaultdict
from datetime import datetime
from itertools import combinations
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ...audit.actions import Action
from ...evaluation.actions.comparing import compare_coders, settle_difference
from ...evaluation.agreement import Undefined
from ...evaluation.models import (
    Code,
    Coded,
    Coding,
    Comparison,
    Settling,
    StudyDossier,
    StudyMember,
)
from ...evaluation.reading.comparing import (
    compared_for,
    difference,
    differences,
    dossiers_of,
)
from ...evaluation.reading.known import Text
from ..dossiers.deeds import REFUSED
from ..forms import ThingForm
from ..reading import show
from .codebook import codes
from .marked import Mark, Shown
from .reading import dossier_or_404
from .studying import researching


class Pair(NamedTuple):
    first: StudyMember
    second: StudyMember
    numbers: list[int]


class Row(NamedTuple):
    """Agreement on one code, or overall; a figure, or why there is none."""

    name: str
    figures: dict[str, Any]

    @property
    def why(self) -> str:
        why = self.figures["why"]
        return str(Undefined(why).label) if why else ""

    @property
    def why_no_interval(self) -> str:
        why = self.figures["why_no_interval"]
        return str(Undefined(why).label) if why else ""


class SettleForm(ThingForm):
    """What it became, and why."""

    applies = forms.TypedChoiceField(
        label=_("Does the code apply here?"),
        choices=[("yes", _("yes, it applies")), ("no", _("no, it does not"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Say yes or no.")},
    )

    class Meta:
        model = Settling
        fields = ("applies", "why")
        widgets = {"why": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}
        help_texts = {"why": _("What you saw in the text. It stands, once.")}


@researching
def comparing(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    mine = dossiers_of(member, now)
    numbers = {each.number for each in mine}
    names = {str(each.code.pk): each.code.name or "" for each in codes(member)}
    seen = next(iter(compared_for(member)), None)
    counted = seen.figures["dossiers"] if seen else []
    there = differences(member, now)
    return show(
        request,
        "evaluation/comparing.html",
        {
            "study": member.study,
            "member": member,
            "mine": mine,
            "pairs": pairs(member, mine),
            "comparison": seen and seen.comparison,
            "dossiers": counted,
            "gone": sorted(set(counted) - numbers),
            "rows": rows(seen.figures, names) if seen else [],
            "open": [each for each in there if not each.settled],
            "settled": [each for each in there if each.settled],
        },
        action=Action.STUDY_READ,
        by=member,
        about=member.study,
        count=max(1, len(there)),
    )


def pairs(member: StudyMember, mine: list[StudyDossier]) -> list[Pair]:
    """Who can be laid side by side, of dossiers that one is done with oneself."""
    done: dict[UUID, set[int]] = defaultdict(set)
    there = Coded.objects.filter(study_dossier__in=[each.pk for each in mine])
    for coder, number in there.values_list("member", "study_dossier__number"):
        done[coder].add(number)
    coders = member.study.members.filter(pk__in=done).select_related("user")
    found = combinations(coders.order_by("joined_at", "id"), 2)
    both = (Pair(a, b, sorted(done[a.pk] & done[b.pk])) for a, b in found)
    return [each for each in both if each.numbers]


def rows(told: dict[str, Any], names: dict[str, str]) -> list[Row]:
    each = [Row(names.get(pk, ""), one) for pk, one in told["codes"].items()]
    return [
        Row(str(_("All codes together")), told["overall"]),
        *sorted(each, key=lambda one: one.name.casefold()),
    ]


@require_POST
@researching
def compare(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """The figures as they are now, kept so."""
    there = {str(each.pk): each for each in member.study.members.all()}
    first = there.get(request.POST.get("first", ""))
    second = there.get(request.POST.get("second", ""))
    if first is None or second is None:
        raise Http404
    try:
        compare_coders(Comparison(first=first, second=second), by=member, now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
    else:
        messages.success(request, _("Compared. The figures stand as they are now."))
    return redirect("evaluation:comparing", member.study_id)


@researching
def settle(
    request: HttpRequest,
    member: StudyMember,
    now: datetime,
    number: int,
    text: int,
    pk: UUID,
) -> HttpResponse:
    """One text and one code: who gave it where, and what it becomes."""
    chosen = dossier_or_404(member, number, now)
    row = chosen.study_texts.open().filter(number=text).first()
    code = Code.objects.filter(pk=pk, study=member.study_id).first()
    there = difference(row, code, member, now) if row and code else None
    if row is None or code is None or there is None:
        raise Http404
    row.study_dossier = chosen
    settling = Settling(text=row, code=code)
    form = SettleForm(request.POST or None, instance=settling)
    form.request = request
    if request.method == "POST" and form.carries_out(
        lambda: settle_difference(settling, by=member, now=now)
    ):
        messages.success(request, _("Settled. Your reason stands with it."))
        return redirect("evaluation:comparing", member.study_id)
    given = Coding.objects.visible_to(member).standing().filter(text=row, code=code)
    marks = [
        Mark(at, each, each.coder_id == member.pk)
        for at, each in enumerate(given.select_related("coder__user"), start=1)
    ]
    return show(
        request,
        "evaluation/settle.html",
        {
            "study": member.study,
            "member": member,
            "difference": there,
            "code": code,
            "number": number,
            "one": Shown(Text(row, ""), marks),
            "form": form,
            "back": reverse("evaluation:comparing", args=[member.study_id]),
        },
        action=Action.STUDY_TEXTS_READ,
        by=member,
        about=chosen,
        status=REFUSED if form.is_bound else 200,
    )
