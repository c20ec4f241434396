"""What a study found, and what that rests on (F67)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...vault.trouble import VaultError
from ..evidence import usable
from ..figured import knows
from ..models import Evidence, Finding, StudyMember
from .numbering import next_number


@transaction.atomic
def write_finding(finding: Finding, *, by: StudyMember, now: datetime) -> Finding:
    """Something that goes well, or can be better."""
    require(by.researches(now), "study.write_finding")
    finding.study, finding.by, finding.at = by.study, by, now
    finding.number = next_number(Finding, by.study_id)
    finding.full_clean()
    finding.save(force_insert=True)
    trail.record(Action.FINDING_MADE, by=by, about=finding)
    return finding


@transaction.atomic
def change_finding(
    finding: Finding, *, read: str, by: StudyMember, now: datetime
) -> Finding:
    """Write it better, as long as no partner was asked about it.

    `read` is the mark of what its writer read before, here and in each change: see
    `Written`.
    """
    before = held(finding, by, now, "study.change_finding")
    if before.offered_at:
        raise ValidationError(OFFERED)
    before.require_read(read)
    finding.full_clean()
    finding.save()
    trail.record(Action.FINDING_CHANGED, by=by, about=finding)
    return finding


@transaction.atomic
def replace_finding(
    old: Finding, finding: Finding, *, by: StudyMember, now: datetime
) -> Finding:
    """Put another text in the place of one that was offered, and say why.

    It keeps its number and what it rests on, and is offered anew.
    """
    old = held(old, by, now, "study.change_finding")
    finding.study, finding.number, finding.supersedes = old.study, old.number, old
    finding.by, finding.at = by, now
    if not finding.why_changed:
        raise ValidationError({"why_changed": _("Say why it is changed.")})
    finding.full_clean(exclude=["supersedes"])
    try:
        with transaction.atomic():
            finding.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(
            _(
                "Somebody else already put another text in its place. Your text still "
                "stands here: read theirs first."
            ),
            code="overtaken",
        ) from None
    carry_over(old, finding)
    trail.record(Action.FINDING_CHANGED, by=by, about=finding)
    return finding


@transaction.atomic
def add_evidence(evidence: Evidence, *, by: StudyMember, now: datetime) -> Evidence:
    """A passage or a figure that speaks for a finding, or against it."""
    finding = evidence.finding = held(evidence.finding, by, now, "study.write_finding")
    look_open(finding)
    coding, figures = evidence.coding, evidence.reconstruction
    require(
        coding is None or usable(by, now).filter(pk=coding.pk).exists(),
        "study.write_finding",
    )
    require(figures is None or figures.study_id == by.study_id, "study.write_finding")
    alike = finding.evidence.filter(
        coding=coding, reconstruction=figures, measure=evidence.measure
    )
    if alike.exists():
        raise ValidationError(_("This lies with the finding already."))
    if figures and not knows(figures, evidence.measure):
        raise ValidationError({"measure": _("There is no such figure in it.")})
    evidence.by, evidence.at = by, now
    evidence.full_clean()
    evidence.save(force_insert=True)
    trail.record(Action.EVIDENCE_ADDED, by=by, about=evidence)
    return evidence


@transaction.atomic
def take_evidence_off(evidence: Evidence, *, by: StudyMember, now: datetime) -> None:
    """It does not carry the finding after all; the passage itself stays."""
    finding = held(evidence.finding, by, now, "study.write_finding")
    look_open(finding)
    if finding.offered_at and finding.evidence.count() == 1:
        raise ValidationError(_("This finding was offered. Something has to carry it."))
    trail.record(Action.EVIDENCE_TAKEN_OFF, by=by, about=evidence)
    evidence.delete()


OFFERED = _("Partners were asked about this already. Put another text in its place.")


def held(finding: Finding, by: StudyMember, now: datetime, deed: str) -> Finding:
    """By a researcher of this study; as it stands in the database, and locked."""
    require(by.researches(now) and finding.study_id == by.study_id, deed)
    found = Finding.objects.select_for_update(of=["self"]).get(pk=finding.pk)
    if Finding.objects.filter(supersedes=found).exists():
        raise ValidationError(
            _("Another text took the place of this finding. Look at that one."),
            code="overtaken",
        )
    return found


def look_open(finding: Finding) -> None:
    if finding.final_at:
        raise ValidationError(
            _("This finding is final. Put another text in its place first.")
        )


def carry_over(old: Finding, finding: Finding) -> None:
    """What the old text rested on; a note whose dossier was destroyed is gone."""
    for each in old.evidence.select_related(
        "coding__code", "coding__line__conversation", "coding__text__study_dossier"
    ):
        each.pk = each.id = Evidence().id
        note = note_of(each)
        each.finding, each.note = finding, note
        each._state.adding = True
        each.save(force_insert=True)


def note_of(evidence: Evidence) -> str | None:
    try:
        note: str | None = evidence.note
    except VaultError:
        return None
    return note
