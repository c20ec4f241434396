"""A decision as one seat reads it: its parts, what it rests on now, what followed."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, TypeVar, cast
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils import timezone

from ...accounts.house_rules import KNOWN
from ...accounts.models import Organisation
from ...casework.models import (
    Act,
    Advice,
    Consideration,
    Decision,
    Dissent,
    Intervention,
)
from ...dossiers.models import Record, Seat
from ..dossiers.entries import Entry, along
from .decisions import function_name
from .resting import Rested, rested_on

R = TypeVar("R", bound=Record)

PARTS = (
    "considerations__organisation",
    "deciders__seat__user",
    "deciders__seat__organisation",
    "reacheds__organisation",
)


class Argument(NamedTuple):
    """One consideration, and on which statements it rests."""

    consideration: Consideration
    rests: list[Rested]


@dataclass
class Arguing:
    """What one organisation brought forward: for and against, beside each other."""

    organisation: Organisation
    pros: list[Argument] = field(default_factory=list)
    cons: list[Argument] = field(default_factory=list)


@along(Decision.KIND)
def with_parts(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """All of each decision that may be read; as many questions for one as for many."""
    readable = [entry for entry in found if entry.is_readable]
    told = [cast("Decision", entry.said) for entry in readable]
    prefetch_related_objects(told, *PARTS)
    pks = {each.pk for each in told}
    arguments = [one for each in told for one in each.considerations.all()]
    rests = rested_on(Decision, pks, seat, moment)
    grounds = rested_on(Consideration, {one.pk for one in arguments}, seat, moment)
    answers = beside(Advice, "answers_to", pks, seat, moment)
    dissents = beside(Dissent, "beside", pks, seat, moment)
    started = beside(Intervention, "decided_in", pks, seat, moment)
    quorum = quorums(seat) if any(each.is_provisional for each in told) else []
    today = timezone.localdate(moment)
    for entry, said in zip(readable, told, strict=True):
        chain = [said.pk, *(each.record.pk for each in entry.earlier)]
        options = list(said.options.all())
        entry.more = {
            "chosen": [each for each in options if each.is_chosen],
            "dropped": [each for each in options if not each.is_chosen],
            "arguing": arguing(said, grounds),
            "deciders": said.deciders.all(),
            "reached": said.reacheds.all(),
            "rests": rests[said.pk],
            "fallen": fallen(said, rests, grounds),
            "answers": of_all(answers, chain),
            "dissents": of_all(dissents, chain),
            "started": of_all(started, chain),
            "lacking": lacking(said, quorum),
            "may_renew": entry.may_correct and seat.records_for_others,
            "may_answer": entry.is_latest and seat.records_for_others,
            "is_due": bool(said.review_on and said.review_on <= today),
        }


def arguing(said: Decision, grounds: dict[UUID, list[Rested]]) -> Iterable[Arguing]:
    """By organisation, in the order of their names."""
    of: dict[UUID, Arguing] = {}
    for one in said.considerations.all():
        there = of.setdefault(one.organisation_id, Arguing(one.organisation))
        side = there.pros if one.side == Consideration.Side.FOR else there.cons
        side.append(Argument(one, grounds[one.pk]))
    return sorted(of.values(), key=lambda each: each.organisation.name)


def fallen(
    said: Decision,
    rests: dict[UUID, list[Rested]],
    grounds: dict[UUID, list[Rested]],
) -> list[Rested]:
    """Statements under it that were withdrawn since: it is said on the decision."""
    all_of = [*rests[said.pk]]
    for one in said.considerations.all():
        all_of += grounds[one.pk]
    gone = {each.statement.pk: each for each in all_of if each.is_withdrawn}
    return list(gone.values())


def beside(
    model: type[R], link: str, pks: Collection[UUID], seat: Seat, moment: datetime
) -> dict[UUID, list[R]]:
    """Records of one kind that point at these, as far as this seat hears them."""
    found: dict[UUID, list[R]] = defaultdict(list)
    if not pks:
        return found
    heard = cast("Any", model).objects.known_to(seat, moment).current(moment)
    asked = heard.filter(withdrawal=None, **{f"{link}__in": list(pks)})
    for each in asked.select_related("organisation", "seat__user"):
        found[getattr(each, f"{link}_id")].append(each)
    return found


def of_all(found: dict[UUID, list[R]], chain: Iterable[UUID]) -> list[R]:
    """What points at a record, or at a text that stood in its place before."""
    return [each for pk in chain for each in found.get(pk, ())]


def quorums(seat: Seat) -> list[Any]:
    """Every version of the rule of the house, the latest first."""
    rules = seat.dossier.house.rules.filter(name="quorum")
    return list(rules.order_by("-valid_from", "-set_at"))


def lacking(said: Decision, quorum: Iterable[Any]) -> list[str]:
    """Who did not decide along, by the rule as it held that day (S57)."""
    if not said.is_provisional or said.where == Decision.Where.OUTSIDE:
        return []
    day = timezone.localdate(said.recorded_at)
    held = next((rule.value for rule in quorum if rule.valid_from <= day), None)
    asked = held or KNOWN["quorum"].default
    there = {each.seat.organisation.function for each in said.deciders.all()}
    return [function_name(each) for each in asked if each not in there]


@along(Act.KIND)
def with_what_is_owed(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """Whether the reasons still have to follow, and whether the day has passed."""
    today = timezone.localdate(moment)
    for entry in found:
        act = cast("Act", entry.said)
        entry.more = {"is_late": bool(act.why_by and act.why_by < today)}


@along(Advice.KIND)
def with_its_decision(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """The decision it answers to, where this seat hears that."""
    told = [cast("Advice", entry.said) for entry in found]
    heard = heard_among({each.answers_to_id for each in told}, seat, moment)
    for entry, said in zip(found, told, strict=True):
        entry.more = {"decision": said.answers_to if said.answers_to_id in heard else 0}


def heard_among(
    pks: Collection[UUID | None], seat: Seat, moment: datetime
) -> set[UUID]:
    """Which of these records this seat hears: nothing else is pointed at (V4)."""
    asked = [pk for pk in pks if pk]
    heard = Record.objects.known_to(seat, moment).filter(pk__in=asked)
    return set(heard.values_list("pk", flat=True))
