"""Mijn werk: three short lists, each answerable where it stands."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...evaluation.waiting import waiting
from ..meetings import ahead
from ..people import acting, appointments, me
from ..reading import show
from .agreements import desk_of
from .begun import begun
from .recoveries import to_confirm
from .tidings import tidings
from .waits import Lists


def my_work(request: HttpRequest) -> HttpResponse:
    """What is asked of me, what I wait for, and what comes. No words of any case."""
    user, now = me(request), timezone.now()
    today = timezone.localdate(now)
    lists = Lists(request, now)
    desk, drafts = desk_of(request, today), begun(request, now)
    numbers = {pk: seat.dossier.number for pk, seat in lists.work.here.items()}
    told, recoveries = tidings(request, now, numbers), to_confirm(request, now)
    coming = ahead.coming(user, now)
    studies = waiting(appointments(request), now)
    asked = (
        len(desk.to_answer)
        + desk.more_to_answer
        + len(desk.due_again)
        + len(recoveries)
        + len(studies)
        + lists.asked.total
    )
    return show(
        request,
        "work/my_work.html",
        {
            "today": today,
            "desk": desk,
            "lists": lists,
            "drafts": drafts,
            "tidings": told,
            "recoveries": recoveries,
            "studies": studies,
            "coming": coming[: ahead.SHOWN],
            "more_coming": max(0, len(coming) - ahead.SHOWN),
            "asked": asked,
            "anything": asked or drafts or told.shown,
            "capacities": appointments(request),
            "sits": any(
                each.is_(*Appointment.AT_TABLES) for each in appointments(request)
            ),
        },
        action=Action.WORK_READ,
        by=acting(request) or user,
        about=user,
    )
