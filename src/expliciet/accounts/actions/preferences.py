"""What somebody prefers for themselves."""

from datetime import datetime

from django.db import transaction

from ...audit import trail
from ...audit.actions import Action
from ..models import User
from .sessions import home_of


@transaction.atomic
def set_language(user: User, language: str, *, now: datetime) -> User:
    """In which language somebody is written to, and sees pages."""
    user.language = language
    user.full_clean(exclude={field.name for field in user._meta.fields} - {"language"})
    user.save(update_fields=["language"])
    trail.record(
        Action.PREFERENCE_SET,
        by=user,
        about=user,
        at=home_of(user, now),
        rule="language",
    )
    return user
