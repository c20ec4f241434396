"""Pointing at what something rests on: only at what the pointer may see (V4, S13)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Seat
from ..models import Contribution, Statement


def rest(
    thing: Any, statements: Iterable[Statement], *, by: Seat, now: datetime
) -> None:
    """Let a record, or a part of one, rest on these statements.

    Each must stand in a contribution that this seat sees, and that was not withdrawn.
    """
    wanted = {statement.pk for statement in statements}
    seen = visible_statements(by, now).filter(
        pk__in=wanted, contribution__withdrawal=None
    )
    found = list(seen)
    if len(found) != len(wanted):
        raise ValidationError(
            {"rests_on": _("Choose statements from this dossier that still stand.")}
        )
    thing.rests_on.set(found)


def visible_statements(seat: Seat, now: datetime) -> Any:
    """The statements in contributions that this seat sees."""
    seen = Contribution.objects.visible_to(seat, now)
    return Statement.objects.filter(contribution__in=seen)
