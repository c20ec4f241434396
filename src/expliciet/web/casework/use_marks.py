"""What may not be done with a text that leaves the page: printed, copied, exported.

It rests on what somebody brought in for a purpose, and that purpose goes along (N6).
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ...casework.models import Contribution
from ...dossiers.models import Record, Seat
from .statements import pairs

WARNING = _(
    "What stands here was brought in for a purpose. It may not be used for what is "
    "named beside it, unless whoever brought it in decides so."
)
"""The line above everything that is printed, copied or exported."""


class UseMark(NamedTuple):
    """Of one contribution: who brought it in, for what, and for what it is closed."""

    reference: str
    organisation: str
    use: str
    closed_to: str

    @property
    def words(self) -> str:
        told = " · ".join((self.reference, self.organisation, self.use))
        return f"{told}. {gettext('May not be used for:')} {self.closed_to}."


def use_marks(
    records: Iterable[Record], *, seat: Seat, moment: datetime
) -> list[UseMark]:
    """The limits of everything these records rest on, and of what they brought in.

    Hand over all that goes into the text: an agreement with the decision it follows
    from. Only what this seat hears is named; two queries, however many records.
    """
    ids = {record.pk for record in records}
    if not ids:
        return []
    below = {said for said, resting in pairs(seat.dossier_id) if resting in ids}
    limited = (
        Contribution.objects.known_to(seat, moment)
        .filter(Q(pk__in=ids) | Q(statements__in=below), withdrawal=None)
        .exclude(use=Contribution.Use.ANY)
        .select_related("organisation")
        .distinct()
    )
    return [mark_of(each) for each in limited]


def mark_of(said: Contribution) -> UseMark:
    return UseMark(
        said.reference,
        said.organisation.name,
        str(said.get_use_display()),
        ", ".join(str(each) for each in said.closed_to),
    )
