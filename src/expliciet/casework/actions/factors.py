"""Reading factors in facts; loading and confirming lists."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import correct, say
from ...dossiers.models import Circle, Seat
from ...vault.keyring import unlock
from ..models import (
    Assessment,
    Confirmed,
    Factor,
    FactorList,
    FactorReading,
    Statement,
)
from .resting import rest

LICENSED = re.compile(r"\b(vera(-?2r)?|trap-?18|erg ?22)\b", re.IGNORECASE)
"""Instruments whose text may not be spread; of these only an assessment is kept."""


@transaction.atomic
def read_factor(
    reading: FactorReading,
    statements: Iterable[Statement],
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
) -> FactorReading:
    """What one reads of a factor; an earlier reading of one's own is superseded.

    Then it says what changed, and whoever heard the earlier one hears this one too.
    """
    active = FactorList.objects.active_in(by.dossier.house)
    if not active.filter(pk=reading.factor.list_id).exists():
        raise ValidationError(
            {"factor": _("This house does not use this list. Choose another factor.")}
        )
    earlier = earlier_reading(reading.factor, by=by, circle=circle, now=now)
    if earlier is None:
        say(reading, by=by, circle=circle, action=Action.FACTOR_READ, now=now)
    else:
        if not reading.why_changed:
            raise ValidationError(
                {
                    "why_changed": _(
                        "You read this factor before. Say what changed since."
                    )
                }
            )
        wide = at_least(earlier.circle, circle)
        correct(reading, earlier, by=by, now=now, circle=wide)
    rest(reading, statements, by=by, now=now)
    return reading


def earlier_reading(
    factor: Factor, *, by: Seat, now: datetime, circle: Circle | None = None
) -> FactorReading | None:
    """What this organisation reads of a factor now; in this circle, or in any.

    What it keeps to itself and what it tells the table are two readings.
    """
    own = (
        FactorReading.objects.visible_to(by, now)
        .current()
        .filter(factor=factor, organisation=by.organisation_id, withdrawal=None)
        .select_related("circle", "factor__list")
        .order_by("-recorded_at")
    )
    if circle is not None:
        own = own.filter(circle__kind=circle.kind)
    if circle is not None and circle.kind == Circle.Kind.NAMED:
        own = own.filter(circle=circle)
    return own.first()


def at_least(earlier: Circle, circle: Circle) -> Circle:
    """This circle, with whoever heard the earlier reading and has left since."""
    members = earlier.member_ids() | circle.member_ids()
    if members == circle.member_ids():
        return circle
    wide = Circle.objects.of(circle.dossier, circle.kind, members)
    unlock(circle.dossier_id, [str(wide.pk)])
    return wide


def record_assessment(
    assessment: Assessment, *, by: Seat, circle: Circle, now: datetime
) -> Assessment:
    """That an instrument was used; nothing of its contents (S20)."""
    return say(
        assessment, by=by, circle=circle, action=Action.ASSESSMENT_RECORDED, now=now
    )


@transaction.atomic
def load_list(
    factors: FactorList, its: Iterable[Factor], *, by: Appointment | None, now: datetime
) -> FactorList:
    """Bring a list in; no house uses it before it confirmed source and licence."""
    require(
        by is None or by.is_(Appointment.Role.PROCESS_DIRECTOR),
        "factor_list.load",
    )
    rows = list(its)
    look_at(factors, rows)
    factors.loaded_at = now
    factors.full_clean()
    factors.save(force_insert=True)
    for factor in rows:
        factor.list = factors
        factor.full_clean()
    Factor.objects.bulk_create(rows)
    trail.record(Action.FACTOR_LIST_LOADED, by=by or trail.TERMINAL, about=factors)
    return factors


def look_at(factors: FactorList, rows: list[Factor]) -> None:
    """Something in it, each thing once, and not the text of a licensed instrument."""
    if not rows:
        raise ValidationError(_("There is no factor in this list."))
    if len({factor.code for factor in rows}) != len(rows):
        raise ValidationError(
            _("Two factors in this list have the same code. Nothing was loaded.")
        )
    if LICENSED.search(f"{factors.name} {factors.source}"):
        raise ValidationError(
            _(
                "The text of this instrument is licensed and may not be loaded. Record "
                "an assessment instead: its name, date, assessor, conclusion and "
                "limits."
            )
        )


@transaction.atomic
def confirm_list(factors: FactorList, *, by: Appointment, now: datetime) -> Confirmed:
    """The house looked at source and licence, and uses the list from now on (S21)."""
    require(
        by.is_(Appointment.Role.PROCESS_DIRECTOR, Appointment.Role.PRIVACY_OFFICER),
        "factor_list.confirm",
    )
    confirmed, made = Confirmed.objects.get_or_create(
        list=factors, house=by.house, defaults={"by": by.user, "at": now}
    )
    if made:
        trail.record(Action.FACTOR_LIST_CONFIRMED, by=by, about=confirmed)
    return confirmed
