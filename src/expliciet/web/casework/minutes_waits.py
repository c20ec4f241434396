"""What minutes wait for: said by reference, kind and day, never in words of the case.
For the dossier itself, and for the work of one person."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.house_rules import KNOWN
from ...accounts.models import HouseRule
from ...casework.models import Minutes
from ...casework.models.minutes import MinutesQuerySet
from ...dossiers.models import Seat
from ..dossiers.asks import Waiting, asking_about
from .minuted import Person, people_of, silent, stands
from .minutes import mine, to
from .waiting import Matter, told

TO_ANSWER = _("minutes wait for your answer")
RULE = "minutes-days"


class Open(NamedTuple):
    """Minutes that are not established, and who said what to them; from one seat."""

    minutes: Minutes
    seat: Seat
    persons: list[Person]
    until: datetime

    @property
    def silent(self) -> list[Seat]:
        """Who did not answer; of oneself one knows that otherwise."""
        return [each for each in silent(self.persons) if each.pk != self.seat.pk]

    @property
    def leads(self) -> bool:
        """As `leads_item`, of a seat that was found by asking which are active now."""
        meeting = self.minutes.item.meeting
        who = {meeting.chair_id, meeting.recorder_id}
        return self.seat.records_for_others and self.seat.user_id in who


@asking_about(Minutes.KIND)
def at_this_table(seat: Seat, now: datetime) -> list[Waiting]:
    """For whoever looks at a dossier; as many questions for one as for many."""
    heard = Minutes.objects.visible_to(seat, now)
    return [
        Waiting(
            f"{one.record.reference}: {one.kind}{told(one.day)}", one.address, one.deed
        )
        for each in opened(heard, {seat.dossier_id: seat}, now)
        for one in matters(each, now)
    ]


def opened(
    heard: MinutesQuerySet, seats: Mapping[UUID, Seat], now: datetime
) -> list[Open]:
    those = list(
        heard.open()
        .select_related("item__meeting", "dossier", "circle")
        .prefetch_related("receipts__amendment", "circle__members")
        .defer(*Minutes.TEXTS)
        .order_by("recorded_at", "pk")
    )
    persons = people_of(those, now) if those else {}
    terms = days_of({each.dossier.house_id for each in those}) if those else []
    return [
        Open(each, seats[each.dossier_id], persons[each.pk], until(each, terms))
        for each in those
    ]


def days_of(houses: set[UUID]) -> list[HouseRule]:
    """Every version of the term of these houses, the latest first."""
    rules = HouseRule.objects.filter(house__in=houses, name=RULE)
    return list(rules.order_by("-valid_from", "-set_at"))


def until(minutes: Minutes, terms: Iterable[HouseRule]) -> datetime:
    """As `answer_by`, by the rule as it held when they were made."""
    day, house = timezone.localdate(minutes.recorded_at), minutes.dossier.house_id
    held = (each for each in terms if each.house_id == house and each.valid_from <= day)
    term = next(held, None)
    days = term.value if term else KNOWN[RULE].default
    return minutes.recorded_at + timedelta(days=days)


def matters(one: Open, now: datetime) -> Iterable[Matter]:
    """To be answered by each; and for whoever leads, what is to be done with them."""
    minutes, seat, page = one.minutes, one.seat, to("minutes", one.minutes)
    here = mine(one.persons, seat)
    if here and here.receipt is None:
        day = timezone.localdate(one.until)
        yield Matter(minutes, seat, TO_ANSWER, day, _("Read and answer"), page)
    if not one.leads:
        return
    for each in one.persons:
        if each.waits and each.receipt:
            kind, deed = _("a change was asked in minutes"), _("Say what becomes of it")
            address = to("amend", minutes, each.receipt.pk)
            yield Matter(minutes, seat, kind, None, deed, address)
    ready = stands(minutes, one.persons, one.until, now) == "ready"
    if ready and seat.chairs and not minutes.item.is_going_on:
        kind, deed = _("minutes can be established"), _("Look and establish")
        yield Matter(minutes, seat, kind, None, deed, page)
