"""Setting up, replacing and using a second factor."""

from datetime import datetime, timedelta
from enum import StrEnum

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ..factors import (
    app_of,
    counter_of,
    open_secret,
    plain,
    seal_secret,
    secrets_of,
)
from ..models import Session, User
from .sessions import end_sessions, home_of

TRIES = 5
PAUSE = timedelta(minutes=15)


class Proof(StrEnum):
    """What a code proved to be."""

    APP = "totp"
    PAPER = "recovery-code"
    WRONG = "wrong"
    TOO_OFTEN = "too-often"

    @property
    def holds(self) -> bool:
        return self in (Proof.APP, Proof.PAPER)


@transaction.atomic
def add_app(user: User, secret: str, code: str, *, now: datetime) -> list[str]:
    """The first app of somebody who has none; with it come codes for on paper.

    Refused where there is one already: replacing it asks for more than a password.
    """
    lock(user)
    if app_of(user) is not None:
        raise ValidationError(
            _("There is a second factor already. Sign in again and use that one."),
            code="overtaken",
        )
    keep_secret(
        Authenticator(user=user, type=Authenticator.Type.TOTP), secret, code, now
    )
    trail.record(Action.FACTOR_ADDED, by=user, about=user, at=home_of(user, now))
    return make_recovery_codes(user, now=now)


@transaction.atomic
def replace_app(
    user: User, secret: str, code: str, *, keep: Session, now: datetime
) -> None:
    """Another phone: the old app counts no longer, and all other sessions end."""
    lock(user)
    app = app_of(user)
    if app is None:
        raise ValidationError(_("There is no second factor to replace."))
    keep_secret(app, secret, code, now)
    where = home_of(user, now)
    trail.record(Action.FACTOR_REMOVED, by=user, about=user, at=where, rule="replaced")
    trail.record(Action.FACTOR_ADDED, by=user, about=user, at=where)
    end_sessions(user, keep=keep, now=now, rule="factor")


@transaction.atomic
def remove_factors(user: User, *, now: datetime, rule: str) -> None:
    """Take every second factor away; only where somebody is let in anew."""
    lock(user)
    removed = Authenticator.objects.filter(user_id=user.pk).delete()[0]
    trail.record(
        Action.FACTOR_REMOVED,
        by=user,
        about=user,
        at=home_of(user, now),
        rule=rule,
        count=removed,
    )


@transaction.atomic
def make_recovery_codes(user: User, *, now: datetime) -> list[str]:
    """New codes for on paper; those made before count no longer. Shown once."""
    lock(user)
    kept = Authenticator.objects.filter(
        user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES
    )
    kept.delete()
    with secrets_of(user):
        codes = RecoveryCodes.activate(user).generate_codes()
    trail.record(Action.RECOVERY_CODES_MADE, by=user, about=user, at=home_of(user, now))
    return list(codes)


@transaction.atomic
def prove(user: User, code: str, *, now: datetime) -> Proof:
    """Whether this code is theirs, now, and was not used before.

    A code of the app counts once, and after it no older one; a code on paper once.
    After a few wrong ones no code counts for a while: whoever guesses has the
    password already. What was refused stands in the trail.
    """
    app = (
        Authenticator.objects.select_for_update()
        .filter(user_id=user.pk, type=Authenticator.Type.TOTP)
        .first()
    )
    proof = Proof.WRONG if app is None else weigh(user, app, plain(code), now)
    if not proof.holds:
        trail.record(
            Action.SIGN_IN_REFUSED,
            about=user,
            at=home_of(user, now),
            allowed=False,
            rule=f"code-{proof}",
        )
    return proof


def weigh(user: User, app: Authenticator, code: str, now: datetime) -> Proof:
    """Look at one code, and remember that it was tried."""
    since = (now - PAUSE).timestamp()
    wrong = [at for at in app.data.get("wrong", []) if since < at <= now.timestamp()]
    if len(wrong) >= TRIES:
        return Proof.TOO_OFTEN
    with secrets_of(user):
        counter = counter_of(open_secret(app.data["secret"]), code, now)
        if counter is not None and counter > app.data["last_counter"]:
            app.data |= {"last_counter": counter, "wrong": []}
            app.last_used_at = now
            app.save(update_fields=["data", "last_used_at"])
            return Proof.APP
        paper = Authenticator.objects.filter(
            user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES
        ).first()
        if paper is not None and paper.wrap().validate_code(code):
            app.data |= {"wrong": []}
            app.save(update_fields=["data"])
            return Proof.PAPER
    app.data |= {"wrong": [*wrong, now.timestamp()]}
    app.save(update_fields=["data"])
    return Proof.WRONG


def keep_secret(app: Authenticator, secret: str, code: str, now: datetime) -> None:
    """Take an app into use, once it shows the code that belongs to its secret."""
    counter = counter_of(secret, plain(code), now)
    if counter is None:
        raise ValidationError(
            {
                "code": _(
                    "This is not the code that the app should show now. Type the one "
                    "it shows at this moment; does it stay wrong, then look whether "
                    "the clock of your phone is right."
                )
            }
        )
    with secrets_of(app.user):
        app.data = {"secret": seal_secret(secret), "last_counter": counter}
    app.created_at, app.last_used_at = now, None
    app.save()


def lock(user: User) -> None:
    """One change to the factors of somebody at a time."""
    User.objects.select_for_update().get(pk=user.pk)
