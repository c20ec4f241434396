"""What an action left behind: lines in the trail, and notices."""

from typing import Any

from django.core.exceptions import ValidationError

from expliciet.accounts.models import User
from expliciet.audit.models import Line
from expliciet.dossiers.models import Dossier
from expliciet.post.models import Notice


def lines(dossier: Dossier) -> list[str]:
    """What was done here, in the order in which it was done."""
    return list(
        Line.objects.filter(dossier=dossier.pk)
        .order_by("at", "id")
        .values_list("action", flat=True)
    )


def notices(user: User | None) -> list[str]:
    return list(
        Notice.objects.filter(user=user)
        .order_by("at", "id")
        .values_list("kind", flat=True)
    )


def fields(wrong: Any) -> set[str]:
    """At which fields an action complained."""
    assert isinstance(wrong, ValidationError)
    return set(wrong.message_dict) if hasattr(wrong, "error_dict") else set()
