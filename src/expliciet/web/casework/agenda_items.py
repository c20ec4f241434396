"""An agenda item as one seat finds it, where it stands, and doing something to it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.urls import reverse

from ...casework.models import AgendaItem
from ...dossiers.models import Seat


def item_or_404(seat: Seat, now: datetime, item: UUID) -> AgendaItem:
    """An item of this table; of another one, or of none, there is no such page."""
    found = (
        AgendaItem.objects.seen_from(seat, now)
        .filter(pk=item)
        .select_related(
            "meeting__house", "meeting__chair", "meeting__recorder", "dossier__house"
        )
        .prefetch_related("steps")
        .first()
    )
    if found is None:
        raise Http404
    return found


def of_item(item: AgendaItem, name: str = "casework:conduct") -> str:
    return reverse(name, args=[item.dossier_id, item.pk])


def did(request: HttpRequest, deed: Callable[[], object]) -> bool:
    """Whether it was done; else a message says why not."""
    try:
        deed()
    except ValidationError as wrong:
        for complaint in wrong.messages:
            messages.error(request, complaint)
        return False
    return True
