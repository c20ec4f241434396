"""Counting how the process went over the dossiers of a study, for good (F58)."""

import json
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.models import House
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Reconstruction, Study, StudyDossier, StudyMember
from ..reconstruction import Period, may_show, reconstruct, suppressed


@transaction.atomic
def reconstruct_process(*, by: StudyMember, now: datetime) -> Reconstruction:
    """Figures over the dossiers that this study may read now, frozen as they are.

    Not where they would tell, laid beside figures that were shown earlier, what few
    dossiers did. Two that ask at once wait for each other: the houses are held.
    """
    require(by.researches(now), "study.reconstruct")
    study = by.study
    houses = hold_houses(study)
    chosen = list(StudyDossier.objects.visible_to(by.user, now).filter(study=study))
    look_at_selection(study, {each.dossier_id for each in chosen}, houses)
    period = Period(study.begins_on, study.until)
    told = reconstruct([each.dossier_id for each in chosen], period, now)
    made = Reconstruction(study=study, by=by.user, at=now)
    made.figures = json.dumps(suppressed(told, study.smallest).as_json())
    made.full_clean()
    made.save(force_insert=True)
    made.dossiers.set(chosen)
    trail.record(Action.PROCESS_RECONSTRUCTED, by=by, about=made, count=len(chosen))
    return made


def hold_houses(study: Study) -> list[UUID]:
    """Its houses; who counts in one of them waits until this is done."""
    wanted = study.houses.order_by().values("house")
    held = House.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
    return list(held.values_list("pk", flat=True))


def look_at_selection(study: Study, selection: set[UUID], houses: list[UUID]) -> None:
    """Large enough, and not too much like one whose figures somebody saw before."""
    if len(selection) < study.smallest:
        raise ValidationError(
            _(
                "There are fewer than %(smallest)s released dossiers: figures over so "
                "few would tell of one case. More have to be released first."
            )
            % {"smallest": study.smallest}
        )
    earlier = shown_before(houses)
    known = [dossiers for _period, dossiers in earlier]
    if not may_show(selection, known, study.smallest):
        raise ValidationError(
            _(
                "These dossiers differ too little from those of figures that were "
                "shown before: laid beside each other, the two would tell of fewer "
                "than %(smallest)s dossiers. Count again once more dossiers are added "
                "or gone, or keep to the earlier figures."
            )
            % {"smallest": study.smallest}
        )
    mine = Period(study.begins_on, study.until)
    if any(
        is_laid_beside(mine, period)
        for period, dossiers in earlier
        if dossiers & selection
    ):
        raise ValidationError(
            _(
                "Another study of some of these dossiers has figures over nearly the "
                "same time: laid beside each other, the two would tell what happened "
                "in the days between. Let the period begin and end with a half-year."
            )
        )


def shown_before(houses: list[UUID]) -> list[tuple[Period, set[UUID]]]:
    """Of every reconstruction with dossiers of these houses, in whichever study: its
    period, and all of its dossiers."""
    touching = Reconstruction.objects.filter(
        dossiers__dossier__house__in=houses
    ).order_by()
    found: dict[UUID, tuple[Period, set[UUID]]] = {}
    rows = Reconstruction.objects.filter(pk__in=touching.values("pk")).order_by()
    for pk, begins, until, dossier in rows.values_list(
        "pk", "study__begins_on", "study__until", "dossiers__dossier"
    ):
        found.setdefault(pk, (Period(begins, until), set()))[1].add(dossier)
    return list(found.values())


def is_laid_beside(one: Period, other: Period) -> bool:
    """Whether two periods overlap and differ in part of a half-year."""
    if one == other or one.end < other.begin or other.end < one.begin:
        return False
    return not (one.is_whole and other.is_whole)
