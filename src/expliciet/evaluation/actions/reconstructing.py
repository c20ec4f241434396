"""Counting how the process went over the dossiers of a study, for good (F58)."""

import json
from datetime import datetime

from django.db import transaction

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Reconstruction, StudyDossier, StudyMember
from ..reconstruction import Period, reconstruct, suppressed
from .beside import Shown, hold_houses, look_at_selection


@transaction.atomic
def reconstruct_process(*, by: StudyMember, now: datetime) -> Reconstruction:
    """Figures over the dossiers that this study may read now, frozen as they are.

    Not where they would tell, laid beside figures that were shown earlier, what few
    dossiers did. Two that ask at once wait for each other: the houses are held.
    """
    require(by.researches(now), "study.reconstruct")
    study = by.study
    houses = list(study.houses.order_by().values_list("house", flat=True))
    hold_houses(houses)
    chosen = list(StudyDossier.objects.visible_to(by.user, now).filter(study=study))
    asked = Shown(
        Period(study.begins_on, study.until), {each.dossier_id for each in chosen}
    )
    look_at_selection(asked, houses, study.smallest)
    told = reconstruct([each.dossier_id for each in chosen], asked.period, now)
    made = Reconstruction(study=study, by=by.user, at=now)
    made.figures = json.dumps(suppressed(told, study.smallest).as_json())
    made.full_clean()
    made.save(force_insert=True)
    made.dossiers.set(chosen)
    trail.record(Action.PROCESS_RECONSTRUCTED, by=by, about=made, count=len(chosen))
    return made
