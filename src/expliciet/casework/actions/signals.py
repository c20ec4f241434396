"""Leaving a stall signal as it is for now, and telling who leads what stands still."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.circles import circle_for
from ...dossiers.actions.recording import one_at_a_time, say
from ...dossiers.models import Circle, Record, Seat
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import LeftSo, SignalTold
from ..signals import Signal, at_tables_of, found_anew
from ..signals.finding import ENDED

AT_ONCE = 500


def may_leave_so(seat: Seat) -> bool:
    """Whoever may commit their organisation, and whoever records for the table."""
    return seat.records_for_others or seat.mandate != Seat.Mandate.SPEAK


@transaction.atomic
def leave_so(left: LeftSo, *, by: Seat, now: datetime) -> LeftSo:
    """We leave this so, because, until: said where the thing itself was said (N9).

    Only what stands still now, as far as this seat hears; and no longer than the house
    allows.
    """
    require(may_leave_so(by), "signal.leave")
    now = one_at_a_time(by.dossier, now=now)
    found = [one for one in found_anew(by, now) if one.mark == left.mark]
    if not found:
        raise ValidationError(
            _("This does not stand still any more, or another day was set since."),
            code="moves",
        )
    today = timezone.localdate(now)
    most = by.dossier.house.rule("signal-left-days", today)
    if left.until and left.until > today + timedelta(days=most):
        raise ValidationError(
            {
                "until": _("Choose a day within %(days)d days: then you look again.")
                % {"days": most}
            }
        )
    left.rule, left.about_id = found[0].rule.code, found[0].record
    circle = circle_of(found[0], by, now)
    return say(left, by=by, circle=circle, action=Action.SIGNAL_LEFT, now=now)


def circle_of(signal: Signal, by: Seat, now: datetime) -> Circle:
    """Where the thing was said; the table, for what is about the dossier itself."""
    if signal.record is None:
        return circle_for(by, Circle.Kind.TABLE, now)
    return Record.objects.select_related("circle").get(pk=signal.record).circle


def tell_of_stalls(now: datetime) -> int:
    """Tell process directors that something new stands still; how many were told.

    Once for a signal, not every day. One question after another for each person who
    leads tables, none for each dossier.
    """
    leading = (
        Seat.objects.active(now)
        .filter(role=Seat.Role.PROCESS_DIRECTOR)
        .exclude(dossier__phase__in=ENDED)
    )
    told = SignalTold.objects.order_by().values("user")
    people = User.objects.filter(Q(pk__in=leading.values("user")) | Q(pk__in=told))
    return sum(tell_leader(each, now) for each in people.order_by("pk"))


def tell_leader(user: User, now: datetime) -> int:
    """What stands still at the tables they lead; looking takes no lock."""
    roles = (Seat.Role.PROCESS_DIRECTOR,)
    speaking = {
        one.mark: one.dossier
        for one in at_tables_of(user, now, roles=roles)
        if not one.is_silent
    }
    return tell_what_is_new(user, speaking, now)


@transaction.atomic
def tell_what_is_new(user: User, speaking: Mapping[UUID, UUID], now: datetime) -> int:
    """One notice for each house with something new, without what it is."""
    known = set(SignalTold.objects.filter(user=user).values_list("mark", flat=True))
    forget(user, known - speaking.keys())
    new = {mark: speaking[mark] for mark in speaking.keys() - known}
    if not new:
        return 0
    SignalTold.objects.bulk_create(
        (
            SignalTold(user=user, dossier_id=dossier, mark=mark, at=now)
            for mark, dossier in new.items()
        ),
        batch_size=AT_ONCE,
    )
    return len(tell_houses(user, set(new.values()), now))


def tell_houses(user: User, dossiers: Iterable[UUID], now: datetime) -> list[Notice]:
    """By house; with the dossier when there is one alone."""
    seats = Seat.objects.of(user).filter(left_at=None)
    of_house: dict[UUID, list[UUID]] = {}
    wanted = set(dossiers)
    for dossier, house in seats.values_list("dossier", "dossier__house"):
        if dossier in wanted:
            of_house.setdefault(house, []).append(dossier)
    sent: list[Notice] = []
    for house, here in of_house.items():
        alone = here[0] if len(here) == 1 else None
        sent += notify(
            Notice.Kind.STALLED,
            [user],
            now=now,
            house=house,
            dossier=alone,
            about=house,
        )
    return sent


def forget(user: User, marks: Iterable[UUID]) -> None:
    """What is silent now is told again when it comes back."""
    gone = list(marks)
    for start in range(0, len(gone), AT_ONCE):
        SignalTold.objects.filter(
            user=user, mark__in=gone[start : start + AT_ONCE]
        ).delete()
