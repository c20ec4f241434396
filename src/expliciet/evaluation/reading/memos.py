"""Who reads the memos beside a dossier: blind, like what was coded (F64)."""

from django.db.models import QuerySet

from ..models import Coded, Memo, StudyDossier, StudyMember


def memos_for(chosen: StudyDossier, member: StudyMember) -> "QuerySet[Memo]":
    """One's own; those of others only once both are done with the dossier."""
    there = Memo.objects.filter(study_dossier=chosen).select_related(
        "by__user", "study_dossier"
    )
    done = Coded.objects.filter(study_dossier=chosen).values("member")
    if not done.filter(member=member).exists():
        return there.filter(by=member)
    return there.filter(by=member) | there.filter(by__in=done)
