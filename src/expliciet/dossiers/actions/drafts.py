"""Keeping what is being typed."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from ...accounts.models import House, User
from ...accounts.refusal import require
from ...vault.keyring import unlock
from ..models import Dossier, Draft, Seat
from ..models.draft import key_of, place_of_drafts


@transaction.atomic
def keep_draft(
    form: str,
    typed: dict[str, Any],
    *,
    by: User,
    house: House,
    dossier: Dossier | None = None,
    about: UUID | None = None,
    now: datetime,
) -> Draft:
    """Keep what stands in a form; leaves no line, for nothing was said yet."""
    if dossier is not None:
        seats = Seat.objects.of(by).active(now).filter(dossier=dossier)
        require(seats.exists(), "draft.keep")
    place = place_of_drafts(dossier.id if dossier else house.id, by.id)
    unlock(place.scope, [place.compartment])
    today = timezone.localdate(now)
    key = key_of(by.id, form, dossier.id if dossier else None, about)
    ends_on = today + timedelta(days=house.rule("draft-days", today))

    def fill(draft: Draft) -> Draft:
        draft.user, draft.house, draft.dossier = by, house, dossier
        draft.form, draft.about = form, about
        draft.fields = typed
        draft.kept_at, draft.ends_on = now, ends_on
        draft.full_clean(exclude=["key"])
        draft.save()
        return draft

    begun = Draft.objects.filter(key=key)
    try:
        with transaction.atomic():
            return fill(begun.first() or Draft(key=key))
    except IntegrityError:  # another window began it just now; what came last stays
        return fill(begun.get())


@transaction.atomic
def drop_draft(
    form: str,
    *,
    by: User,
    dossier: Dossier | None = None,
    about: UUID | None = None,
) -> int:
    """Said, or thrown away: the draft is gone. How many there were: one or none."""
    key = key_of(by.id, form, dossier.id if dossier else None, about)
    return Draft.objects.filter(key=key).delete()[0]
