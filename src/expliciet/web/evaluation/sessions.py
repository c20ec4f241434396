"""Learning sessions of a study: calling one, opening its board, closing it."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.learning import (
    as_told,
    call_session,
    change_session,
    close_session,
    functions_at,
    may_lead,
    open_session,
)
from ...evaluation.models import LearningSession, Recommendation
from ...evaluation.models.study import DECIDING, OUTCOME
from ...vault.keyring import unlock
from ..dossiers.deeds import REFUSED
from ..forms import begin
from ..reading import show
from .board_shown import board_of
from .directing import directing
from .session_form import SessionForm
from .studying import Concerned, concerning


@concerning
@require_safe
def sessions(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """Those of the houses where one is a partner or decides."""
    found = list(ours(who).select_related("house"))
    for each in found:
        each.unlock()
    return show(
        request,
        "evaluation/sessions.html",
        {
            "study": who.study,
            "sessions": found,
            "may_call": bool(calling(who, now)),
        },
        action=Action.BOARD_READ,
        by=who.by,
        about=who.study,
        count=max(1, len(found)),
    )


@concerning
def call(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """By the process director, over what was offered to their house."""
    there = calling(who, now)
    require(bool(there), "learning.call")
    session = LearningSession(
        study=who.study, house=there[0].house, held_on=today_of(now)
    )
    return asked(request, who, there, now, session)


def calling(who: Concerned, now: datetime) -> list[Appointment]:
    """In which capacities somebody may call one: one for each house."""
    return [
        each
        for each in directing(who.capacities)
        if may_lead(LearningSession(study=who.study, house=each.house), each, now)
    ]


@concerning
def change(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID
) -> HttpResponse:
    """As long as its board was never opened."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "learning.change")
    return asked(request, who, [by], now, found)


def asked(
    request: HttpRequest,
    who: Concerned,
    there: list[Appointment],
    now: datetime,
    session: LearningSession,
) -> HttpResponse:
    is_new, by = session._state.adding, there[0]
    offered = offered_here(who, there, now)
    if is_new:
        place = session.seal_place()
        unlock(place.scope, [place.compartment])
    else:
        session.unlock()
    form = begin(
        request,
        SessionForm,
        house=by.house,
        about=who.study.pk,
        name="" if is_new else f"evaluation:session-change/{session.pk}",
        instance=session,
        offered=offered,
        directing=there,
        initial={}
        if is_new
        else {"recommendations": list(session.recommendations.all())},
    )

    def keep() -> LearningSession:
        chosen = form.cleaned_data["recommendations"]
        if is_new:
            return call_session(session, chosen, by=form.by, now=now)
        return change_session(session, chosen, read=form.read, by=form.by, now=now)

    if request.method == "POST" and form.carries_out(keep):
        messages.success(request, _("It stands. Open the board when everybody is in."))
        return redirect("evaluation:session", who.study.pk, session.pk)
    return show(
        request,
        "evaluation/session_form.html",
        {"study": who.study, "form": form, "session": session, "is_new": is_new},
        action=Action.RECOMMENDATIONS_READ,
        by=by,
        about=who.study,
        count=max(1, len(offered)),
        status=REFUSED if form.is_bound else 200,
    )


@concerning
@require_safe
def one(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID
) -> HttpResponse:
    """What came of it: the case, and the board as it stands."""
    return shown(request, who, session_or_404(who, session), now)


@concerning
@require_POST
def open_board(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID
) -> HttpResponse:
    """The code, once and large; asked again there is another, and this one ends."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "learning.open")
    try:
        code = open_session(found, by=by, now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
        return redirect("evaluation:session", who.study.pk, found.pk)
    found.refresh_from_db(fields=["opened_at"])
    return render(request, "evaluation/code.html", told(who, found, now, code))


@concerning
@require_POST
def close_board(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID
) -> HttpResponse:
    """From now on it stands as it is, and the dots show."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "learning.close")
    try:
        close_session(found, by=by, now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
    else:
        messages.success(
            request, _("Closed. Now say of each direction who takes it up.")
        )
    return redirect("evaluation:session", who.study.pk, found.pk)


def shown(
    request: HttpRequest, who: Concerned, session: LearningSession, now: datetime
) -> HttpResponse:
    return show(
        request,
        "evaluation/session.html",
        told(who, session, now),
        action=Action.BOARD_READ,
        by=leader(who, session, now) or who.by,
        about=session,
        count=board_of(session).size,
    )


def told(
    who: Concerned, session: LearningSession, now: datetime, code: str = ""
) -> dict[str, Any]:
    """What a page of a session is about; `code` is told once, under the line that
    opening it left: a second line that failed would leave a code nobody saw."""
    return {
        "study": who.study,
        "session": session,
        "board": board_of(session),
        "leads": leader(who, session, now) is not None,
        "is_today": session.held_on == today_of(now),
        "code": as_told(code) if code else "",
        "functions": functions_at(session, now),
    }


def ours(who: Concerned) -> "QuerySet[LearningSession]":
    """Of the houses where one is a partner or decides; researchers read none."""
    roles = (*Appointment.AT_TABLES, *DECIDING)
    houses = {each.house_id for each in who.capacities if each.is_(*roles)}
    return who.study.sessions.filter(house__in=houses)


def session_or_404(who: Concerned, pk: UUID) -> LearningSession:
    found = ours(who).filter(pk=pk).select_related("house", "study").first()
    if found is None:
        raise Http404
    return found


def leader(
    who: Concerned, session: LearningSession, now: datetime
) -> Appointment | None:
    fitting = (each for each in who.capacities if may_lead(session, each, now))
    return next(fitting, None)


def leading(
    who: Concerned, session: LearningSession, now: datetime, rule: str
) -> Appointment:
    by = leader(who, session, now)
    require(by is not None, rule)
    return cast("Appointment", by)


def offered_here(
    who: Concerned, there: list[Appointment], now: datetime
) -> "QuerySet[Recommendation]":
    offered = (
        Recommendation.objects.offered_to(there[0].user, now)
        .filter(study=who.study, house__in=[each.house_id for each in there])
        .select_related("house")
        .order_by("number")
    )
    unlock(who.study.pk, [OUTCOME], offered.values_list("pk", flat=True))
    return offered


def today_of(now: datetime) -> Any:
    return timezone.localdate(now)
