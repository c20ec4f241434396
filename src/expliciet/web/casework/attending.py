"""Who comes for one item of a meeting: for oneself, and for whoever leads it of all."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.attending import ask_also, note_presence, say_attendance
from ...casework.actions.meetings import leads_item
from ...casework.models import AgendaItem, Attendance
from ...dossiers.models import Seat
from ..dossiers.table import at_the_table, purpose_of
from ..reading import show
from .agenda_items import item_or_404
from .conducting import attending

Says = Attendance.Says
ANSWERS = (Says.COMES, Says.REPLACED, Says.ABSENT)


class Row(NamedTuple):
    """Somebody who is asked, with what stands in the form about them."""

    attendance: Attendance
    says: str
    instead: str
    is_me: bool


@at_the_table
def attend(request: HttpRequest, seat: Seat, now: datetime, item: UUID) -> HttpResponse:
    """What I say; and for who leads: what the others say, who is asked, who is here."""
    found = item_or_404(seat, now, item)
    wrong: list[str] = []
    if request.method == "POST":
        deed = DEEDS.get(request.POST.get("deed", "own"), own)
        try:
            with transaction.atomic():
                told = deed(request, seat, found, now)
        except ValidationError as problem:
            wrong = problem.messages
        else:
            messages.success(request, told)
            return redirect(onward(request, found))
    return page(request, seat, found, now, wrong)


def onward(request: HttpRequest, item: AgendaItem) -> str:
    """Back to where the answer was given, or to the meeting."""
    came = request.POST.get("terug")
    if came == "werk":
        return f"{reverse('opening')}#meetings"
    if came == "voeren":
        return reverse("casework:conduct", args=[item.dossier_id, item.pk])
    if request.POST.get("deed", "own") != "own":
        return reverse("casework:attend", args=[item.dossier_id, item.pk])
    return reverse("meetings:one", args=[item.meeting_id])


# --- what one may send ----------------------------------------------------------------


def own(request: HttpRequest, seat: Seat, item: AgendaItem, now: datetime) -> str:
    mine = item.attendances.filter(seat=seat).select_related("seat").first()
    if mine is None:
        require(leads_item(item, seat, now), "meeting.say_attendance")
        raise ValidationError(_("You are not asked for this item yet."))
    says, instead = request.POST.get("says", ""), request.POST.get("instead", "")
    say(mine, says, instead, seat, item, now)
    return _("Recorded: %(says)s.") % {"says": mine.get_says_display()}


def others(request: HttpRequest, seat: Seat, item: AgendaItem, now: datetime) -> str:
    """Only those of whom something else is said than what stood there."""
    require(leads_item(item, seat, now), "meeting.say_attendance")
    for each in attending(item):
        says = request.POST.get(f"says-{each.pk}", each.says)
        instead = request.POST.get(f"instead-{each.pk}", "")
        was = (each.says, str(each.instead_id or ""))
        if (says, instead if says == Says.REPLACED else "") != was:
            try:
                say(each, says, instead, seat, item, now)
            except ValidationError as wrong:
                told = " ".join(wrong.messages)
                raise ValidationError(f"{each.seat.who}: {told}") from None
    return _("Recorded who comes.")


def ask_more(request: HttpRequest, seat: Seat, item: AgendaItem, now: datetime) -> str:
    require(leads_item(item, seat, now), "meeting.ask")
    chosen = among(not_asked(item, seat, now), request.POST.getlist("ask"))
    if not chosen:
        raise ValidationError(_("Choose at least one person."))
    ask_also(item, chosen, by=seat, now=now)
    return _("They are asked.")


def present(request: HttpRequest, seat: Seat, item: AgendaItem, now: datetime) -> str:
    chosen = among(at_table(item, seat, now), request.POST.getlist("there"))
    note_presence(item, chosen, by=seat, now=now)
    return _("Recorded who is here, each with the mandate of now.")


DEEDS: dict[str, Callable[[HttpRequest, Seat, AgendaItem, datetime], str]] = {
    "own": own,
    "others": others,
    "ask": ask_more,
    "present": present,
}


def say(
    attendance: Attendance,
    says: str,
    instead: str,
    by: Seat,
    item: AgendaItem,
    now: datetime,
) -> None:
    if says not in ANSWERS:
        raise ValidationError(_("Say whether this person comes."))
    attendance.item = item
    attendance.says = says
    attendance.instead = None
    if says == Says.REPLACED:
        chosen = among(at_table(item, by, now), [instead])
        if not chosen:
            raise ValidationError(_("Say who comes instead, or that nobody does."))
        attendance.instead = chosen[0]
    say_attendance(attendance, by=by, now=now)


def among(seats: list[Seat], asked: list[str]) -> list[Seat]:
    return [each for each in seats if str(each.pk) in asked]


def at_table(item: AgendaItem, seat: Seat, now: datetime) -> list[Seat]:
    """Whoever sits at this table now, guests included."""
    return list(
        Seat.objects.visible_to(seat, now)
        .taken(now)
        .exclude(role=Seat.Role.AFTERCARE)
        .select_related("user", "organisation", "dossier")
        .order_by("organisation__name", "pk")
    )


def not_asked(item: AgendaItem, seat: Seat, now: datetime) -> list[Seat]:
    known = set(item.attendances.values_list("seat", flat=True))
    return [each for each in at_table(item, seat, now) if each.pk not in known]


# --- the page -------------------------------------------------------------------------


def page(
    request: HttpRequest, seat: Seat, item: AgendaItem, now: datetime, wrong: list[str]
) -> HttpResponse:
    leads = leads_item(item, seat, now)
    here = at_table(item, seat, now)
    rows = [row(request, each, seat) for each in attending(item)]
    mine = next((each for each in rows if each.is_me), None)
    known = {each.attendance.seat_id for each in rows}
    there = {each.attendance.seat_id for each in rows if each.attendance.was_there}
    noted = any(each.attendance.was_there is not None for each in rows)
    coming = {each.attendance.seat_id for each in rows if comes(each.attendance)}
    context: dict[str, Any] = {
        "dossier": seat.dossier,
        "seat": seat,
        "item": item,
        "meeting": item.meeting,
        "leads": leads,
        "rows": rows,
        "mine": mine,
        "answers": [(str(each), each.label) for each in ANSWERS],
        "others_here": [each for each in here if each.pk != seat.pk],
        "here": here,
        "not_asked": [each for each in here if each.pk not in known],
        "there": there if noted else coming,
        "noted": noted,
        "wrong": wrong,
        "back": reverse("meetings:one", args=[item.meeting_id]),
    }
    return show(
        request,
        "casework/attend.html",
        context,
        action=Action.DOSSIER_READ,
        by=seat,
        about=item,
        purpose=purpose_of(request),
        count=max(1, len(rows)),
        status=422 if wrong else 200,
    )


def comes(attendance: Attendance) -> bool:
    return attendance.says == Says.COMES


def row(request: HttpRequest, each: Attendance, seat: Seat) -> Row:
    """As it stands, or as it was just typed."""
    is_me = each.seat_id == seat.pk
    says, instead = str(each.says), str(each.instead_id or "")
    typed = request.POST
    if is_me and "says" in typed:
        says, instead = typed["says"], typed.get("instead", "")
    if f"says-{each.pk}" in typed:
        says, instead = typed[f"says-{each.pk}"], typed.get(f"instead-{each.pk}", "")
    return Row(each, says, instead, is_me)
