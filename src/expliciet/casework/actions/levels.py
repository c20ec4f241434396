"""Stepping up, stepping down, looking again, telling, and ending."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.opening_dossiers import change_heading
from ...dossiers.actions.recording import say
from ...dossiers.models import Circle, Dossier, Heading, Seat
from ..models import (
    Closure,
    ExitCriterion,
    Informing,
    Level,
    Met,
    Review,
    Scaling,
    Statement,
)
from .plan import exit_criteria
from .resting import rest


@transaction.atomic
def set_level(level: Level, *, by: Appointment | None, now: datetime) -> Level:
    """A level of the approach, or a newer version of one; never in the past (S40)."""
    require(
        by is None
        or (
            by.house_id == level.house_id and by.is_(Appointment.Role.PROCESS_DIRECTOR)
        ),
        "level.set",
    )
    level.set_at, level.set_by = now, by.user if by else None
    level.full_clean()
    if not level.criteria:
        raise ValidationError({"criteria": _("A level has at least one criterion.")})
    if level.valid_from < timezone.localdate(now):
        raise ValidationError(
            {"valid_from": _("A level holds from today on, or later.")}
        )
    level.save(force_insert=True)
    trail.record(Action.LEVEL_SET, by=by or trail.TERMINAL, about=level)
    return level


@transaction.atomic
def scale(
    scaling: Scaling,
    criteria: Sequence[Met],
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    rests_on: Mapping[str, Iterable[Statement]] | None = None,
) -> Scaling:
    """Move the approach to a level, every criterion of it answered with evidence (S41).

    No outcome is calculated: the table decides, and says why now. `rests_on` are the
    statements in which a criterion is seen, by criterion.
    """
    require(by.records_for_others, "scaling.record")
    today = timezone.localdate(now)
    levels = list(Level.objects.holding(by.dossier.house, today))
    if scaling.level not in levels:
        raise ValidationError({"level": _("Choose a level that holds today.")})
    look_at_direction(scaling, levels, by, now)
    answered = {each.criterion for each in criteria}
    if answered != set(scaling.level.criteria):
        raise ValidationError(
            _("Answer every criterion of this level: met, not met or unknown."),
            code="criteria",
        )
    last = today + timedelta(days=scaling.level.review_days)
    if not today < scaling.review_on <= last:
        raise ValidationError(
            {
                "review_on": _(
                    "At this level the table looks again within %(days)d days."
                )
                % {"days": scaling.level.review_days}
            }
        )
    say(scaling, by=by, circle=circle, action=Action.SCALED, now=now)
    for each in criteria:
        each.scaling = scaling
        each.full_clean()
        each.save(force_insert=True)
        rest(each, (rests_on or {}).get(each.criterion, ()), by=by, now=now)
    return scaling


def look_at_direction(
    scaling: Scaling, levels: Sequence[Level], by: Seat, now: datetime
) -> None:
    """Up is to a heavier level, down to a lighter one."""
    before = current_level(by, now)
    if before is None:
        return
    step = scaling.level.order - before.level.order
    direction = (
        Scaling.Direction.UP
        if step > 0
        else Scaling.Direction.DOWN
        if step < 0
        else Scaling.Direction.STAY
    )
    if scaling.direction != direction:
        raise ValidationError(
            {
                "direction": _(
                    "This level lies the other way. Choose the direction anew."
                )
            }
        )


def current_level(seat: Seat, now: datetime) -> Scaling | None:
    """The last scaling that this seat sees and that stands."""
    return (
        Scaling.objects.visible_to(seat, now)
        .current()
        .filter(withdrawal=None)
        .select_related("level")
        .order_by("-recorded_at")
        .first()
    )


def agree_exit(
    criterion: ExitCriterion, *, by: Seat, circle: Circle, now: datetime
) -> ExitCriterion:
    """What must be so for the approach to end (S42)."""
    return say(criterion, by=by, circle=circle, action=Action.EXIT_AGREED, now=now)


@transaction.atomic
def review_necessity(
    review: Review, *, by: Seat, circle: Circle, now: datetime
) -> Review:
    """Is it still necessary, and would less do (S43); sets the next review."""
    require(by.records_for_others, "review.record")
    say(review, by=by, circle=circle, action=Action.NECESSITY_REVIEWED, now=now)
    if review.next_on and by.chairs and review.next_on != by.dossier.review_on:
        renew_heading(by, now, review_on=review.next_on, why=str(_("necessity review")))
    return review


def record_informing(
    informing: Informing, *, by: Seat, circle: Circle, now: datetime
) -> Informing:
    """Whether the person was told (S54)."""
    return say(
        informing, by=by, circle=circle, action=Action.INFORMING_RECORDED, now=now
    )


@transaction.atomic
def close_dossier(
    closure: Closure, named: Iterable[Seat], *, by: Seat, now: datetime
) -> Closure:
    """End the approach (S44). Every seat ends; those named keep the after-care card.

    The named, with whoever looks again and whoever chairs, go on with a seat that
    reads the card alone. Opening again takes a new report and a new weighing (S45).
    """
    require(by.chairs and by.is_active(now), "dossier.close")
    if by.dossier.phase == Dossier.Phase.CLOSED:
        raise ValidationError(_("This dossier was closed already."))
    lacks_exit = not exit_criteria(by, now).exists()
    if closure.outcome not in Closure.ENDS and lacks_exit:
        raise ValidationError(
            _(
                "There are no exit criteria yet. Agree them first, and say how they "
                "were met."
            ),
            code="exit",
        )
    from ...dossiers.actions.circles import circle_for

    seats = list(Seat.objects.filter(dossier=by.dossier_id).taken(now))
    keep = {seat.pk for seat in named} | {by.pk}
    if closure.aftercare_by_id:
        keep.add(closure.aftercare_by_id)
    if not keep <= {seat.pk for seat in seats}:
        raise ValidationError(_("Name only people who sit at this table now."))
    circle = circle_for(by, Circle.Kind.TABLE, now)
    say(closure, by=by, circle=circle, action=Action.DOSSIER_CLOSED, now=now)
    closure.named.set([seat for seat in seats if seat.pk in keep])
    renew_heading(
        by,
        now,
        phase=Dossier.Phase.CLOSED,
        review_on=closure.look_on or later(by.dossier, now),
        why=str(_("closed")),
    )
    at = by.dossier.moved_at
    for seat in seats:
        seat.left_at, seat.left_why = at, str(_("the dossier was closed"))
        seat.save(update_fields=["left_at", "left_why"])
        trail.record(Action.SEAT_ENDED, by=by, about=seat)
        if seat.pk in keep and seat.user_id:
            give_card(seat, by, at)
    return closure


def later(dossier: Dossier, now: datetime) -> date:
    """The review as it was planned; or the end of the dossier when that day is past."""
    planned = dossier.review_on
    return planned if planned > timezone.localdate(now) else dossier.ends_on


@transaction.atomic
def give_card(seat: Seat, by: Seat, at: datetime) -> None:
    """A seat that reads the after-care card, and nothing else."""
    card = Seat(
        dossier=seat.dossier,
        user=seat.user,
        organisation=seat.organisation,
        role=Seat.Role.AFTERCARE,
        mandate=seat.mandate,
        invited_by=by,
        why=str(_("named on the after-care card")),
        joined_at=at,
        hears_from=seat.hears_from,
    )
    card.full_clean()
    card.save(force_insert=True)
    trail.record(Action.SEATED, by=by, about=card)


def renew_heading(by: Seat, now: datetime, *, why: str, **changes: object) -> None:
    """A new heading with one thing changed."""
    old = Heading.objects.visible_to(by, now).current().order_by("-recorded_at").first()
    if old is None:
        raise ValidationError(_("The heading of this dossier cannot be seen."))
    kept = (
        "working_name",
        "phase",
        "regime",
        "controller",
        "review_on",
        "ground",
        "grounded_on",
        "running_since",
    )
    heading = Heading(
        **{name: getattr(old, name) for name in kept} | changes, why_changed=why
    )
    change_heading(heading, old, by=by, now=now)
