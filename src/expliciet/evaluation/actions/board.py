"""What happens on the board of a learning session: directions, groups, dots, owners."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import (
    Attendee,
    DirectionGroup,
    Dot,
    LearningSession,
    Recommendation,
    SolutionDirection,
)
from .learning import later, locked, may_lead

TRIES = 20
Adding = Attendee | Appointment


def add_direction(
    direction: SolutionDirection, *, by: Adding, now: datetime
) -> SolutionDirection:
    """A line on the board, under the next number; none is lost to another.

    Sent twice, by a browser that missed the answer, it stands once.
    """
    for _try in range(TRIES):
        try:
            return added(direction, by=by, now=now)
        except IntegrityError:
            direction._state.adding = True
    raise ValidationError(
        _("The board is very busy. Your line still stands here; send it once more.")
    )


@transaction.atomic
def added(
    direction: SolutionDirection, *, by: Adding, now: datetime
) -> SolutionDirection:
    there = open_board(direction.session)
    require_at_board(there, by, now)
    attendee = by if isinstance(by, Attendee) else None
    before = SolutionDirection.objects.filter(pk=direction.pk).first()
    if before is not None:
        require((before.session_id, before.attendee) == (there.pk, attendee), "board")
        return before
    if not there.recommendations.filter(pk=direction.recommendation_id).exists():
        raise ValidationError(_("This recommendation does not lie on this board."))
    taken = there.directions.aggregate(last=Max("number"))["last"] or 0
    direction.session, direction.attendee, direction.at = there, attendee, now
    direction.number = taken + 1
    direction.clean_fields()
    direction.save(force_insert=True)
    moved(there, now)
    trail.record(Action.DIRECTION_ADDED, by=by, about=direction)
    return direction


@transaction.atomic
def take_off(
    direction: SolutionDirection, *, by: Appointment, now: datetime
) -> SolutionDirection:
    """What stands there twice, or names somebody; it shows to nobody any more."""
    there = open_board(direction.session)
    require(may_lead(there, by, now), "board.take_off")
    here = there.directions.select_for_update().get(pk=direction.pk)
    if here.taken_off_at:
        raise ValidationError(_("This was taken off already."))
    here.taken_off_at = now
    here.save(update_fields=["taken_off_at"])
    moved(there, now)
    trail.record(Action.DIRECTION_CHANGED, by=by, about=here)
    return here


@transaction.atomic
def group_directions(
    group: DirectionGroup,
    numbers: Iterable[int],
    *,
    by: Appointment,
    now: datetime,
) -> DirectionGroup:
    """Put what belongs together under one name; or give a group another name."""
    there = open_board(group.session)
    require(may_lead(there, by, now), "board.group")
    group.session = there
    if group._state.adding:
        group.at = now
    group.full_clean()
    group.save()
    put_in(there, group, set(numbers), group.recommendation)
    moved(there, now)
    trail.record(Action.DIRECTION_CHANGED, by=by, about=group)
    return group


@transaction.atomic
def ungroup(
    session: LearningSession,
    numbers: Iterable[int],
    *,
    by: Appointment,
    now: datetime,
) -> None:
    """Each stands alone again; a group in which nothing is left goes."""
    there = open_board(session)
    require(may_lead(there, by, now), "board.group")
    put_in(there, None, set(numbers), None)
    moved(there, now)
    trail.record(Action.DIRECTION_CHANGED, by=by, about=there)


def put_in(
    session: LearningSession,
    group: DirectionGroup | None,
    numbers: Collection[int],
    recommendation: Recommendation | None,
) -> None:
    chosen = session.directions.filter(number__in=numbers, taken_off_at=None)
    if recommendation:
        chosen = chosen.filter(recommendation=recommendation)
    if chosen.count() != len(numbers):
        raise ValidationError(
            _("Choose directions that stand at the same recommendation.")
        )
    chosen.update(group=group)
    empty = session.groups.filter(directions=None)
    (empty.exclude(pk=group.pk) if group else empty).delete()


@transaction.atomic
def put_dot(
    direction: SolutionDirection, *, by: Attendee, now: datetime
) -> SolutionDirection:
    """A dot where there was none of this attendee; otherwise it is taken away."""
    there = open_board(direction.session)
    require(by.session_id == there.pk, "board.dot")
    here = there.directions.filter(pk=direction.pk, taken_off_at=None).first()
    if here is None:
        raise ValidationError(_("This was taken off the board."))
    mine = Dot.objects.filter(attendee=by, direction__taken_off_at=None)
    before = mine.filter(direction=here).first()
    if before:
        before.delete()
    elif mine.count() >= there.dots:
        raise ValidationError(_("Your dots are all used. Take one away first."))
    else:
        Dot.objects.create(direction=here, attendee=by, at=now)
    trail.record(Action.DOT_PUT, by=by, about=here)
    return here


@transaction.atomic
def name_owner(
    direction: SolutionDirection, *, by: Appointment, now: datetime
) -> SolutionDirection:
    """Which organisation takes it up, with which first step, on which day."""
    there = locked(direction.session)
    require(may_lead(there, by, now), "board.own")
    stands = there.directions.filter(pk=direction.pk, taken_off_at=None)
    if not there.opened_at or not stands.exists():
        raise ValidationError(_("This does not stand on the board."))
    wrong: dict[str, object] = {}
    if direction.owner is None or direction.owner.house_id != there.house_id:
        wrong["owner"] = _("Choose who takes it up.")
    if not direction.first_step:
        wrong["first_step"] = _("Say what the first step is.")
    if direction.first_step_on is None:
        wrong["first_step_on"] = _("Say by which day.")
    elif direction.first_step_on < there.held_on:
        wrong["first_step_on"] = _("Choose a day after the session.")
    if wrong:
        raise ValidationError(wrong)
    direction.clean_fields()
    direction.save(update_fields=["owner", "first_step", "first_step_on"])
    moved(there, now)
    trail.record(Action.DIRECTION_CHANGED, by=by, about=direction)
    return direction


def open_board(session: LearningSession) -> LearningSession:
    there = locked(session)
    if not there.is_open:
        raise ValidationError(
            _("This board is closed: nothing on it changes any more."), code="closed"
        )
    return there


def require_at_board(session: LearningSession, by: Adding, now: datetime) -> None:
    if isinstance(by, Attendee):
        require(by.session_id == session.pk, "board.add")
    else:
        require(may_lead(session, by, now), "board.add")


def moved(session: LearningSession, now: datetime) -> None:
    """Whoever looks next sees that something changed."""
    session.moved_at = later(session, now)
    session.save(update_fields=["moved_at"])


def shown(session: LearningSession, after: int = 0) -> list[SolutionDirection]:
    """What stands on a board, in the order in which it came; or only what came after
    this number."""
    return list(
        session.directions.filter(taken_off_at=None, number__gt=after)
        .select_related("group", "owner", "session")
        .order_by("number")
    )


def find(session: LearningSession, number: int) -> SolutionDirection | None:
    return (
        session.directions.filter(number=number, taken_off_at=None)
        .select_related("session__study", "session__house", "recommendation", "owner")
        .first()
    )


def client_key(words: str) -> UUID | None:
    """The key that a browser gave its line, to know it again when sent twice."""
    try:
        return UUID(words)
    except ValueError:
        return None
