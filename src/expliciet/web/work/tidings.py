"""Notices: there is something, and where to find it."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ...accounts.models import Appointment, User
from ...casework.models import Meeting
from ...dossiers.models import Dossier
from ...post.actions.putting_away import put_away
from ...post.models import Notice
from ..people import acting, appointments, me

SHOWN = 5
OF_ROUNDS = (Notice.Kind.READING_ASKED, Notice.Kind.ROUND_REVEALED)
OF_EVALUATION = {
    Notice.Kind.STUDY.value: "evaluation:facts",
    Notice.Kind.SCAN.value: "evaluation:scan",
}


class Tiding(NamedTuple):
    """One notice, with the dossier it is about while one still sits there."""

    notice: Notice
    number: str
    address: str


class Tidings(NamedTuple):
    shown: list[Tiding]
    more: int


def tidings(
    request: HttpRequest, now: datetime, known: Mapping[UUID, str] | None = None
) -> Tidings:
    """What I have not put away, the latest first.

    `known` are numbers of dossiers where I am known to sit now.
    """
    user, today = me(request), timezone.localdate(now)
    unread = list(Notice.objects.visible_to(user, today).unread().order_by("-at", "id"))
    shown = unread[:SHOWN]
    numbers = dict(known or {})
    meetings = meetings_seen(shown, user, now)
    if others := {each.dossier for each in shown if each.dossier} - set(numbers):
        here = Dossier.objects.visible_to(user, now).filter(pk__in=others)
        numbers |= dict(here.order_by().values_list("pk", "number"))
    houses = {each.house_id for each in appointments(request)}
    speaks = {
        each.house_id
        for each in appointments(request)
        if each.is_(*Appointment.AT_TABLES)
    }
    return Tidings(
        [
            Tiding(
                notice,
                numbers.get(notice.dossier, "") if notice.dossier else "",
                address_of(notice, numbers, houses, speaks)
                or (to_meeting(notice) if notice.about in meetings else ""),
            )
            for notice in shown
        ],
        len(unread) - len(shown),
    )


def meetings_seen(shown: list[Notice], user: User, now: datetime) -> set[UUID]:
    """Meetings that notices are about, and that are mine to see now."""
    asked = {
        each.about for each in shown if each.about and each.kind == Notice.Kind.MEETING
    }
    if not asked:
        return set()
    seen = Meeting.objects.visible_to(user, now).filter(pk__in=asked)
    return set(seen.order_by().values_list("pk", flat=True))


def to_meeting(notice: Notice) -> str:
    return reverse("meetings:one", args=[notice.about])


def address_of(
    notice: Notice, numbers: dict[UUID, str], houses: set[UUID], speaks: set[UUID]
) -> str:
    """Where to look; nothing where it is no longer ours to see. `speaks` are houses
    where one is appointed at tables."""
    kind = Notice.Kind
    if notice.dossier in numbers and notice.kind in OF_ROUNDS:
        return reverse("casework:round", args=[notice.dossier, notice.about])
    if notice.dossier in numbers and notice.kind == kind.MINUTES:
        return reverse("casework:minutes", args=[notice.dossier, notice.about])
    if notice.dossier in numbers:
        return reverse("dossiers:detail", args=[notice.dossier])
    if notice.kind in (kind.AGREEMENT, kind.AGREEMENT_DUE) and notice.house in houses:
        page = reverse("house:how-we-work-in", args=[notice.house])
        return f"{page}#{notice.about}" if notice.about else page
    if notice.kind in OF_EVALUATION and notice.house in speaks:
        return reverse(OF_EVALUATION[notice.kind], args=[notice.about])
    if notice.kind == kind.STALLED and notice.house in houses:
        return reverse("signals:everywhere")
    if notice.kind in (kind.RECOVERY, kind.SECURITY):
        return reverse("accounts:own")
    return ""


@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """Put one notice away, or all of them."""
    user = me(request)
    which = None if "all" in request.POST else ids(request.POST.getlist("notice"))
    put_away(which, by=user, now=timezone.now(), as_=acting(request) or user)
    if getattr(request, "htmx", False):
        context = {"tidings": tidings(request, timezone.now())}
        return render(request, "work/_tidings.html", context)
    return HttpResponseRedirect(reverse("opening"))


def ids(asked: list[str]) -> list[UUID]:
    found = []
    for each in asked:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found
