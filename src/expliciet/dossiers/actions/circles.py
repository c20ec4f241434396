"""Choosing who will hear what is about to be said."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...accounts.refusal import require
from ...vault.keyring import unlock
from ..models import Circle, Seat


@transaction.atomic
def circle_for(
    seat: Seat, kind: str, now: datetime, named: Iterable[UUID] = ()
) -> Circle:
    """The circle of this kind as the table stands now, with the speaker in it.

    `named` are the organisations of a named circle; only those at the table count.
    """
    require(seat.is_active(now), "circle.choose")
    circle = Circle.objects.of(seat.dossier, kind, members_of(seat, kind, now, named))
    unlock(seat.dossier_id, [str(circle.pk)])
    return circle


def members_of(
    seat: Seat, kind: str, now: datetime, named: Iterable[UUID] = ()
) -> set[UUID]:
    """The organisations that would hear it."""
    seated = organisations_at(seat, now)
    if kind == Circle.Kind.OWN:
        return {seat.organisation_id}
    if kind == Circle.Kind.TABLE:
        return {organisation.id for organisation in seated}
    if kind == Circle.Kind.CORE:
        members = {organisation.id for organisation in seated if organisation.is_core}
        if seat.organisation_id not in members:
            raise ValidationError(
                _(
                    "Your organisation does not belong to the core. "
                    "Choose another circle."
                ),
                code="circle",
            )
        return members
    chosen = set(named) & {organisation.id for organisation in seated}
    if not chosen - {seat.organisation_id}:
        raise ValidationError(
            _("Choose with whom you share this; only who sits here can be chosen."),
            code="circle",
        )
    return chosen | {seat.organisation_id}


def organisations_at(seat: Seat, now: datetime) -> list[Organisation]:
    """Every organisation that sits at this table now, guests' included."""
    seats = Seat.objects.filter(dossier=seat.dossier_id).taken(now)
    return list(
        Organisation.objects.filter(pk__in=seats.order_by().values("organisation"))
    )
