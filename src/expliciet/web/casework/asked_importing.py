"""What a dossier asks that was running elsewhere, as long as nothing stands in it."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from ...casework.models import Agreement, Decision, Expectation, Idea, OpenPoint
from ...dossiers.models import Heading, Seat
from ..dossiers.asks import Waiting, asking
from ..dossiers.told import hearing

TAKEN_OVER = (
    Agreement.KIND,
    Decision.KIND,
    Expectation.KIND,
    Idea.KIND,
    OpenPoint.KIND,
)


@asking
def about_its_past(seat: Seat, now: datetime) -> list[Waiting]:
    """Of whoever records here: what the old minutes say, as far as it still counts."""
    if not seat.records_for_others or hearing(seat, now).has(*TAKEN_OVER):
        return []
    headings = Heading.objects.visible_to(seat, now)
    if not headings.exclude(running_since=None).exists():
        return []
    return [
        Waiting(
            _("This dossier was running elsewhere; nothing was taken over yet."),
            reverse("casework:import", args=[seat.dossier_id]),
            _("Take over old minutes"),
        )
    ]
