"""What figures would tell, laid beside figures that were shown before."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ...accounts.models import House
from ..models import Reconstruction, Scan
from ..reconstruction import Period, may_show


class Shown(NamedTuple):
    """Figures that somebody saw: over which time, and of which dossiers."""

    period: Period
    dossiers: set[UUID]


def hold_houses(houses: Collection[UUID]) -> None:
    """Who counts in one of these houses waits until this is done."""
    held = House.objects.select_for_update().filter(pk__in=houses).order_by("pk")
    list(held.values_list("pk", flat=True))


def look_at_selection(asked: Shown, houses: Collection[UUID], smallest: int) -> None:
    """Large enough, and not too much like one whose figures somebody saw before.

    What was counted over another time is no help to whoever subtracts: nothing that
    happened is in both.
    """
    if len(asked.dossiers) < smallest:
        raise ValidationError(
            _(
                "There are fewer than %(smallest)s released dossiers: figures over so "
                "few would tell of one case. More have to be released first."
            )
            % {"smallest": smallest}
        )
    earlier = [
        each for each in shown_before(houses) if asked.period.overlaps(each.period)
    ]
    if not may_show(asked.dossiers, [each.dossiers for each in earlier], smallest):
        raise ValidationError(
            _(
                "These dossiers differ too little from those of figures that were "
                "shown before: laid beside each other, the two would tell of fewer "
                "than %(smallest)s dossiers. Count again once more dossiers are added "
                "or gone, or keep to the earlier figures."
            )
            % {"smallest": smallest}
        )
    if any(
        each.dossiers & asked.dossiers and asked.period.is_cut_beside(each.period)
        for each in earlier
    ):
        raise ValidationError(
            _(
                "Another study of some of these dossiers has figures over nearly the "
                "same time: laid beside each other, the two would tell what happened "
                "in the days between. Let the period begin and end with a half-year."
            )
        )


def shown_before(houses: Collection[UUID]) -> list[Shown]:
    """Every count with dossiers of these houses, in whichever study or yearly scan."""
    found: dict[UUID, Shown] = {}
    counts = Reconstruction.objects.filter(dossiers__dossier__house__in=houses)
    rows = Reconstruction.objects.filter(pk__in=counts.order_by().values("pk"))
    for pk, begins, until, dossier in rows.order_by().values_list(
        "pk", "study__begins_on", "study__until", "dossiers__dossier"
    ):
        found.setdefault(pk, Shown(Period(begins, until), set())).dossiers.add(dossier)
    scans = Scan.objects.filter(house__in=houses, dossiers__isnull=False)
    for pk, year, dossier in scans.order_by().values_list("pk", "year", "dossiers"):
        found.setdefault(pk, Shown(Period.of(year), set())).dossiers.add(dossier)
    return list(found.values())
