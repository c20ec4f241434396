"""Coding passages of a dossier, each for themselves until both are done (F64)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import Refused, require
from ...audit import trail
from ...audit.actions import Action
from ..models import Code, Coded, Coding, StudyDossier, StudyMember, StudyText
from ..reading.places import trimmed

DONE = _("You are done with this dossier: what you coded there stands.")


@transaction.atomic
def code_passage(coding: Coding, *, by: StudyMember, now: datetime) -> Coding:
    """These words of a masked text under a code."""
    text = coding.text
    if text is None:
        raise Refused("study.code")
    look_whether_open(text.study_dossier, by, now)
    readable = StudyText.objects.visible_to(by.user, now).filter(pk=text.pk)
    require(coding.code.study_id == by.study_id and readable.exists(), "study.code")
    passage = text.passage
    if passage is None:
        raise ValidationError(_("This text was destroyed with its dossier."))
    coding.coder, coding.at = by, now
    coding.begins, coding.ends = trimmed(passage, coding.begins, coding.ends)
    if not coding.begins < coding.ends <= len(passage):
        raise ValidationError({"words": _("Select or type the words that you code.")})
    if Code.objects.filter(pk=coding.code_id, ended_at__isnull=False).exists():
        raise ValidationError({"code": _("This code has ended. Choose another.")})
    alike = Coding.objects.standing().filter(
        text=text,
        code=coding.code,
        coder=by,
        begins=coding.begins,
        ends=coding.ends,
    )
    if alike.exists():
        raise ValidationError({"code": _("You gave this code to these words already.")})
    coding.full_clean()
    coding.save(force_insert=True)
    trail.record(Action.PASSAGE_CODED, by=by, about=coding)
    return coding


@transaction.atomic
def uncode_passage(coding: Coding, *, by: StudyMember, now: datetime) -> Coding:
    """Take a code of one's own off again; that it was there is kept."""
    text = coding.text
    if text is None or coding.coder_id != by.pk:
        raise Refused("study.code")
    look_whether_open(text.study_dossier, by, now)
    here = Coding.objects.select_for_update(of=("self",)).get(pk=coding.pk)
    if here.evidence.exists():
        raise ValidationError(
            _("A finding rests on this passage. Take it off the finding first.")
        )
    if here.taken_off_at is None:
        here.taken_off_at = now
        here.save(update_fields=["taken_off_at"])
        trail.record(Action.PASSAGE_UNCODED, by=by, about=here)
    return here


@transaction.atomic
def finish_coding(chosen: StudyDossier, *, by: StudyMember, now: datetime) -> Coded:
    """Done with this dossier: from now on what one coded there stands."""
    look_whether_open(chosen, by, now)
    done = Coded(study_dossier=chosen, member=by, at=now)
    done.save(force_insert=True)
    trail.record(Action.DOSSIER_CODED, by=by, about=done)
    return done


def look_whether_open(chosen: StudyDossier, by: StudyMember, now: datetime) -> None:
    """By whoever may read this dossier in this study now, and is not done with it;
    held, so that nobody codes while being done."""
    StudyDossier.objects.select_for_update().only("pk").get(pk=chosen.pk)
    require(by.researches(now) and chosen.study_id == by.study_id, "study.code")
    seen = StudyDossier.objects.visible_to(by.user, now).filter(pk=chosen.pk)
    require(seen.exists(), "study.code")
    if Coded.objects.filter(study_dossier=chosen, member=by).exists():
        raise ValidationError(DONE)
