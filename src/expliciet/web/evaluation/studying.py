"""Finding a study, and in which capacity somebody looks at it."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from ...accounts.models import Appointment
from ...evaluation.models import Study, StudyMember
from ...evaluation.models.study import DECIDING
from ..people import appointments, me

View = Callable[..., HttpResponse]


class Concerned(NamedTuple):
    """A study that somebody may look at: as an office of a house, or as a partner."""

    study: Study
    capacities: list[Appointment]
    """In the houses of the study: first those that decide, then those at tables."""
    member: StudyMember | None
    """Where they research it as well."""

    @property
    def by(self) -> Appointment:
        return self.capacities[0]

    def acting(self, *roles: str) -> Appointment:
        """The first of these roles that one has here; without one, actions refuse."""
        fitting = (each for role in roles for each in self.capacities if each.is_(role))
        return next(fitting, self.by)

    @property
    def is_told(self) -> bool:
        """A partner, or an office: researchers alone read no board."""
        return any(
            each.is_(*DECIDING, *Appointment.AT_TABLES) for each in self.capacities
        )

    @property
    def decides(self) -> bool:
        return any(each.is_(*DECIDING) for each in self.capacities)

    @property
    def directs(self) -> bool:
        return any(
            each.is_(Appointment.Role.PROCESS_DIRECTOR) for each in self.capacities
        )


def researching(view: View) -> View:
    """For a page of whoever researches this study now: `view(request, member, now, …)`.

    What researchers share is unlocked; texts of dossiers only by whoever asks for them
    (`StudyDossier.unlock`). For anybody else there is no such page.
    """

    @wraps(view)
    def read(request: HttpRequest, study: UUID, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        member = member_or_404(request, study, now)
        return view(request, member, now, **kwargs)

    return read


def member_or_404(request: HttpRequest, study: UUID, now: datetime) -> StudyMember:
    mine = Study.objects.researched_by(me(request), now).filter(pk=study).order_by()
    found = (
        StudyMember.objects.filter(
            study__in=mine.values("pk"), user=me(request), left_at=None
        )
        .select_related("study", "user")
        .first()
    )
    if found is None:
        raise Http404
    found.study.unlock_work()
    request.visited = None  # type: ignore[attr-defined]
    return found


def concerning(view: View) -> View:
    """For a page of whoever this study concerns: `view(request, who, now, …)`.

    What it is about is unlocked; what was offered only by the page that shows it, row
    by row. For anybody else there is no such page.
    """

    @wraps(view)
    def read(request: HttpRequest, study: UUID, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        return view(request, concerned_or_404(request, study, now), now, **kwargs)

    return read


def concerned_or_404(request: HttpRequest, study: UUID, now: datetime) -> Concerned:
    user = me(request)
    found = Study.objects.visible_to(user, now).filter(pk=study).first()
    if found is None:
        raise Http404
    houses = set(found.houses.values_list("house", flat=True))
    there = [each for each in appointments(request) if each.house_id in houses]
    found.unlock_cover()
    for house in {each.house_id: each.house for each in there}.values():
        house.unlock()
    researched = Study.objects.researched_by(user, now).filter(pk=study).exists()
    member = found.members.filter(user=user, left_at=None).first()
    return Concerned(found, sorted(there, key=nearness), member if researched else None)


def nearness(appointment: Appointment) -> int:
    """Those that decide first, then those at tables, then the rest."""
    if appointment.is_(*DECIDING):
        return 0
    return 1 if appointment.is_(*Appointment.AT_TABLES) else 2
