"""What an impasse asks, and a day to look again at what is held back: said by
reference, kind and day. For the dossier itself, and for the work of one person."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...casework.models import Impasse, Position, Withholding
from ...casework.models.impasse import ImpasseQuerySet, WithholdingQuerySet
from ...dossiers.models import Record, Seat
from ..dossiers.asks import Waiting, asking_about
from .stuck import takes_part
from .waiting import Matter, told


@asking_about(Impasse.KIND, Withholding.KIND)
def at_this_table(seat: Seat, now: datetime) -> list[Waiting]:
    """For whoever looks at a dossier; in three questions."""
    found = matters(
        Impasse.objects.known_to(seat, now),
        Withholding.objects.known_to(seat, now),
        {seat.dossier_id: seat},
        now,
    )
    return [
        Waiting(
            f"{one.record.reference}: {one.kind}{told(one.day)}", one.address, one.deed
        )
        for one in found
    ]


def matters(
    impasses: ImpasseQuerySet,
    withholdings: WithholdingQuerySet,
    seats: Mapping[UUID, Seat],
    now: datetime,
) -> list[Matter]:
    today = timezone.localdate(now)
    return [
        *of_impasses(impasses, seats, now),
        *of_withholdings(withholdings, seats, today),
    ]


def of_impasses(
    heard: ImpasseQuerySet, seats: Mapping[UUID, Seat], now: datetime
) -> Iterable[Matter]:
    """Past its day, or nobody sees to it: whoever leads goes on. And each organisation
    says where it stands."""
    today = timezone.localdate(now)
    led = Seat.objects.filter(pk=OuterRef("led_by")).taken(now)
    asked: Any = heard.open().with_stage().annotate(is_led=Exists(led))
    rows = list(asked.order_by("due_by", "recorded_at", "pk").defer(*Impasse.TEXTS))
    spoke = spoken_to(each.begun_as_id or each.pk for each in rows)
    for each in rows:
        seat = seats[each.dossier_id]
        leads = seat.chairs or seat.pk == each.led_by
        further = to("further", each)
        if each.due_by < today:
            deed = _("Take it further, or say how it ended") if leads else ""
            words = _("the day of an impasse has passed")
            yield Matter(each, seat, words, each.due_by, deed, further)
        if not each.is_led:
            deed = _("Say who does") if seat.chairs else ""
            words = _("nobody sees to an impasse any more")
            yield Matter(each, seat, words, None, deed, further)
        begun, ours = each.begun_as_id or each.pk, seat.organisation
        if takes_part(ours) and (begun, ours.pk) not in spoke:
            words = _("an impasse waits for where you stand")
            deed = _("Say where we stand")
            yield Matter(each, seat, words, each.due_by, deed, to("position", each))


def spoken_to(impasses: Iterable[UUID]) -> set[tuple[UUID, UUID]]:
    """Which organisations said where they stand, in which impasse."""
    said = Position.objects.filter(impasse__in=list(impasses))
    return set(said.values_list("impasse", "organisation"))


def of_withholdings(
    heard: WithholdingQuerySet, seats: Mapping[UUID, Seat], today: date
) -> Iterable[Matter]:
    """To look again whether it has to be held back: asked of its author alone."""
    for each in heard.due(today).order_by("review_on", "pk").defer(*Withholding.TEXTS):
        seat = seats[each.dossier_id]
        if each.organisation_id == seat.organisation_id:
            yield Matter(
                each,
                seat,
                _("to look again whether you still hold it back"),
                each.review_on,
                _("Look again"),
                to("withhold-anew", each),
            )


def to(name: str, record: Record) -> str:
    return reverse(f"casework:{name}", args=[record.dossier_id, record.pk])
