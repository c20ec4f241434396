"""Two coders side by side, once both are done; and settling where they differ (F64)."""

import json
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Comparison, Settling, StudyMember
from ..reading.comparing import difference, dossiers_of, figures


@transaction.atomic
def compare_coders(
    comparison: Comparison, *, by: StudyMember, now: datetime
) -> Comparison:
    """How far two agreed in the dossiers that both are done with, kept as it is now."""
    first, second = comparison.first, comparison.second
    require(
        by.researches(now) and first.study_id == second.study_id == by.study_id,
        "study.compare",
    )
    if first == second:
        raise ValidationError(_("Choose two different coders."))
    dossiers = dossiers_of(by, now, [first, second])
    if not dossiers:
        raise ValidationError(
            _("There is no dossier yet that both are done with, and you as well.")
        )
    comparison.study, comparison.by, comparison.at = by.study, by.user, now
    comparison.figures = json.dumps(figures(by.study, first, second, dossiers))
    comparison.full_clean()
    comparison.save(force_insert=True)
    trail.record(Action.CODERS_COMPARED, by=by, about=comparison, count=len(dossiers))
    return comparison


@transaction.atomic
def settle_difference(
    settling: Settling, *, by: StudyMember, now: datetime
) -> Settling:
    """What it became, and why: once, by one of those who differed, or the lead."""
    require(
        by.researches(now) and settling.text.study_dossier.study_id == by.study_id,
        "study.settle",
    )
    there = difference(settling.text, settling.code, by, now)
    require(there is not None and (by.leads or by.pk in there.coders), "study.settle")
    if Settling.objects.filter(text=settling.text, code=settling.code).exists():
        raise ValidationError(_("This difference was settled already."))
    if not (settling.why or "").strip():
        raise ValidationError({"why": _("Say why, in your own words.")})
    settling.by, settling.at = by, now
    settling.full_clean()
    try:
        with transaction.atomic():
            settling.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(_("This difference was settled already.")) from None
    trail.record(Action.DIFFERENCE_SETTLED, by=by, about=settling)
    return settling
