"""Calling a learning session, opening its board by a code, joining it, closing it."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Attendee, LearningSession, Recommendation
from .studies import DIRECTOR, holds

ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
"""What is not mistaken for another, read aloud or from a wall."""
HALF = 4
MOST_DOTS = 20


class Joined(NamedTuple):
    """Somebody at the board, and what their browser shows from then on."""

    attendee: Attendee
    token: str


@transaction.atomic
def call_session(
    session: LearningSession,
    recommendations: Iterable[Recommendation],
    *,
    by: Appointment,
    now: datetime,
) -> LearningSession:
    """The process director of a house lays its recommendations on a board (F68)."""
    session.house, session.made_by, session.made_at = by.house, by.user, now
    session.moved_at = now
    session.code_hash = hashed(secrets.token_urlsafe())
    require(may_lead(session, by, now), "learning.call")
    chosen = look_at(session, recommendations, now)
    session.save(force_insert=True)
    session.recommendations.set(chosen)
    trail.record(Action.LEARNING_CALLED, by=by, about=session)
    return session


@transaction.atomic
def change_session(
    session: LearningSession,
    recommendations: Iterable[Recommendation],
    *,
    read: str,
    by: Appointment,
    now: datetime,
) -> LearningSession:
    """Another name, day, case or board, as long as it was never opened."""
    require(may_lead(session, by, now), "learning.change")
    before = locked(session)
    if before.opened_at:
        raise ValidationError(_("This board was opened already, and stays as it is."))
    before.require_read(read)
    chosen = look_at(session, recommendations, now)
    session.save()
    session.recommendations.set(chosen)
    trail.record(Action.LEARNING_CHANGED, by=by, about=session)
    return session


@transaction.atomic
def open_session(session: LearningSession, *, by: Appointment, now: datetime) -> str:
    """The code by which people join, told once; a former one opens nothing."""
    require(may_lead(session, by, now), "learning.open")
    there = locked(session)
    if there.closed_at:
        raise ValidationError(_("This session is closed, and stays as it is."))
    if there.held_on != timezone.localdate(now):
        raise ValidationError(_("A board is opened on its own day."))
    code = fresh_code()
    there.code_hash = hashed(code)
    there.opened_at = there.opened_at or now
    there.save(update_fields=["code_hash", "opened_at"])
    trail.record(Action.LEARNING_OPENED, by=by, about=there)
    return code


@transaction.atomic
def close_session(
    session: LearningSession, *, by: Appointment, now: datetime
) -> LearningSession:
    """Nothing is added or moved any more, and the code opens nothing; from now on the
    dots show."""
    require(may_lead(session, by, now), "learning.close")
    there = locked(session)
    if not there.is_open:
        raise ValidationError(_("This board is not open."))
    there.closed_at = now
    there.code_hash = hashed(secrets.token_urlsafe())
    there.moved_at = later(there, now)
    there.save(update_fields=["closed_at", "code_hash", "moved_at"])
    trail.record(Action.LEARNING_CLOSED, by=by, about=there)
    return there


def session_of(code: str, now: datetime) -> LearningSession | None:
    """The open session of this code, until midnight of its day; none otherwise."""
    typed = "".join(each for each in code.upper() if each in ALPHABET)
    if len(typed) != 2 * HALF:
        return None
    return (
        LearningSession.objects.filter(
            on_its_day(now),
            code_hash=hashed(typed),
            opened_at__isnull=False,
            closed_at=None,
        )
        .select_related("house")
        .first()
    )


def on_its_day(now: datetime, session: str = "") -> Q:
    """Held today, by a house that lets the study look; `session` leads to it."""
    today = timezone.localdate(now)
    return Q(
        **{
            f"{session}held_on": today,
            f"{session}study__ends_on__gte": today,
            f"{session}study__houses__house": F(f"{session}house"),
            f"{session}study__houses__released_at__isnull": False,
        }
    )


@transaction.atomic
def join(session: LearningSession, function: str, *, now: datetime) -> Joined:
    """Somebody sits down at the board: from which function, and nothing more."""
    if not locked(session).is_open:
        raise ValidationError(_("This board is not open."))
    if function not in functions_at(session, now):
        raise ValidationError({"function": _("Choose a function from the list.")})
    token = secrets.token_urlsafe(32)
    attendee = Attendee(
        session=session, function=function, token_hash=hashed(token), joined_at=now
    )
    attendee.full_clean()
    attendee.save(force_insert=True)
    trail.record(Action.LEARNING_JOINED, by=attendee, about=attendee)
    return Joined(attendee, token)


def attendee_of(token: str, now: datetime) -> Attendee | None:
    """Whoever this browser is at a board, until midnight of its day; nobody once the
    house lets the study look no more (V8)."""
    return (
        Attendee.objects.filter(on_its_day(now, "session__"), token_hash=hashed(token))
        .select_related("session__house")
        .first()
    )


def functions_at(session: LearningSession, now: datetime) -> list[str]:
    """From where one may come, in words: the partners of this house by function."""
    partners = session.house.organisations.filter(is_active=True)
    return sorted({each.function_name for each in partners}, key=str.casefold)


def may_lead(session: LearningSession, by: Appointment, now: datetime) -> bool:
    """The process director of its house, where that house let the study look."""
    released = session.study.houses.filter(house=by.house_id, released_at__isnull=False)
    ours = by.house_id == session.house_id and by.is_(DIRECTOR)
    return ours and holds(by, now) and released.exists()


def look_at(
    session: LearningSession, chosen: Iterable[Recommendation], now: datetime
) -> list[Recommendation]:
    """What may lie on the board: recommendations of this study that were offered to
    this house."""
    found = list(chosen)
    session.full_clean()
    if session.held_on < timezone.localdate(now):
        raise ValidationError({"held_on": _("Choose today, or a day still to come.")})
    if not 1 <= session.dots <= MOST_DOTS:
        raise ValidationError({"dots": _("Give each between 1 and 20 dots.")})
    if session.study.ends_on < session.held_on:
        raise ValidationError({"held_on": _("By then this study has ended.")})
    if not found:
        raise ValidationError(
            {"recommendations": _("Lay at least one recommendation on the board.")}
        )
    here = (session.study_id, session.house_id)
    if any(
        (each.study_id, each.house_id) != here
        or each.offered_at is None
        or each.offered_at > now
        for each in found
    ):
        raise ValidationError(
            {"recommendations": _("Choose what was offered to this house.")}
        )
    return found


def locked(session: LearningSession) -> LearningSession:
    """As it stands now; nobody else changes it until this is done."""
    return (
        LearningSession.objects.select_for_update(of=("self",))
        .select_related("study", "house")
        .get(pk=session.pk)
    )


def later(session: LearningSession, now: datetime) -> datetime:
    """A moment that the board never stood at before, so that each look sees it."""
    return max(now, session.moved_at + timedelta(microseconds=1))


def fresh_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _each in range(2 * HALF))


def as_told(code: str) -> str:
    """In two halves, to be read aloud."""
    return f"{code[:HALF]} {code[HALF:]}"


def hashed(secret: str) -> str:
    return salted_hmac("evaluation.learning", secret, algorithm="sha256").hexdigest()
