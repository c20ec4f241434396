"""Partners check the facts of a finding before it is final (F67)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...vault.keyring import unlock
from ..models import FactCheck, Finding, StudyMember
from ..models.study import OUTCOME
from ..partners import asked_of, at_tables, partners_of, tell
from .findings import held

ALREADY = _("Your organisation said what it has to say about this one already.")


@transaction.atomic
def offer_findings(
    findings: Iterable[Finding],
    check_by: date | None,
    *,
    by: StudyMember,
    now: datetime,
) -> list[Finding]:
    """Ask partners whether the facts are right; not without anything that carries it.

    From here on they read the finding, and never what it rests on.
    """
    require(by.leads and by.researches(now), "study.offer_findings")
    today = timezone.localdate(now)
    chosen = [held(each, by, now, "study.offer_findings") for each in findings]
    if not chosen:
        raise ValidationError({"findings": _("Choose at least one finding.")})
    if check_by is None or check_by <= today:
        raise ValidationError({"check_by": _("Choose a day still to come.")})
    look_at_offering(chosen)
    for each in chosen:
        each.offered_at, each.check_by = now, check_by
        each.save(update_fields=["offered_at", "check_by"])
        trail.record(Action.FINDINGS_OFFERED, by=by, about=each)
    tell(by.study, partners_of(by.study, today), now)
    return chosen


@transaction.atomic
def check_facts(check: FactCheck, *, by: Appointment, now: datetime) -> FactCheck:
    """The word of one organisation on the facts; once, and it stands."""
    finding = Finding.objects.select_for_update(of=["self"]).get(pk=check.finding_id)
    require(
        at_tables(by, finding.study, now)
        and Finding.objects.offered_to(by.user, now).filter(pk=finding.pk).exists(),
        "study.check_facts",
    )
    if not finding.study.is_going_on(timezone.localdate(now)):
        raise ValidationError(_("This study has ended."))
    if finding.final_at:
        raise ValidationError(_("This finding is final by now."))
    if Finding.objects.filter(supersedes=finding).exists():
        raise ValidationError(_("Another text takes the place of this finding."))
    unlock(finding.study_id, [OUTCOME], rows=[finding.pk])
    check.finding, check.organisation = finding, by.organisation
    check.by, check.at = by.user, now
    if finding.fact_checks.filter(organisation=by.organisation_id).exists():
        raise ValidationError(ALREADY)
    check.full_clean(validate_constraints=False)
    try:
        with transaction.atomic():
            check.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(ALREADY) from None
    trail.record(Action.FACTS_CHECKED, by=by, about=check)
    return check


@transaction.atomic
def say_what_became(
    check: FactCheck, became: str, *, by: StudyMember, now: datetime
) -> FactCheck:
    """What the study does with it: changed, or why not. The partner reads it too."""
    check = FactCheck.objects.select_for_update(of=["self"]).get(pk=check.pk)
    require(by.leads, "study.answer_check")
    finding = held(check.finding, by, now, "study.answer_check")
    if finding.final_at:
        raise ValidationError(_("This finding is final by now."))
    check.became, check.became_at = became, now
    if not became.strip():
        raise ValidationError({"became": _("Say what became of it.")})
    check.full_clean(validate_constraints=False)
    check.save(update_fields=["became", "became_at"])
    trail.record(Action.CHECK_ANSWERED, by=by, about=check)
    return check


@transaction.atomic
def make_final(finding: Finding, *, by: StudyMember, now: datetime) -> Finding:
    """Once everybody who was asked said something, or the day has passed; and whatever
    was otherwise got an answer."""
    require(by.leads, "study.make_final")
    finding = held(finding, by, now, "study.make_final")
    if finding.final_at:
        raise ValidationError(_("This finding is final by now."))
    if lacking := lacks(finding, timezone.localdate(now)):
        raise ValidationError(lacking)
    finding.final_at = now
    finding.save(update_fields=["final_at"])
    trail.record(Action.FINDING_FINAL, by=by, about=finding)
    return finding


def lacks(finding: Finding, today: date) -> str:
    """What still stands in the way of a final text; nothing where nothing does."""
    if not finding.offered_at or finding.check_by is None:
        return str(_("Ask the partners first whether the facts are right."))
    checks = list(finding.fact_checks.all())
    otherwise = [each for each in checks if each.says == FactCheck.Says.OTHERWISE]
    if any(each.became_at is None for each in otherwise):
        return str(_("Say first what became of each answer that it was otherwise."))
    said = {each.organisation_id for each in checks}
    if today <= finding.check_by and asked_of(finding.study, today) - said:
        return str(
            _("Not everybody answered, and they may until %(day)s.")
            % {"day": finding.check_by.isoformat()}
        )
    return ""


def look_at_offering(findings: Iterable[Finding]) -> None:
    bare = [each.number for each in findings if not each.evidence.exists()]
    offered = [each.number for each in findings if each.offered_at]
    if offered:
        raise ValidationError(
            {
                "findings": _("Number %(numbers)s was offered already.")
                % {"numbers": listed(offered)}
            }
        )
    if bare:
        raise ValidationError(
            {
                "findings": _(
                    "Number %(numbers)s rests on nothing yet. Lay a passage or a "
                    "figure with it first."
                )
                % {"numbers": listed(bare)}
            }
        )


def listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(each) for each in sorted(numbers))
