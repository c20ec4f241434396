"""The links that were made for guests, on the page of the table."""

from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...casework.models import Agreement, Expectation, GuestQuestion
from ...dossiers.models import Note, Seat


class Asked(NamedTuple):
    """One link on the page of the table: to whom, about what, and how it stands."""

    question: GuestQuestion
    kind: Promise
    lives: bool


KINDS = {
    Expectation.KIND: _("expectation"),
    Agreement.KIND: _("agreement"),
    Note.KIND: _("one sentence"),
}
SHOWN = 20


def asked_of_guests(seat: Seat, now: datetime) -> list[Asked]:
    """The links that were made, those that still wait first; never a word of them."""
    found = (
        GuestQuestion.objects.visible_to(seat, now)
        .select_related(
            "about", "guest__organisation", "guest__dossier", "made_by__user", "answer"
        )
        .order_by("-made_at")
    )
    living = set(found.open(now).order_by().values_list("pk", flat=True))
    rows = [
        Asked(each, KINDS[each.about.kind], each.pk in living) for each in found[:SHOWN]
    ]
    return sorted(rows, key=lambda row: not row.lives)
