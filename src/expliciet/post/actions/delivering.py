"""Sending what waits in the outbox; nothing in it gets lost.

A delivery is taken, sent and ticked off in three steps, each committed before the
next. Whoever falls over in between leaves it taken; it is put back after a while and
goes out again. So a mail may come twice, and never not at all.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.mail import get_connection
from django.db import connection, transaction
from django.db.models import F, Min

from ...accounts.models import User
from ...audit import trail
from ...audit.actions import Action
from ...audit.trail import CLOCK, Whereabouts
from ..letter import letter
from ..models import Delivery, Notice
from ..stopping import not_asked

log = logging.getLogger("expliciet")

AT_A_TIME = 100
State = Delivery.State


def deliver(now: datetime, *, goes_on: Callable[[], bool] = not_asked) -> int:
    """Send one mail to everybody for whom something waits; how many went out.

    A post office that is closed raises, and costs nobody an attempt. `goes_on` is asked
    between two mails.
    """
    put_back(now)
    if not Delivery.objects.due(now).exists():
        return 0
    office = get_connection()
    office.open()
    sent = 0
    try:
        for person in waiting_for(now):
            if not goes_on():
                break
            sent += deliver_to(person, office, now)
    finally:
        office.close()
    return sent


def waiting_for(now: datetime) -> Iterator[UUID]:
    """Everybody for whom something waits, longest first, each once."""
    seen: set[UUID] = set()
    while True:
        waiting = (
            Delivery.objects.due(now)
            .values("notice__user")
            .annotate(first=Min("next_at"))
            .order_by("first", "notice__user")
            .values_list("notice__user", flat=True)
        )
        fresh = [person for person in waiting[:AT_A_TIME] if person not in seen]
        if not fresh:
            return
        seen.update(fresh)
        yield from fresh


def deliver_to(person: UUID, office: Any, now: datetime) -> int:
    """Everything that waits for somebody, in one mail: one when it went, or none."""
    user = take(person, now)
    if user is None:
        return 0
    if not user.is_active:
        put_off(user, now, for_good=True)
        return 0
    try:
        office.send_messages([letter(user)])
    except Exception as trouble:
        log.warning("a mail did not go: %s", type(trouble).__name__)
        put_off(user, now)
        office.close()
        office.open()
        return 0
    tick_off(user, now)
    return 1


@transaction.atomic
def take(person: UUID, now: datetime) -> User | None:
    """Lay hands on what waits for somebody; None when another was first.

    The person is locked, not each delivery, so that two workers do not divide what
    belongs in one mail. SQLite lets one in at a time anyway.
    """
    people = User.objects.only("id", "email", "language", "is_active")
    if connection.features.has_select_for_update_skip_locked:
        people = people.select_for_update(skip_locked=True, no_key=True)
    user = people.filter(pk=person).first()
    if user is None:
        return None
    taken = (
        Delivery.objects.due(now)
        .filter(notice__user=person)
        .update(state=State.GOING, taken_at=now, attempts=F("attempts") + 1)
    )
    return user if taken else None


@transaction.atomic
def tick_off(user: User, now: datetime) -> None:
    """It went: say so, with a line that names the person and nothing else."""
    going = taken_for(user, now)
    where = whereabouts(going)
    count = going.update(state=State.SENT, sent_at=now)
    trail.record(Action.MAIL_SENT, by=CLOCK, about=user, at=where, count=count)


@transaction.atomic
def put_off(user: User, now: datetime, *, for_good: bool = False) -> None:
    """It did not go: wait longer than the last time, or give it up."""
    given_up = 0
    going = taken_for(user, now)
    where = whereabouts(going)
    for delivery in list(going):
        if for_good or delivery.is_tried_enough:
            delivery.state = State.FAILED
            given_up += 1
        else:
            delivery.state = State.WAITING
            delivery.next_at = now + delivery.pause
        delivery.save(update_fields=["state", "next_at"])
    if given_up:
        say_given_up(user, where, given_up)


@transaction.atomic
def put_back(now: datetime) -> int:
    """What was left lying on its way waits again; how many."""
    lying = Delivery.objects.left_lying(now)
    if not lying.exists():
        return 0
    if connection.features.has_select_for_update_skip_locked:
        lying = lying.select_for_update(skip_locked=True, of=("self",))
    back = 0
    for delivery in list(lying.select_related("notice__user")):
        delivery.next_at = now
        delivery.state = State.FAILED if delivery.is_tried_enough else State.WAITING
        delivery.save(update_fields=["state", "next_at"])
        if delivery.state == State.FAILED:
            notice = delivery.notice
            say_given_up(notice.user, Whereabouts(house=notice.house), 1)
        back += 1
    return back


def say_given_up(user: User, where: Whereabouts, count: int) -> None:
    trail.record(
        Action.MAIL_SENT,
        by=CLOCK,
        about=user,
        at=where,
        allowed=False,
        rule="mail.given_up",
        count=count,
    )


def taken_for(user: User, now: datetime) -> Any:
    return Delivery.objects.filter(
        state=State.GOING, taken_at=now, notice__user=user.pk
    )


def whereabouts(going: Any) -> Whereabouts:
    """The house of a mail that is about one house; a mail about more has none."""
    houses = set(
        Notice.objects.filter(delivery__in=going).values_list("house", flat=True)
    )
    return Whereabouts(house=houses.pop() if len(houses) == 1 else None)
