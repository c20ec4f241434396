"""Telling somebody that something changed about how they sign in."""

from datetime import datetime

from ...accounts.models import User
from ...post.actions.notices import notify
from ...post.models import Notice


def tell_of_change(user: User, *, now: datetime) -> None:
    """By a notice, so that whoever did not do it themselves hears of it."""
    notify(Notice.Kind.SECURITY, [user], now=now)
