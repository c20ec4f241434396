"""Proposing a study, the word of each house on it, and who researches it."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, House, User
from ...accounts.refusal import require
from ...accounts.terms import months_later
from ...audit import trail
from ...audit.actions import Action
from ..choosing import drawn
from ..models import Study, StudyApproval, StudyDossier, StudyHouse, StudyMember
from ..models.study import DECIDING

DIRECTOR = Appointment.Role.PROCESS_DIRECTOR


@transaction.atomic
def make_study(
    study: Study,
    houses: Iterable[House],
    researchers: Mapping[User, str],
    *,
    by: Appointment,
    now: datetime,
) -> Study:
    """Propose a study: what it asks, over which houses, read by whom, until when.

    The process director of one of the houses proposes it. Nothing can be read before
    the process director and the privacy officer of each house let it look.
    """
    today = timezone.localdate(now)
    require(by.is_(DIRECTOR) and holds(by, now), "study.make")
    study.made_by, study.made_at = by.user, now
    study.seed = secrets.randbelow(2**31)
    asked = list(dict.fromkeys([by.house, *houses]))
    study.smallest = max(each.rule("smallest-group", today) for each in asked)
    study.unlock_cover()
    study.full_clean()
    last = min(months_later(today, each.rule("study-months", today)) for each in asked)
    if not today < study.ends_on <= last:
        raise ValidationError(
            {
                "ends_on": _(
                    "Choose a day after today, and not after %(last)s: that is how "
                    "long these houses let researchers read."
                )
                % {"last": date_format(last, "SHORT_DATE_FORMAT")}
            }
        )
    look_at_leading(researchers)
    study.save(force_insert=True)
    for house in asked:
        StudyHouse.objects.create(study=study, house=house, asked_at=now)
    trail.record(Action.STUDY_MADE, by=by, about=study)
    for user, task in researchers.items():
        name_researcher(study, user, task, by=by, now=now)
    return study


@transaction.atomic
def say_on_study(
    approval: StudyApproval, *, by: Appointment, now: datetime
) -> StudyApproval:
    """The word of one office of a house: yes, naming the circles; or no, and why.

    Two people, never the same one twice (V15). Said later, no takes access back at
    once (V8).
    """
    house = StudyHouse.objects.select_for_update().get(pk=approval.at_house_id)
    require(
        by.house_id == house.house_id and by.is_(*DECIDING) and holds(by, now),
        "study.decide",
    )
    if not house.study.is_going_on(timezone.localdate(now)):
        raise ValidationError(_("This study has ended."))
    approval.office, approval.by, approval.at = by.role, by.user, now
    others = {each.by_id for each in house.said.values() if each.office != by.role}
    if approval.says and by.user_id in others:
        raise ValidationError(
            _("You said yes already in the other office. Somebody else decides here.")
        )
    approval.full_clean()
    approval.save(force_insert=True)
    house = StudyHouse.objects.prefetch_related("approvals").get(pk=house.pk)
    agrees = house.agrees
    if agrees != bool(house.released_at):
        house.released_at = now if agrees else None
        house.save(update_fields=["released_at"])
    trail.record(Action.STUDY_DECIDED, by=by, about=approval)
    return approval


@transaction.atomic
def name_researcher(
    study: Study, user: User, task: str, *, by: Appointment, now: datetime
) -> StudyMember:
    """Somebody who is appointed as evaluator in one of the houses reads along."""
    require(may_lead(study, by, now), "study.name_researcher")
    appointed = (
        user.appointments_now(timezone.localdate(now))
        .filter(role=Appointment.Role.EVALUATOR)
        .filter(house__in=study.houses.values("house"))
    )
    if not appointed.exists():
        raise ValidationError(
            _("Appoint this person as evaluator in one of the houses first.")
        )
    if study.members.filter(user=user, left_at=None).exists():
        raise ValidationError(_("This person is a researcher in this study already."))
    member = StudyMember(study=study, user=user, task=task, joined_at=now)
    member.full_clean()
    member.save(force_insert=True)
    trail.record(Action.RESEARCHER_NAMED, by=by, about=member)
    return member


@transaction.atomic
def let_researcher_go(
    member: StudyMember, *, by: Appointment, now: datetime
) -> StudyMember:
    """From now on this person reads nothing of it any more; what they wrote stays."""
    require(may_lead(member.study, by, now), "study.let_researcher_go")
    if member.left_at:
        raise ValidationError(_("This person is no researcher here any more."))
    member.left_at = now
    member.save(update_fields=["left_at"])
    trail.record(Action.RESEARCHER_LET_GO, by=by, about=member)
    return member


@transaction.atomic
def draw_dossiers(study: Study, *, by: Appointment, now: datetime) -> Study:
    """Choose the dossiers by the rule of the study, once; each gets its number."""
    study = Study.objects.select_for_update().get(pk=study.pk)
    require(may_lead(study, by, now), "study.draw")
    if not study.is_going_on(timezone.localdate(now)):
        raise ValidationError(_("This study has ended."))
    if not study.is_released:
        raise ValidationError(_("Not every house let this study look yet."))
    if study.drawn_at:
        raise ValidationError(_("The dossiers were chosen already, and stay so."))
    chosen = drawn(study)
    if not chosen:
        raise ValidationError(
            _("No dossier fits. Nothing was chosen; propose a study with wider bounds.")
        )
    StudyDossier.objects.bulk_create(
        StudyDossier(study=study, dossier_id=pk, number=number, chosen_at=now)
        for number, pk in enumerate(chosen, start=1)
    )
    study.drawn_at = now
    study.save(update_fields=["drawn_at"])
    trail.record(Action.STUDY_DRAWN, by=by, about=study, count=len(chosen))
    return study


@transaction.atomic
def end_study(study: Study, why: str, *, by: Appointment, now: datetime) -> Study:
    """Nobody reads it any more, from now on; what it found stays with the houses."""
    study = Study.objects.select_for_update().get(pk=study.pk)
    require(may_decide(study, by, now), "study.end")
    if study.ended_at:
        raise ValidationError(_("This study has ended already."))
    if not why.strip():
        raise ValidationError({"ended_why": _("Say why it ends.")})
    study.unlock_cover()
    study.ended_at, study.ended_why = now, why
    study.save(update_fields=["ended_at", "ended_why"])
    trail.record(Action.STUDY_ENDED, by=by, about=study)
    return study


def holds(by: Appointment, now: datetime) -> bool:
    """Asked of the database, not of what this request read before."""
    held = Appointment.objects.holding(timezone.localdate(now))
    return held.filter(pk=by.pk).exists()


def may_lead(study: Study, by: Appointment, now: datetime) -> bool:
    """The process director of one of its houses."""
    return by.is_(DIRECTOR) and may_decide(study, by, now)


def may_decide(study: Study, by: Appointment, now: datetime) -> bool:
    """An office of one of its houses that has a word on it."""
    ours = study.houses.filter(house=by.house_id).exists()
    return ours and by.is_(*DECIDING) and holds(by, now)


def look_at_leading(researchers: Mapping[User, str]) -> None:
    if StudyMember.Task.LEAD not in researchers.values():
        raise ValidationError(_("Say who leads the study."), code="lead")
