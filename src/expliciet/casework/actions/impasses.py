"""Stuck, a stage further, and resolved."""

from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import next_moment, one_at_a_time, say
from ...dossiers.actions.telling import tell_hearers
from ...dossiers.models import Circle, Record, Seat
from ...post.models import Notice
from ..models import Impasse, Position, Resolution, Step
from .agreements import save_once
from .expectations import may_answer_for


@transaction.atomic
def declare_impasse(
    impasse: Impasse, *, by: Seat, circle: Circle, now: datetime
) -> Impasse:
    """Anybody at the table says that it is stuck, and who breaks it by when (S38)."""
    require(
        impasse.out_of_id is None or hears(impasse.out_of_id, by, now),
        "impasse.declare",
    )
    look_at_breaker(impasse.breaker_id, circle.member_ids(), by, now)
    say(impasse, by=by, circle=circle, action=Action.IMPASSE_DECLARED, now=now)
    tell_hearers(impasse, Notice.Kind.IMPASSE, but=by, now=impasse.recorded_at)
    return impasse


@transaction.atomic
def take_position(
    position: Position, *, by: Seat, now: datetime, on_behalf_of: Seat | None = None
) -> Position:
    """Where one's organisation stands, in its own words; a later one stands beside.

    For a guest of this table, whoever chairs or keeps the record writes it down.
    """
    now = one_at_a_time(by.dossier, now=now)
    speaks = on_behalf_of or by
    require(
        may_speak_to(position.impasse, by, now)
        and (on_behalf_of is None or may_answer_for(by, on_behalf_of, now))
        and speaks.organisation_id in hearing(position.impasse),
        "impasse.position",
    )
    look_open(position.impasse)
    position.impasse = position.impasse.beginning
    position.organisation = speaks.organisation
    position.by, position.on_behalf_of = by, on_behalf_of
    position.at = next_moment(by.dossier, now)
    position.full_clean()
    position.save(force_insert=True)
    trail.record(
        Action.POSITION_TAKEN,
        by=by,
        about=position.impasse,
        on_behalf_of=on_behalf_of.id if on_behalf_of else None,
    )
    return position


@transaction.atomic
def take_further(step: Step, *, by: Seat, now: datetime) -> Step:
    """A person takes it a stage further, with a one-page note and a new day.

    Whoever chairs, or the one who sees to it; the clock only asks (S60).
    """
    now = one_at_a_time(by.dossier, now=now)
    impasse = step.impasse
    require(leads(impasse, by, now), "impasse.further")
    look_open(impasse)
    chosen = cast("date | None", step.decide_by)
    if cast("UUID | None", step.breaker_id) is None:
        step.breaker = leading(impasse)
    look_at_breaker(step.breaker_id, hearing(impasse), by, now)
    if step.stage and not days_of(by, step.stage, now):
        raise ValidationError({"stage": _("This house does not go this way.")})
    if chosen is None and step.stage:
        step.decide_by = term_of(by, step.stage, now)
    if chosen and chosen <= timezone.localdate(now):
        raise ValidationError({"decide_by": _("Choose a day still to come.")})
    step.impasse = impasse.beginning
    step.by, step.at = by, next_moment(by.dossier, now)
    step.full_clean()
    step.save(force_insert=True)
    trail.record(Action.IMPASSE_TAKEN_FURTHER, by=by, about=impasse, rule=step.stage)
    tell_hearers(impasse, Notice.Kind.IMPASSE, but=by, now=step.at)
    return step


@transaction.atomic
def resolve(resolution: Resolution, *, by: Seat, now: datetime) -> Resolution:
    """Only a recorded resolution ends it, and it is recorded once (S39)."""
    now = one_at_a_time(by.dossier, now=now)
    impasse = resolution.impasse
    require(leads(impasse, by, now), "impasse.resolve")
    look_open(impasse)
    resolution.impasse = impasse.beginning
    resolution.by, resolution.at = by, next_moment(by.dossier, now)
    resolution.full_clean(exclude=["impasse"])
    save_once(resolution, RESOLVED)
    trail.record(Action.IMPASSE_RESOLVED, by=by, about=impasse)
    tell_hearers(impasse, Notice.Kind.IMPASSE, but=by, now=resolution.at)
    return resolution


def days_of(seat: Seat, stage: str, now: datetime) -> int:
    """The term of a stage, as the house set it; 0 where it does not go this way."""
    name = f"impasse-{stage.replace('_', '-')}-days"
    return int(seat.dossier.house.rule(name, timezone.localdate(now)))


def term_of(seat: Seat, stage: str, now: datetime) -> date:
    """The day by which somebody decides, if nobody chooses another."""
    return timezone.localdate(now) + timedelta(days=days_of(seat, stage, now))


RESOLVED = _("This was resolved already. What was recorded then stands with it.")
CORRECTED = _(
    "The question was said anew a moment ago. Read it; your text still stands here and "
    "nothing of it was recorded."
)


class SaidAnew(ValidationError):
    """Another text of this impasse took its place while one was writing."""

    def __init__(self) -> None:
        super().__init__(CORRECTED, code="said_anew")


def look_open(impasse: Impasse) -> None:
    """Not resolved, and no later text: asked of the database, while nobody else is
    busy at this table."""
    if Resolution.objects.filter(impasse=impasse.beginning).exists():
        raise ValidationError(RESOLVED, code="resolved")
    if Record.objects.filter(supersedes=impasse.pk).exists():
        raise SaidAnew


def hears(record: UUID, by: Seat, now: datetime) -> bool:
    return Record.objects.visible_to(by, now).filter(pk=record).exists()


def hearing(impasse: Impasse) -> set[UUID]:
    """The organisations that hear it: its circle, and those it was passed on to."""
    passed = impasse.passings.values_list("organisation", flat=True)
    return impasse.circle.member_ids() | set(passed)


def may_speak_to(impasse: Impasse, by: Seat, now: datetime) -> bool:
    """Hears it, and hears the first text, to which everything said about it belongs.

    An organisation to which only a corrected text was passed on reads that one.
    """
    return hears(impasse.pk, by, now) and hears(impasse.beginning.pk, by, now)


def leading(impasse: Impasse) -> Seat:
    """Who sees to it now: named with the latest stage, or when it was declared."""
    latest = Step.objects.filter(impasse=impasse.beginning).order_by("-at").first()
    return latest.breaker if latest else impasse.breaker


def leads(impasse: Impasse, by: Seat, now: datetime) -> bool:
    """Takes it further and records how it ended: who chairs, or who sees to it."""
    return may_speak_to(impasse, by, now) and (
        by.chairs or by.pk == leading(impasse).pk
    )


def look_at_breaker(breaker: Any, heard_by: set[UUID], by: Seat, now: datetime) -> None:
    """Sits at this table now, and hears it."""
    seats = Seat.objects.filter(
        dossier=by.dossier_id, pk=breaker, organisation__in=heard_by
    )
    if not seats.taken(now).exists():
        raise ValidationError(
            {"breaker": _("Choose somebody who sits here and hears this.")}
        )
