"""Handing the after-care card over, so that a promise to look again keeps an owner."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, User
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import next_moment, one_at_a_time
from ...dossiers.actions.seats import leave, save_new, tell
from ...dossiers.models import Seat
from ...dossiers.models.seat import COMMON
from ...post.models import Notice
from ...vault.keyring import unlock


@transaction.atomic
def hand_card_over(coming: Appointment, why: str, *, by: Seat, now: datetime) -> Seat:
    """A colleague of the same organisation keeps the card from now on; who had it reads
    nothing of this dossier any more.

    Only the keeper hands it over, and the card alone: the rest stays closed (S44).
    """
    now = one_at_a_time(by.dossier, now=now)
    require(
        by.reads_card
        and by.is_active(now)
        and coming.organisation_id == by.organisation_id
        and coming.house_id == by.dossier.house_id,
        "card.hand_over",
    )
    at = next_moment(by.dossier, now)
    card = card_of(coming.user, by, why)
    card.joined_at = at
    card.full_clean(validate_constraints=False)
    unlock(by.dossier_id, [COMMON], [card.pk])  # a card seat opens rows, one by one
    save_new(card)
    leave(by, str(_("handed over")), at)
    trail.record(Action.SEATED, by=by, about=card)
    trail.record(Action.SEAT_ENDED, by=by, about=by)
    tell(card, Notice.Kind.HANDED_OVER, now)
    return card


def card_of(user: User, by: Seat, why: str) -> Seat:
    return Seat(
        dossier=by.dossier,
        user=user,
        organisation=by.organisation,
        role=Seat.Role.AFTERCARE,
        mandate=by.mandate,
        invited_by=by,
        why=why,
        hears_from=by.hears_from,
    )
