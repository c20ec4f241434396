"""Another password."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from ...audit import trail
from ...audit.actions import Action
from ..models import Session, User
from .sessions import end_sessions, home_of


@transaction.atomic
def change_password(
    user: User, password: str, *, keep: Session | None, now: datetime
) -> User:
    """One's own, and only after proof of the old one; all other sessions end."""
    try:
        validate_password(password, user)
    except ValidationError as wrong:
        raise ValidationError({"password": wrong.error_list}) from wrong
    user.set_password(password)
    user.save(update_fields=["password"])
    trail.record(Action.PASSWORD_CHANGED, by=user, about=user, at=home_of(user, now))
    end_sessions(user, keep=keep, now=now, rule="password")
    return user
