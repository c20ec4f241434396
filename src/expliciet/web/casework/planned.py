"""An intervention as one seat reads it: on what it works, how it goes, what came of it.

Progress is told with how one knows it, and with who confirmed it; never as a number.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import cast
from uuid import UUID

from django.db.models import Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import get_language

from ...casework.models import Conflict, Intervention, Progress, Result
from ...dossiers.models import Seat
from ..dossiers.entries import Entry, along
from .decided import R, beside, heard_among, of_all


@along(Intervention.KIND)
def with_course(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """As many questions for one intervention as for many."""
    readable = [entry for entry in found if entry.is_readable]
    told = [cast("Intervention", entry.said) for entry in readable]
    prefetch_related_objects(told, "factors")
    pks = {each.pk for each in told}
    pointed = {pk for each in told for pk in (each.towards_id, each.decided_in_id)}
    heard = heard_among(pointed, seat, moment)
    progress = beside(Progress, "of_intervention", pks, seat, moment)
    results = beside(Result, "of_intervention", pks, seat, moment)
    clashes = conflicts(pks, seat, moment)
    asks_approval = approval_is_asked(seat, moment)
    today, language = timezone.localdate(moment), get_language() or "nl"
    for entry, said in zip(readable, told, strict=True):
        chain = [said.pk, *(each.record.pk for each in entry.earlier)]
        came = latest_first(of_all(results, chain))
        waits = asks_approval and said.is_intrusive and not approved(said, moment)
        does_it = seat.organisation_id == said.owner.organisation_id
        stands = entry.is_latest and not entry.record.is_withdrawn
        entry.more = {
            "factors": [
                (each.get_theme_display(), each.name(language))
                for each in said.factors.all()
            ],
            "goal": said.towards if said.towards_id in heard else None,
            "decision": said.decided_in if said.decided_in_id in heard else None,
            "progress": latest_first(of_all(progress, chain)),
            "results": came,
            "conflicts": of_all(clashes, chain),
            "waits_for_approval": waits,
            "is_approved": approved(said, moment),
            "is_overdue": is_overdue(said, came, today),
            "owner_left": bool(said.owner.left_at and said.owner.left_at <= moment),
            "earlier_days": earlier_days(entry, said),
            "may_approve": stands and waits and said.may_be_approved_by(seat),
            "may_tell": stands and not waits,
            "may_result": stands and (does_it or seat.chairs),
            "may_correct": entry.may_correct,
        }


def approval_is_asked(seat: Seat, moment: datetime) -> bool:
    rule = seat.dossier.house.rule("approval-of-intrusive", timezone.localdate(moment))
    return bool(rule == "yes")


def approved(said: Intervention, moment: datetime) -> bool:
    return said.is_approved and said.approval.at <= moment


def is_overdue(said: Intervention, came: Collection[Result], today: date) -> bool:
    """The day to look at the result has passed, and nobody said what came of it."""
    return said.review_on < today and not came


def earlier_days(entry: Entry, said: Intervention) -> list[date]:
    """Other days on which the result was to be looked at: none is wiped (S33)."""
    before = [cast("Intervention", each.said).review_on for each in entry.earlier]
    return [day for day in dict.fromkeys(before) if day != said.review_on]


def latest_first(found: list[R]) -> list[R]:
    return sorted(found, key=lambda each: each.recorded_at, reverse=True)


def conflicts(
    pks: Collection[UUID], seat: Seat, moment: datetime
) -> dict[UUID, list[Conflict]]:
    """By intervention, what it clashes with; found from either side."""
    found: dict[UUID, list[Conflict]] = defaultdict(list)
    if not pks:
        return found
    told = Conflict.objects.known_to(seat, moment).current(moment)
    told = told.filter(Q(one__in=pks) | Q(other__in=pks), withdrawal=None)
    for each in told.select_related("one", "other"):
        found[each.one_id].append(each)
        found[each.other_id].append(each)
    return found


@along(Conflict.KIND)
def with_both(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """The two interventions, as far as this seat hears them."""
    told = [cast("Conflict", entry.said) for entry in found]
    both = {pk for each in told for pk in (each.one_id, each.other_id)}
    heard = heard_among(both, seat, moment)
    for entry, said in zip(found, told, strict=True):
        between = [each for each in (said.one, said.other) if each.pk in heard]
        entry.more = {"between": between}


@along(Progress.KIND)
def with_what_goes(found: list[Entry], seat: Seat, moment: datetime) -> None:
    with_its_intervention(found, seat, moment)


@along(Result.KIND)
def with_what_came(found: list[Entry], seat: Seat, moment: datetime) -> None:
    with_its_intervention(found, seat, moment)


def with_its_intervention(found: list[Entry], seat: Seat, moment: datetime) -> None:
    told = [cast("Progress | Result", entry.said) for entry in found]
    heard = heard_among({each.of_intervention_id for each in told}, seat, moment)
    for entry, said in zip(found, told, strict=True):
        of = said.of_intervention if said.of_intervention_id in heard else None
        entry.more = {"intervention": of}
