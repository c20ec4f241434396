"""What a researcher notes while reading a dossier; it dies with that dossier."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Memo, StudyDossier, StudyMember


@transaction.atomic
def keep_memo(memo: Memo, *, by: StudyMember, now: datetime) -> Memo:
    """Beside the dossier it is about; others read it once both are done."""
    chosen = memo.study_dossier
    require(by.researches(now) and chosen.study_id == by.study_id, "study.keep_memo")
    seen = StudyDossier.objects.visible_to(by.user, now).filter(pk=chosen.pk)
    require(seen.exists(), "study.keep_memo")
    if not (memo.words or "").strip():
        raise ValidationError({"words": _("Write what you noticed.")})
    memo.by, memo.at = by, now
    memo.full_clean()
    memo.save(force_insert=True)
    trail.record(Action.MEMO_KEPT, by=by, about=memo)
    return memo
