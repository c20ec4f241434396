"""Calling people together: when, where, in which order; and handing it over."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, User
from ...accounts.refusal import require
from ...accounts.terms import months_later
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import one_at_a_time
from ...dossiers.models import Seat
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import AgendaItem, Attendance, Meeting

CALLING = (*Appointment.OF_THE_OFFICE, Appointment.Role.CASE_DIRECTOR)
"""Who calls a regular meeting; any other kind, whoever may sit at a table."""

OVER = _("This meeting is over. Call another one.")


@transaction.atomic
def call_meeting(meeting: Meeting, *, by: Appointment, now: datetime) -> Meeting:
    """Say when and where people meet; whoever calls it chairs and records until they
    hand that over (F40). Nothing of a case stands in it."""
    regular = meeting.kind == Meeting.Kind.REGULAR
    roles = CALLING if regular else Appointment.AT_TABLES
    held = Appointment.objects.holding(timezone.localdate(now)).in_role(*roles)
    require(held.filter(pk=by.pk).exists(), "meeting.call")
    meeting.house, meeting.called_by, meeting.called_at = by.house, by.user, now
    meeting.chair, meeting.recorder = by.user, by.user
    look_at_moment(meeting, now)
    meeting.ends_on = end_of_meeting(meeting)
    meeting.house.unlock()
    meeting.full_clean()
    meeting.save(force_insert=True)
    trail.record(Action.MEETING_CALLED, by=by, about=meeting)
    return meeting


@transaction.atomic
def change_meeting(meeting: Meeting, *, by: Appointment, now: datetime) -> Meeting:
    """Another time, place or kind; whoever was asked is told that it changed."""
    held_now(meeting, by, now)
    look_at_moment(meeting, now)
    meeting.ends_on = max(meeting.ends_on, end_of_meeting(meeting))
    meeting.full_clean()
    meeting.save(update_fields=["kind", "begins_at", "place", "ends_on", "follows"])
    trail.record(Action.MEETING_CHANGED, by=by, about=meeting)
    tell_asked(meeting, but=by.user, now=now)
    return meeting


@transaction.atomic
def call_off(meeting: Meeting, *, by: Appointment, now: datetime) -> Meeting:
    """It does not take place; whoever was asked is told."""
    held_now(meeting, by, now)
    if AgendaItem.objects.filter(meeting=meeting, steps__isnull=False).exists():
        raise ValidationError(_("It was begun already: end it instead."))
    meeting.called_off_at = now
    meeting.save(update_fields=["called_off_at"])
    trail.record(Action.MEETING_CALLED_OFF, by=by, about=meeting)
    tell_asked(meeting, but=by.user, now=now)
    return meeting


@transaction.atomic
def put_on_roster(
    item: AgendaItem,
    asked: Iterable[Seat],
    *,
    by: Seat,
    now: datetime,
) -> AgendaItem:
    """Put a dossier on the roster, last, and ask people of its table for it (F41).

    Whoever leads the meeting, and records for this table. `asked` are seats of it;
    others can be asked later.
    """
    now = one_at_a_time(by.dossier, now=now)
    meeting = locked(item.meeting)
    require(
        by.is_active(now)
        and by.dossier.house_id == meeting.house_id
        and by.records_for_others
        and by.user is not None
        and meeting.is_led_by(by.user),
        "meeting.put_on_roster",
    )
    if meeting.is_over:
        raise ValidationError(OVER)
    if item.beside and item.beside.meeting_id != meeting.pk:
        raise ValidationError({"beside": _("Choose an item of this meeting.")})
    last = meeting.items.order_by("-order").first()
    item.dossier, item.put_by, item.put_at = by.dossier, by, now
    item.order = last.order + 1 if last else 1
    item.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            item.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(_("This dossier is on the roster already.")) from None
    ask(item, asked, now=now)
    trail.record(Action.PUT_ON_ROSTER, by=by, about=item)
    return item


@transaction.atomic
def take_off_roster(item: AgendaItem, *, by: Seat, now: datetime) -> None:
    """It is not spoken of this time; what was spoken of already stays."""
    now = one_at_a_time(by.dossier, now=now)
    meeting = locked(item.meeting)
    require(leads_item(item, by, now), "meeting.take_off_roster")
    if item.steps.exists():
        raise ValidationError(_("It was spoken of already, so it stays on the roster."))
    tell_seats(item, [each.seat for each in attendances(item)], by, now)
    trail.record(Action.TAKEN_OFF_ROSTER, by=by, about=item)
    item.companions.update(beside=None)
    item.attendances.all().delete()
    item.delete()
    for order, other in enumerate(meeting.items.order_by("order", "pk"), start=1):
        AgendaItem.objects.filter(pk=other.pk).update(order=order)


@transaction.atomic
def arrange(
    meeting: Meeting,
    order: Sequence[UUID],
    minutes: dict[UUID, int],
    *,
    by: Appointment,
    now: datetime,
) -> None:
    """The order of the roster and the minutes of each item, also of those shielded:
    order and minutes tell nothing of a case. Items not named keep their place, last."""
    meeting = held_now(meeting, by, now)
    items = list(meeting.items.order_by("order", "pk"))
    named = [pk for pk in order if pk in {item.pk for item in items}]
    place = {pk: at for at, pk in enumerate(dict.fromkeys(named))}
    items.sort(key=lambda item: (place.get(item.pk, len(place)), item.order))
    for at, item in enumerate(items, start=1):
        item.order, item.minutes = at, minutes.get(item.pk, item.minutes)
        item.clean_fields(exclude={"dossier", "put_by", "meeting", "beside"})
        item.save(update_fields=["order", "minutes"])
    trail.record(Action.ROSTER_ARRANGED, by=by, about=meeting, count=len(items))


@transaction.atomic
def hand_over_meeting(
    meeting: Meeting, chair: User, recorder: User, *, by: Appointment, now: datetime
) -> Meeting:
    """Somebody else chairs, or keeps the record, in one act and also halfway.

    Both lead, or keep the record of, each table that is still to be spoken of: else
    they could not write down what it decides.
    """
    meeting = held_now(meeting, by, now)
    for user in {chair.pk: chair, recorder.pk: recorder}.values():
        look_whether_can_lead(meeting, user, now)
    meeting.chair, meeting.recorder = chair, recorder
    meeting.save(update_fields=["chair", "recorder"])
    trail.record(Action.MEETING_HANDED_OVER, by=by, about=meeting)
    return meeting


@transaction.atomic
def end_meeting(meeting: Meeting, *, by: Appointment, now: datetime) -> Meeting:
    """Everybody stands up. What was not spoken of stays open for another time."""
    meeting = held_now(meeting, by, now)
    going_on = meeting.items.filter(phase__in=AgendaItem.TALK)
    if going_on.exists():
        raise ValidationError(
            _("One item still goes on: read it back and end it first."),
            code="going_on",
        )
    meeting.ended_at = now
    meeting.save(update_fields=["ended_at"])
    trail.record(Action.MEETING_ENDED, by=by, about=meeting)
    return meeting


# --- looking whether it may -----------------------------------------------------------


def locked(meeting: Meeting) -> Meeting:
    """As it is now; until this transaction ends nobody else changes it."""
    return (
        Meeting.objects.select_for_update().select_related("house").get(pk=meeting.pk)
    )


def locked_item(item: AgendaItem) -> AgendaItem:
    """As it is now; until this transaction ends nobody else changes it."""
    return (
        AgendaItem.objects.select_for_update(of=("self",))
        .select_related("meeting", "dossier")
        .get(pk=item.pk)
    )


def held_now(meeting: Meeting, by: Appointment, now: datetime) -> Meeting:
    """The meeting as it is now, when this person leads it and it is not over."""
    there = locked(meeting)
    held = Appointment.objects.holding(timezone.localdate(now)).filter(
        pk=by.pk, house=there.house_id
    )
    require(held.exists() and there.is_led_by(by.user), "meeting.lead")
    if there.is_over:
        raise ValidationError(OVER)
    return there


def leads_item(item: AgendaItem, by: Seat, now: datetime) -> bool:
    """Leads the meeting, sits at this table now, and records for it."""
    return (
        by.dossier_id == item.dossier_id
        and by.is_active(now)
        and by.records_for_others
        and by.user is not None
        and item.meeting.is_led_by(by.user)
    )


def look_at_moment(meeting: Meeting, now: datetime) -> None:
    if meeting.begins_at and meeting.begins_at < now - timedelta(days=1):
        raise ValidationError(
            {"begins_at": _("This moment has passed. Choose one still to come.")}
        )


def look_whether_can_lead(meeting: Meeting, user: User, now: datetime) -> None:
    left = meeting.items.exclude(phase=AgendaItem.Phase.DONE)
    there = Seat.objects.of(user).active(now)
    leading = {seat.dossier_id for seat in there if seat.records_for_others}
    if any(item.dossier_id not in leading for item in left):
        raise ValidationError(
            _(
                "%(name)s does not lead, or keep the record of, each table that is "
                "still to come. Give them that role at those tables first, or choose "
                "somebody else."
            )
            % {"name": user.name}
        )


# --- what follows ---------------------------------------------------------------------


def end_of_meeting(meeting: Meeting) -> date:
    months = meeting.house.rule("meetings-months", meeting.day)
    return months_later(meeting.day, months)


def attendances(item: AgendaItem) -> list[Attendance]:
    return list(item.attendances.select_related("seat__user", "seat__organisation"))


def ask(item: AgendaItem, seats: Iterable[Seat], *, now: datetime) -> None:
    """Those of these who sit at the table of this item now, each once."""
    wanted = {seat.pk for seat in seats}
    sitting = Seat.objects.filter(dossier=item.dossier_id, pk__in=wanted).taken(now)
    known = set(item.attendances.values_list("seat", flat=True))
    new = [
        seat
        for seat in sitting.exclude(role=Seat.Role.AFTERCARE).select_related("user")
        if seat.pk not in known
    ]
    Attendance.objects.bulk_create(Attendance(item=item, seat=seat) for seat in new)
    tell_seats(item, new, item.put_by, now)


def tell_seats(
    item: AgendaItem, seats: Iterable[Seat], by: Seat, now: datetime
) -> None:
    """There is something about a meeting; which one, and of what, one sees inside.

    Once for a meeting, however many of its items are about them, until they saw it.
    """
    told = set(
        Notice.objects.filter(kind=Notice.Kind.MEETING, about=item.meeting_id)
        .unread()
        .values_list("user", flat=True)
    )
    notify(
        Notice.Kind.MEETING,
        [
            seat.user
            for seat in seats
            if seat.user and seat.user_id not in {by.user_id, *told}
        ],
        now=now,
        house=item.dossier.house_id,
        about=item.meeting_id,
    )


def tell_asked(meeting: Meeting, *, but: User, now: datetime) -> None:
    asked = Attendance.objects.filter(item__meeting=meeting).select_related(
        "seat__user"
    )
    notify(
        Notice.Kind.MEETING,
        [
            each.seat.user
            for each in asked
            if each.seat.user
            and each.seat.user_id != but.pk
            and each.seat.left_at is None
        ],
        now=now,
        house=meeting.house_id,
        about=meeting.pk,
    )
