"""What decisions and plans wait for: said by reference, kind and day, never in words
of the case. For the dossier itself, and for the work of one person at all tables."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...casework.models import Act, Advice, Decision, Intervention, Result
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ..dossiers.asks import Waiting, asking_about
from ..dossiers.told import hearing
from .decisions import on_the_plan

AS_OFTEN = 6
"""So many texts of one record are looked through: itself, and what it corrected."""


class Matter(NamedTuple):
    """One thing that waits, for one seat."""

    record: Record
    seat: Seat
    kind: Promise | str
    day: date | None
    deed: Promise | str
    address: str


@asking_about(Decision.KIND, Intervention.KIND, Act.KIND)
def at_this_table(seat: Seat, now: datetime) -> list[Waiting]:
    """For whoever looks at a dossier; one question for each kind that is there."""
    heard, today = hearing(seat, now), timezone.localdate(now)
    here = {seat.dossier_id: seat}
    found: list[Matter] = []
    if heard.has(Decision.KIND):
        found += of_decisions(Decision.objects.visible_to(seat, now), here, today)
    if heard.has(Intervention.KIND):
        found += of_interventions(Intervention.objects.visible_to(seat, now), here, now)
    if heard.has(Act.KIND):
        found += of_acts(Act.objects.visible_to(seat, now), here, today)
    return [
        Waiting(
            f"{one.record.reference}: {one.kind}{told(one.day)}", one.address, one.deed
        )
        for one in found
    ]


def told(day: date | None) -> str:
    return f" ({date_format(day, 'SHORT_DATE_FORMAT')})" if day else ""


def at_all_tables(user: User, now: datetime) -> list[Matter]:
    """For one's own work: what waits for this person, the longest waiting first."""
    seats = Seat.objects.of(user).active(now).exclude(role=Seat.Role.AFTERCARE)
    here = {
        each.dossier_id: each
        for each in seats.select_related("dossier__house", "organisation")
    }
    found = matters(
        Decision.objects.reaching(user, now),
        Intervention.objects.reaching(user, now),
        Act.objects.reaching(user, now),
        here,
        now,
    )
    mine = [one for one in found if one.deed]
    return sorted(mine, key=lambda one: one.day or timezone.localdate(now))


def matters(
    decisions: RecordQuerySet[Decision],
    interventions: RecordQuerySet[Intervention],
    acts: RecordQuerySet[Act],
    seats: Mapping[UUID, Seat],
    now: datetime,
) -> list[Matter]:
    today = timezone.localdate(now)
    return [
        *of_decisions(decisions, seats, today),
        *of_interventions(interventions, seats, now),
        *of_acts(acts, seats, today),
    ]


def it_or_before(link: str) -> Q:
    """Points at a record, or at one of the texts that stood in its place before."""
    asked = Q(**{link: OuterRef("pk")})
    for often in range(1, AS_OFTEN):
        before = "__".join(["supersedes"] * often)
        asked |= Q(**{link: OuterRef(before)})
    return asked


def to(name: str, record: Record) -> str:
    return reverse(f"casework:{name}", args=[record.dossier_id, record.pk])


def of_decisions(
    heard: RecordQuerySet[Decision], seats: Mapping[UUID, Seat], today: date
) -> Iterable[Matter]:
    """To be confirmed, to be looked at again, or waiting for another body."""
    answers = Advice.objects.filter(it_or_before("answers_to"), withdrawal=None)
    awaits = Q(advice_to__isnull=False) & ~Exists(answers)
    standing = heard.current().filter(withdrawal=None).annotate(awaits=awaits)
    standing = standing.filter(
        Q(is_provisional=True) | Q(review_on__lte=today) | Q(awaits=True)
    )
    for each in standing.order_by("recorded_at").defer(*Decision.TEXTS):
        seat = seats[each.dossier_id]
        may = seat.records_for_others
        anew = to("decide-anew", each)
        if each.is_provisional:
            yield Matter(
                each,
                seat,
                _("a provisional decision waits for the quorum"),
                each.decided_on,
                _("Confirm with the quorum") if may else "",
                anew,
            )
        if each.review_on and each.review_on <= today:
            yield Matter(
                each,
                seat,
                _("a decision is to be looked at again"),
                each.review_on,
                _("Look again") if may else "",
                on_the_plan(each.dossier_id, each.reference),
            )
        if each.awaits:
            yield Matter(
                each,
                seat,
                _("an advice waits for the answer of another body"),
                each.decided_on,
                _("Record the answer") if may else "",
                to("answer-advice", each),
            )


def of_interventions(
    heard: RecordQuerySet[Intervention], seats: Mapping[UUID, Seat], now: datetime
) -> Iterable[Matter]:
    """A result that is due, for its owner; an approval, for who may give it."""
    today = timezone.localdate(now)
    results = Result.objects.filter(it_or_before("of_intervention"), withdrawal=None)
    standing = heard.current().filter(~Exists(results), withdrawal=None)
    standing = standing.filter(
        Q(review_on__lt=today)
        | Q(weight=Intervention.Weight.INTRUSIVE, approval=None)
        | Q(owner__left_at__lte=now)
    ).select_related("owner", "approval")
    asks: dict[UUID, bool] = {}
    for each in standing.order_by("review_on", "pk").defer(*Intervention.TEXTS):
        seat = seats[each.dossier_id]
        ours = seat.organisation_id == each.owner.organisation_id
        if each.review_on < today:
            may = ours or seat.chairs
            yield Matter(
                each,
                seat,
                _("the result of an intervention is due"),
                each.review_on,
                _("Record the result") if may else "",
                to("result", each),
            )
        if each.owner.left_at and each.owner.left_at <= now:
            may = each.may_be_corrected_by(seat)
            yield Matter(
                each,
                seat,
                _("who does an intervention sits here no longer"),
                timezone.localdate(each.owner.left_at),
                _("Choose who takes it over") if may else "",
                to("plan-anew", each),
            )
        house = seat.dossier.house
        if each.is_intrusive and not each.is_approved:
            if house.pk not in asks:
                rule = house.rule("approval-of-intrusive", today)
                asks[house.pk] = rule == "yes"
            may = each.may_be_approved_by(seat)
            if asks[house.pk]:
                yield Matter(
                    each,
                    seat,
                    _("an intrusive measure waits for approval"),
                    None,
                    _("Read it and approve") if may else "",
                    to("approve", each),
                )


def of_acts(
    heard: RecordQuerySet[Act], seats: Mapping[UUID, Seat], today: date
) -> Iterable[Matter]:
    """Reasons that would follow for what was already done."""
    owing = heard.current().filter(why__isnull=True, withdrawal=None)
    for each in owing.order_by("why_by", "pk").defer(*Act.TEXTS):
        seat = seats[each.dossier_id]
        ours = each.organisation_id == seat.organisation_id
        late = each.why_by is not None and each.why_by < today
        words = (
            _("the reasons of what was already done are overdue")
            if late
            else _("the reasons of what was already done follow")
        )
        address = reverse("dossiers:correct", args=[each.dossier_id, each.pk])
        yield Matter(
            each,
            seat,
            words,
            each.why_by,
            _("Give the reasons") if ours else "",
            address,
        )
