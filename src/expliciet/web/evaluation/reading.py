"""The reading room: the dossiers that a study may read, and how far each coder is."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse

from ...audit.actions import Action
from ...evaluation.models import Coded, StudyDossier, StudyMember, StudyText
from ..reading import show
from .studying import researching


@researching
def reading(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Each under its number, and whether one is done with it oneself."""
    found = list(
        StudyDossier.objects.visible_to(member.user, now)
        .filter(study=member.study_id)
        .order_by("number")
    )
    texts = texts_in(found)
    for each in found:
        each.texts = texts.get(each.pk, 0)  # type: ignore[attr-defined]
    mine = Coded.objects.filter(member=member).values_list("study_dossier", flat=True)
    return show(
        request,
        "evaluation/reading.html",
        {
            "study": member.study,
            "member": member,
            "dossiers": found,
            "mine": set(mine),
        },
        action=Action.STUDY_READ,
        by=member,
        about=member.study,
        count=max(1, len(found)),
    )


def texts_in(dossiers: list[StudyDossier]) -> dict[UUID, int]:
    """How many texts of each of these may be read now."""
    found = StudyText.objects.filter(study_dossier__in=dossiers).open().order_by()
    return dict(found.values_list("study_dossier").annotate(Count("pk")))


def dossier_or_404(member: StudyMember, number: int, now: datetime) -> StudyDossier:
    """Under this number, released and not taken back; its masked texts unlocked."""
    found = (
        StudyDossier.objects.visible_to(member.user, now)
        .filter(study=member.study_id, number=number)
        .select_related("dossier")
        .first()
    )
    if found is None:
        raise Http404
    found.study = member.study
    found.unlock()
    return found
