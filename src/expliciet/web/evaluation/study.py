"""One study: what it asks, who let it look, who reads, and the ways through it."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...accounts.models import User
from ...audit.actions import Action
from ...dossiers.models import Seat
from ...evaluation.models import Study, StudyDossier, StudyHouse
from ...evaluation.models.study import DECIDING
from ..people import me
from ..reading import show
from .studying import Concerned, concerning


class Office(NamedTuple):
    """One office of one house, and what it said last."""

    office: str
    word: object


class HouseIn(NamedTuple):
    """One house in a study, with the word of both its offices."""

    row: StudyHouse
    offices: list[Office]
    is_ours: bool


@concerning
@require_safe
def one(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """Each sees the part that concerns them: researchers the ways to read and write,
    the offices who decided what, partners what was offered to them."""
    study, today = who.study, timezone.localdate(now)
    houses, goes_on = houses_of(who), study.is_going_on(today)
    leads = to_release(study, me(request), now) if who.directs else []
    return show(
        request,
        "evaluation/study.html",
        {
            "study": study,
            "who": who,
            "member": who.member,
            "today": today,
            "goes_on": goes_on,
            "houses": houses,
            "asks_word": goes_on and owes_word(who, houses),
            "asks_drawing": goes_on
            and who.directs
            and study.is_released
            and not study.drawn_at,
            "asks_masking": goes_on
            and study.is_released
            and sum(not each.released_at for each in leads),
            "offices": len(DECIDING),
            "researchers": list(study.members.select_related("user")),
            "to_release": leads,
            "dossiers": study.dossiers.count(),
            "released": study.dossiers.filter(
                released_at__isnull=False, taken_back_at=None
            ).count(),
        },
        action=Action.STUDY_READ,
        by=who.by,
        about=study,
    )


def houses_of(who: Concerned) -> list[HouseIn]:
    ours = {each.house_id for each in who.capacities}
    found = who.study.houses.select_related("house").prefetch_related("approvals__by")
    return [
        HouseIn(
            row,
            [Office(str(each.label), row.said.get(each.value)) for each in DECIDING],
            row.house_id in ours,
        )
        for row in found
    ]


def owes_word(who: Concerned, houses: list[HouseIn]) -> bool:
    """Whether an office that somebody holds here said nothing yet. Who holds both says
    one of the two: a study begins on the word of two people."""
    for house in houses:
        held = {
            each.role for each in who.capacities if each.house_id == house.row.house_id
        }
        said = house.row.said
        ours = held & set(DECIDING)
        if ours and not any(each in said for each in ours):
            return True
    return False


def to_release(study: Study, user: User, now: datetime) -> list[StudyDossier]:
    """The dossiers of a study at whose tables this user leads now."""
    seats = Seat.objects.of(user).active(now).chairing()
    return list(
        study.dossiers.filter(
            Exists(seats.filter(dossier=OuterRef("dossier")))
        ).select_related("dossier")
    )
