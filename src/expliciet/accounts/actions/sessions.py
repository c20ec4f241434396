"""Coming in, staying and going."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from ...audit import trail
from ...audit.actions import Action
from ...audit.trail import Whereabouts
from ..models import Session, User
from ..models.session import Limits
from ..refusal import require

TOLD = timedelta(hours=1)
"""So long after its end a session is still known, to say why it is over."""


@transaction.atomic
def begin_session(session: Session, *, user: User, now: datetime) -> Session:
    """Somebody came in. Of more sessions than the house allows the oldest end.

    Whoever has no appointment today does not come in: there is nothing to do here.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    today = timezone.localdate(now)
    houses = list(user.appointments_now(today).values_list("house", flat=True))
    require(bool(houses), "session.begin")
    limits = Limits.of(houses, today)
    session.user = user
    session.begun_at = session.seen_at = session.proved_at = now
    session.expires_at = now + limits.whole + TOLD
    session.ends_on = timezone.localdate(session.expires_at)
    session.in_meeting = False
    session.save(
        update_fields=[
            *("user", "begun_at", "seen_at", "proved_at", "expires_at", "ends_on"),
            *("in_meeting", "auth_level", "network", "agent"),
        ]
    )
    trail.record(Action.SIGNED_IN, by=user, about=session, at=home_of(user, now))
    others = Session.objects.of(user, now).exclude(pk=session.pk)
    surplus = list(others.values_list("pk", flat=True)[limits.at_once - 1 :])
    if surplus:
        Session.objects.filter(pk__in=surplus).delete()
        trail.record(
            Action.SESSIONS_ENDED,
            by=user,
            at=home_of(user, now),
            rule="sessions-at-once",
            count=len(surplus),
        )
    return session


@transaction.atomic
def prove_again(session: Session, *, by: User, now: datetime) -> Session:
    """The password was given again: for a short while this session may do more."""
    require(session.user_id == by.id, "session.prove")
    session.proved_at = now
    session.save(update_fields=["proved_at"])
    trail.record(
        Action.SIGNED_IN, by=by, about=session, at=home_of(by, now), rule="again"
    )
    return session


def refuse_sign_in(user: User | None, *, rule: str, now: datetime) -> None:
    """Somebody was not let in. A line of its own: nothing else happened.

    It holds whose account it was about, if there is one, and no address.
    """
    with trail.own_transaction():
        trail.record(
            Action.SIGN_IN_REFUSED,
            about=user,
            at=home_of(user, now) if user else None,
            allowed=False,
            rule=rule,
        )


@transaction.atomic
def leave(session: Session, *, why: str = "", now: datetime) -> None:
    """Somebody signs out, or a session is over by itself (`why`)."""
    user = session.user
    if user is None:
        return
    if Session.objects.filter(pk=session.pk).delete()[0]:
        trail.record(
            Action.SIGNED_OUT, by=user, about=session, at=home_of(user, now), rule=why
        )


@transaction.atomic
def end_session(session: Session, *, by: User, now: datetime) -> None:
    """End one of one's own sessions, on another device for instance."""
    require(session.user_id == by.id, "session.end")
    Session.objects.filter(pk=session.pk).delete()
    trail.record(Action.SESSIONS_ENDED, by=by, about=session, at=home_of(by, now))


@transaction.atomic
def end_sessions(
    user: User, *, keep: Session | None, now: datetime, rule: str = ""
) -> int:
    """End all sessions of somebody, apart from the one that is kept."""
    ending = Session.objects.filter(user=user)
    if keep is not None:
        ending = ending.exclude(pk=keep.pk)
    ended, _ = ending.delete()
    if ended:
        trail.record(
            Action.SESSIONS_ENDED,
            by=user,
            about=user,
            at=home_of(user, now),
            rule=rule,
            count=ended,
        )
    return ended


@transaction.atomic
def set_meeting_mode(session: Session, on: bool, *, by: User, now: datetime) -> Session:
    """Let the screen lie still for longer, while a meeting goes on."""
    require(session.user_id == by.id, "session.meeting_mode")
    session.in_meeting = on
    session.save(update_fields=["in_meeting"])
    trail.record(
        Action.MEETING_MODE_SET,
        by=by,
        about=session,
        at=home_of(by, now),
        rule="on" if on else "off",
    )
    return session


def home_of(user: User, now: datetime) -> Whereabouts:
    """The house in whose trail the coming and going of somebody stands.

    Of somebody appointed in more than one house it belongs to none of them alone.
    """
    today = timezone.localdate(now)
    houses = set(user.appointments_now(today).values_list("house", flat=True))
    return Whereabouts(house=houses.pop() if len(houses) == 1 else None)
