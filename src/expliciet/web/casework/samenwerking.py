"""Working together: what partners expect of each other, what they agreed, what stalls.

Each piece of the part finds its own; together they are one look at the dossier.
"""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Seat
from ..dossiers.links import linked
from ..dossiers.parts import TOGETHER, Show, Shown, part
from .agreeing import agreed_and_expected
from .signalled import signalled
from .stuck import stuck_shown

PIECES: tuple[Show, ...] = (agreed_and_expected, stuck_shown, signalled)
"""What stands in this part, from top to bottom; each with a partial of its own."""


@part(TOGETHER, _("Working together"), "casework/samenwerking.html")
def working_together(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """As this seat hears it, now or then."""
    found = [piece(request, seat, now, moment, seats) for piece in PIECES]
    context: dict[str, Any] = {"links": linked(seat, now)}
    for each in found:
        context |= each.context
    return Shown(
        context,
        sum(each.count for each in found),
        tuple(look for each in found for look in each.looks),
    )
