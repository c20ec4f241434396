"""What partners do not do or do not share, and where the work is stuck, to read.

Everything about an impasse stands with it: where each organisation stands, the stages,
who sees to it, and how it ended.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from ...accounts.models import Organisation
from ...casework.models import (
    Dissent,
    Impasse,
    Limit,
    Position,
    Resolution,
    Step,
    Withholding,
)
from ...dossiers.models import Seat
from ..dossiers.addresses import of_dossier
from ..dossiers.correcting import ANEW, REWRITTEN
from ..dossiers.entries import Entry, along
from ..dossiers.heard import of_kind, told_here
from ..dossiers.parts import TOGETHER, Shown
from .decided import heard_among

KINDS = (Limit.KIND, Withholding.KIND, Impasse.KIND)

REWRITTEN["limit"] = ("text", "why", "instead")
REWRITTEN["impasse"] = ("question", "asked")
ANEW["withholding"] = "casework:withhold-anew"


def stuck_shown(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """For the part of working together: include `casework/_stuck.html`."""
    told = told_here(Q(kind__in=KINDS), seat, now, moment, seats).values()
    latest_first = sorted(told, key=lambda each: each.record.recorded_at, reverse=True)
    stuck = of_kind(Impasse.KIND, latest_first)
    context = {
        "stuck": [each for each in stuck if not each.more["resolution"]],
        "unstuck": [each for each in stuck if each.more["resolution"]],
        "limits": of_kind(Limit.KIND, latest_first),
        "withholdings": of_kind(Withholding.KIND, latest_first),
    }
    return Shown(context, sum(each.lines for each in told))


def tab_of(seat: Seat, reference: str = "vastgelopen") -> str:
    return f"{of_dossier(seat.dossier_id)}?deel={TOGETHER}#{reference}"


# --- an impasse, with all that was said to it ---------------------------------------


@dataclass
class Standing:
    """Where one organisation stands: its latest words, and what it said before."""

    organisation: Organisation
    said: list[Position] = field(default_factory=list)

    @property
    def latest(self) -> Position:
        return self.said[-1]

    @property
    def earlier(self) -> list[Position]:
        return self.said[:-1]


@along(Impasse.KIND)
def with_what_was_said(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """In four questions, however many impasses there are."""
    first = {each.record.pk: cast("Impasse", each.said).beginning for each in found}
    heard = first.keys() & {each.pk for each in first.values()}
    positions = said_to(Position, heard, moment, "by__organisation", "on_behalf_of")
    steps = said_to(Step, heard, moment, "by__user", "breaker__user")
    sitting = {
        each.organisation_id: each.organisation for each in sitting_at(seat, moment)
    }
    sources = {cast("Impasse", each.said).out_of_id for each in found}
    known = heard_among(sources, seat, moment) if any(sources) else set()
    for entry in found:
        begun = first[entry.record.pk]
        said = cast("Impasse", entry.said)
        where = standings(
            each for each in positions.get(begun.pk, ()) if hears_it(each, entry, seat)
        )
        stages = steps.get(begun.pk, [])
        ended = resolution_by(said, moment)
        due_by = stages[-1].decide_by if stages else said.decide_by
        leads = stages[-1].breaker if stages else said.breaker
        is_heard = begun.pk in heard
        goes_on = is_heard and ended is None and entry.is_latest
        entry.more = {
            "standings": where,
            "silent": [] if ended else silent(entry, where, sitting),
            "stages": stages,
            "stage": stages[-1] if stages else None,
            "due_by": due_by,
            "leads": leads,
            "is_past": ended is None and is_past(due_by, moment),
            "lead_left": ended is None and not leads.is_taken(moment),
            "resolution": ended,
            "resolved_in": ended.words if ended and is_heard else "",
            "out_of": said.out_of if said.out_of_id in known else None,
            "may_speak": goes_on,
            "may_lead": goes_on and (seat.chairs or seat.pk == leads.pk),
            "texts": texts(where, stages, ended if is_heard else None),
        }


def said_to(
    model: type[Any], impasses: Iterable[UUID], moment: datetime, *besides: str
) -> dict[UUID, list[Any]]:
    """Positions or stages by impasse, the earliest first."""
    found: dict[UUID, list[Any]] = {}
    rows = model.objects.filter(impasse__in=list(impasses), at__lte=moment)
    for each in rows.select_related("impasse", *besides, *MODELS[model]).order_by("at"):
        found.setdefault(each.impasse_id, []).append(each)
    return found


MODELS: dict[type[Any], tuple[str, ...]] = {
    Position: ("organisation",),
    Step: ("by__organisation", "breaker__organisation"),
}


def sitting_at(seat: Seat, moment: datetime) -> list[Seat]:
    """Who sits at this table at that moment, guests included."""
    seats = Seat.objects.filter(dossier=seat.dossier_id).taken(moment)
    return list(seats.select_related("organisation"))


def hears_it(position: Position, entry: Entry, seat: Seat) -> bool:
    """To whom an impasse was passed on, hears what is said to it from then on."""
    if entry.record.circle.holds(seat.organisation_id):
        return True
    if position.organisation_id == seat.organisation_id:
        return True
    return any(
        passing.organisation_id == seat.organisation_id and passing.at <= position.at
        for passing in entry.record.passings.all()
    )


def standings(said: Iterable[Position]) -> list[Standing]:
    found: dict[UUID, Standing] = {}
    for each in said:
        there = found.setdefault(each.organisation_id, Standing(each.organisation))
        there.said.append(each)
    return sorted(found.values(), key=lambda each: each.organisation.name)


def silent(
    entry: Entry, where: Iterable[Standing], sitting: dict[UUID, Organisation]
) -> list[Organisation]:
    """Who hears it and sits here, and did not say yet where it stands. Whoever left
    is asked nothing any more."""
    hearing = entry.record.circle.member_ids() | entry.record.passed_on_to()
    spoke = {each.organisation.pk for each in where}
    return sorted(
        (
            sitting[pk]
            for pk in hearing & sitting.keys()
            if pk not in spoke and takes_part(sitting[pk])
        ),
        key=lambda each: each.name,
    )


def takes_part(organisation: Organisation) -> bool:
    """The house itself leads, and is not asked where it stands; it may say so."""
    return organisation.function != Organisation.OFFICE


def resolution_by(said: Impasse, moment: datetime) -> Resolution | None:
    ended = said.ended
    return ended if ended and ended.at <= moment else None


def is_past(day: date, moment: datetime) -> bool:
    return day < timezone.localdate(moment)


def texts(
    where: Iterable[Standing], stages: Iterable[Step], ended: Resolution | None
) -> list[str]:
    """Everything that was said to it, for who looks for a word."""
    return [
        *(each.words or "" for there in where for each in there.said),
        *(words or "" for each in stages for words in (each.to_whom, each.note)),
        *([ended.words or ""] if ended else []),
    ]


@along(Dissent.KIND)
def with_what_came_of_it(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """The impasse that was declared out of it, where this seat hears that."""
    heard = Impasse.objects.known_to(seat, moment).current(moment)
    asked = heard.filter(out_of__in=[each.record.pk for each in found])
    came = {each.out_of_id: each for each in asked.defer(*Impasse.TEXTS)}
    for entry in found:
        chain = [entry.record.pk, *(each.record.pk for each in entry.earlier)]
        impasse = next((came[pk] for pk in chain if pk in came), None)
        goes_on = entry.is_latest and not entry.record.is_withdrawn
        entry.more = {"impasse": impasse, "may_declare": goes_on and impasse is None}


# --- what is held back --------------------------------------------------------------


@along(Withholding.KIND)
def with_a_mark(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """Its author sees that it is screened before anything leaves; nobody else does."""
    today = timezone.localdate(moment)
    for entry in found:
        ours = entry.record.organisation_id == seat.organisation_id
        due = cast("Withholding", entry.said).review_on <= today
        stands = entry.withdrawal is None and entry.is_latest
        entry.more = {"is_ours": ours and stands, "is_due": ours and stands and due}
