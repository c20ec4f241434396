"""How anything gets said: the four steps that every kind of record shares."""

from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Circle, Dossier, Passing, Record, Seat, Withdrawal
from ..references import fresh

R = TypeVar("R", bound=Record)

TICK = timedelta(microseconds=1)
CLOCK_SLIPS = timedelta(minutes=5)
TRIES = 20


class Overtaken(ValidationError):
    """Somebody else corrected the same record first; `theirs` is what they wrote."""

    def __init__(self, theirs: Record) -> None:
        super().__init__(
            _(
                "Somebody else corrected this a moment ago (%(reference)s). Your text "
                "still stands here and nothing of it was recorded. Read theirs; if "
                "yours is still needed, correct theirs."
            ),
            code="overtaken",
            params={"reference": theirs.reference},
        )
        self.theirs = theirs


@transaction.atomic
def say(
    record: R,
    *,
    by: Seat,
    circle: Circle,
    action: Action,
    now: datetime,
    on_behalf_of: Seat | None = None,
) -> R:
    """Record something new in a circle of which the speaker is a member."""
    now = one_at_a_time(by.dossier, now=now)
    require(may_say(by, circle, on_behalf_of, now), "record.say")
    put(record, by=by, circle=circle, now=now, on_behalf_of=on_behalf_of)
    trail.record(
        action,
        by=by,
        about=record,
        on_behalf_of=on_behalf_of.id if on_behalf_of else None,
    )
    return record


@transaction.atomic
def correct(
    successor: R, old: Record, *, by: Seat, now: datetime, circle: Circle | None = None
) -> R:
    """Say it anew, in the place of what was said; both stay to be seen.

    The circle never gets narrower: whoever could read the old text reads the new one,
    those to whom it was passed on included. Narrowing is a withdrawal and a new record.
    """
    now = one_at_a_time(by.dossier, now=now)
    circle = circle or old.circle
    require(
        successor.kind == old.kind
        and Record.objects.visible_to(by, now).filter(pk=old.pk).exists()
        and old.may_be_corrected_by(by)
        and circle.dossier_id == old.dossier_id
        and circle.member_ids() >= old.circle.member_ids(),
        "record.correct",
    )
    if Withdrawal.objects.filter(record=old).exists():
        raise ValidationError(
            _("This was withdrawn, so it cannot be corrected. Record it anew instead.")
        )
    successor.supersedes = old
    try:
        with transaction.atomic():
            put(
                successor,
                by=by,
                circle=circle,
                now=now,
                on_behalf_of=old.on_behalf_of,
                organisation=old.organisation_id,
            )
    except IntegrityError:
        theirs = Record.objects.filter(supersedes=old).first()
        if theirs is None:
            raise
        raise Overtaken(theirs) from None
    for passing in old.passings.all():
        Passing.objects.create(
            record=successor,
            organisation=passing.organisation,
            by=by,
            at=successor.recorded_at,
        )
    trail.record(Action.RECORD_CORRECTED, by=by, about=successor)
    from .telling import tell_hearers

    tell_hearers(old, "corrected", but=by, now=now)
    return successor


def put(
    record: Record,
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    on_behalf_of: Seat | None = None,
    organisation: UUID | None = None,
) -> None:
    """Give a record its place, moment, reference and end date, and save it."""
    record.dossier = by.dossier
    record.seat = by
    record.on_behalf_of = on_behalf_of
    record.organisation_id = organisation or (on_behalf_of or by).organisation_id
    record.circle = circle
    record.recorded_at = next_moment(by.dossier, now)
    if not record.ends_on:
        record.ends_on = by.dossier.ends_on
    if record.ends_on > by.dossier.ends_on:
        raise ValidationError(
            _("Nothing is kept longer than the dossier it belongs to.")
        )
    record.reference = free_reference(record)
    if (
        record.supersedes_id
        and Record.objects.filter(supersedes=record.supersedes_id).exists()
    ):
        raise IntegrityError("superseded already")
    record.full_clean(exclude=["supersedes"])
    record.save(force_insert=True)


def one_at_a_time(*dossiers: Dossier, now: datetime) -> datetime:
    """Until this transaction ends nobody else changes anything at these tables.

    Asked first, so that who sits where and what was withdrawn is looked at after
    whoever was busy has finished: two at once never both win. Gives the moment to go
    by: now, but never before what happened here last. A clock that went back by more
    than a slip is not believed.
    """
    keys = {dossier.pk for dossier in dossiers}
    locked = Dossier.objects.select_for_update().order_by("pk").in_bulk(keys)
    for dossier in dossiers:
        dossier.moved_at = locked[dossier.pk].moved_at
    last = max(dossier.moved_at for dossier in dossiers)
    if last - now > CLOCK_SLIPS:
        raise ValidationError(
            _(
                "The clock of this machine stands before what was recorded last. "
                "Nothing was recorded and your text still stands here. Have the clock "
                "set right, and try again."
            ),
            code="clock",
        )
    return max(now, last)


def next_moment(dossier: Dossier, now: datetime) -> datetime:
    """The moment of what is said now: after what was said last, however close."""
    now = one_at_a_time(dossier, now=now)
    if dossier.is_over(now):
        raise ValidationError(_("The end date of this dossier has passed."))
    moment = max(now, dossier.moved_at + TICK)
    Dossier.objects.filter(pk=dossier.pk).update(moved_at=moment)
    dossier.moved_at = moment
    return moment


def free_reference(record: Record) -> str:
    for attempt in range(TRIES):
        reference = fresh(record.INITIAL, 3 if attempt < TRIES // 2 else 5)
        taken = Record.objects.filter(dossier=record.dossier_id, reference=reference)
        if not taken.exists():
            return reference
    raise ValidationError(_("No reference was free. Try again."))


def may_say(by: Seat, circle: Circle, for_whom: Seat | None, now: datetime) -> bool:
    """Seated now, in the circle, and for a guest only if one records for others.

    Who keeps the after-care card reads it, and says nothing.
    """
    if not by.is_active(now) or circle.dossier_id != by.dossier_id:
        return False
    if by.reads_card:
        return False
    if not circle.holds(by.organisation_id):
        return False
    if for_whom is None:
        return True
    return (
        by.records_for_others
        and for_whom.is_guest
        and for_whom.dossier_id == by.dossier_id
        and for_whom.is_taken(now)
        and circle.holds(for_whom.organisation_id)
    )
