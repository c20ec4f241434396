"""Accounts and appointments: who is there, and for whom."""

from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ...audit.trail import TERMINAL, Whereabouts
from ..models import Appointment, House, User
from ..refusal import require
from ..terms import months_later


@transaction.atomic
def add_user(
    user: User,
    password: str | None,
    *,
    house: House,
    by: Appointment | None,
    now: datetime,
) -> User:
    """An account for somebody who will be appointed in this house."""
    require(may_manage_people(house, by), "user.add")
    today = timezone.localdate(now)
    user.email = User.objects.normalize_email(user.email)
    user.joined_at = now
    user.ends_on = months_later(today, house.rule("account-months", today))
    user.full_clean(exclude=["password"])
    if password is not None:
        validate_password(password, user)
    user.set_password(password)
    user.save(force_insert=True)
    trail.record(
        Action.USER_ADDED,
        by=by or TERMINAL,
        about=user,
        at=Whereabouts(house=house.id),
    )
    return user


@transaction.atomic
def change_user(user: User, *, by: Appointment) -> User:
    """Another name or address; who signed in with the old address uses the new one."""
    require(user.id != by.user_id, "user.change.self")
    require(manages_all_of(user, by), "user.change")
    user.email = User.objects.normalize_email(user.email)
    user.full_clean(exclude=["password"])
    user.save(update_fields=["name", "email"])
    trail.record(
        Action.USER_CHANGED, by=by, about=user, at=Whereabouts(house=by.house_id)
    )
    return user


@transaction.atomic
def disable_user(user: User, *, by: Appointment, why: str = "") -> User:
    """Close an account: every right ends at once, in every house.

    Only whoever may manage people in all houses where the user is appointed.
    """
    require(user.id != by.user_id, "user.disable.self")
    require(manages_all_of(user, by), "user.disable")
    user.is_active = False
    user.save(update_fields=["is_active"])
    user.sessions.all().delete()
    trail.record(
        Action.USER_DISABLED,
        by=by,
        about=user,
        at=Whereabouts(house=by.house_id),
        reason=why,
    )
    return user


@transaction.atomic
def reopen_user(user: User, *, by: Appointment) -> User:
    """Somebody comes back. Appointments that have not ended hold again."""
    require(user.id != by.user_id, "user.reopen.self")
    require(manages_all_of(user, by), "user.reopen")
    user.is_active = True
    user.save(update_fields=["is_active"])
    trail.record(
        Action.USER_REOPENED, by=by, about=user, at=Whereabouts(house=by.house_id)
    )
    return user


@transaction.atomic
def let_in(
    user: User,
    password: str | None,
    appointment: Appointment,
    *,
    by: Appointment,
    now: datetime,
) -> User:
    """A new colleague in one go: an account, and what it is appointed to."""
    add_user(user, password, house=by.house, by=by, now=now)
    appointment.user, appointment.house = user, by.house
    appoint(appointment, by=by)
    return user


@transaction.atomic
def appoint(appointment: Appointment, *, by: Appointment | None) -> Appointment:
    """Give somebody a role for an organisation; never oneself."""
    require(may_manage_people(appointment.house, by), "appointment.add")
    require(by is None or appointment.user_id != by.user_id, "appointment.add.self")
    appointment.full_clean()
    appointment.save(force_insert=True)
    keep_details(appointment)
    trail.record(Action.APPOINTED, by=by or TERMINAL, about=appointment)
    return appointment


@transaction.atomic
def end_appointment(
    appointment: Appointment, *, on: date, by: Appointment
) -> Appointment:
    """The last day of an appointment; seats held by it end with it.

    Earlier than was said, never later: whoever stays is appointed anew, by another.
    """
    require(may_manage_people(appointment.house, by), "appointment.end")
    before = Appointment.objects.select_for_update().get(pk=appointment.pk).until
    if before is not None and on > before:
        raise ValidationError(
            {
                "until": _(
                    "This appointment ends on an earlier day already. Make a new one "
                    "for who stays longer."
                )
            }
        )
    if on < appointment.since:
        raise ValidationError(
            {"until": _("An appointment cannot end before it began.")}
        )
    if appointment.is_(Appointment.Role.ADMINISTRATOR):
        look_who_stays(appointment, on)
    appointment.until = on
    appointment.full_clean()
    appointment.save(update_fields=["until"])
    keep_details(appointment)
    trail.record(Action.APPOINTMENT_ENDED, by=by, about=appointment)
    return appointment


def look_who_stays(leaving: Appointment, on: date) -> None:
    """A house is never without somebody who lets people in and lets them go."""
    there = Appointment.objects.filter(
        house=leaving.house, role=Appointment.Role.ADMINISTRATOR
    ).select_for_update()
    staying = there.holding(on + timedelta(days=1)).exclude(user=leaving.user_id)
    if not staying.exists():
        raise ValidationError(
            {
                "until": _(
                    "After that day nobody administers this house any more. Appoint "
                    "another administrator first."
                )
            }
        )


def may_manage_people(house: House, by: Appointment | None) -> bool:
    if by is None:
        return True
    return by.house_id == house.id and by.is_(Appointment.Role.ADMINISTRATOR)


def manages_all_of(user: User, by: Appointment) -> bool:
    """Administrator of every house in which this person was ever appointed."""
    houses = set(user.appointments.order_by().values_list("house", flat=True))
    return by.is_(Appointment.Role.ADMINISTRATOR) and houses == {by.house_id}


def keep_details(appointment: Appointment) -> None:
    """Details stay as long as an appointment lasts, and the house's term after it."""
    today = timezone.localdate()
    months = appointment.house.rule("account-months", today)
    last_day = appointment.until or today + timedelta(days=366)
    until = months_later(max(last_day, today), months)
    if appointment.user.ends_on < until:
        appointment.user.ends_on = until
        appointment.user.save(update_fields=["ends_on"])
