"""The course of the process: figures from records alone, frozen when asked (F58)."""

from datetime import datetime
from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from ...audit.actions import Action
from ...audit.trail import Actor
from ...evaluation.actions.reconstructing import reconstruct_process
from ...evaluation.figure_charts import Chart, charts, pictures
from ...evaluation.figure_tables import THEMES, FigureTable, Theme, frozen, tables
from ...evaluation.models import Reconstruction, StudyDossier, StudyMember
from ...evaluation.models.study import OUTCOME
from ...evaluation.reconstruction import Figures
from ...vault.keyring import unlock
from ..reading import show
from .studying import Concerned, concerning, researching

WHICH = "van"
"""The reconstruction to look at, counted from the first; else the latest."""


class Card(NamedTuple):
    """One figure with its pictures, as far as anything in it may be told."""

    table: FigureTable
    charts: list[Chart]


class Group(NamedTuple):
    theme: Theme
    cards: list[Card]


class Counted(NamedTuple):
    """One reconstruction of a study, under the number it has there."""

    number: int
    made: Reconstruction

    @property
    def figures(self) -> Figures:
        return frozen(self.made)


@concerning
@require_safe
def process(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """For researchers, and to read along for the offices that let them look."""
    by = looking(who)
    found = reconstructions(who)
    shown = chosen(request, found)
    figures = shown.figures if shown else None
    study = who.study
    return show(
        request,
        "evaluation/process.html",
        {
            "study": study,
            "member": who.member,
            "shown": shown,
            "figures": figures,
            "others": [each for each in reversed(found) if each != shown],
            "groups": groups(figures) if figures else [],
            "may_count": who.member
            and study.is_going_on(timezone.localdate(now))
            and StudyDossier.objects.visible_to(who.member.user, now)
            .filter(study=study)
            .exists(),
        },
        action=Action.STUDY_READ,
        by=by,
        about=shown.made if shown else study,
    )


def looking(who: Concerned) -> Actor:
    """Researchers and the offices that decide; for others there is no such page."""
    if who.member:
        return who.member
    if not who.decides:
        raise Http404
    return who.by


def reconstructions(who: Concerned) -> list[Counted]:
    """All of this study, from the first on, and unlocked."""
    found = list(who.study.reconstructions.order_by("at", "id"))
    unlock(who.study.pk, [OUTCOME], rows=[each.pk for each in found])
    return [Counted(number, each) for number, each in enumerate(found, start=1)]


def chosen(request: HttpRequest, found: list[Counted]) -> Counted | None:
    asked = request.GET.get(WHICH, "")
    if not asked:
        return found[-1] if found else None
    for each in found:
        if str(each.number) == asked:
            return each
    raise Http404


def groups(figures: Figures) -> list[Group]:
    known, drawn = tables(figures), charts(figures)
    return [
        Group(
            theme,
            [
                Card(known[name], pictures(name, drawn))
                for name in theme.figures
                if name in known
            ],
        )
        for theme in THEMES
    ]


@researching
@require_POST
def count(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Count now; or say why the figures would tell too much."""
    try:
        reconstruct_process(by=member, now=now)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(
            request, _("Counted. These figures stand from now on as they are.")
        )
    return redirect("evaluation:process", member.study_id)
