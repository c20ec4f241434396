"""The board as whoever leads it sees it: adding, grouping, taking off; and the wall."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...evaluation.actions.board import (
    add_direction,
    client_key,
    find,
    group_directions,
    take_off,
    ungroup,
)
from ...evaluation.models import DirectionGroup, LearningSession, SolutionDirection
from ..reading import show
from .board_shown import board_of, mark_of
from .joining import had
from .sessions import leading, session_or_404
from .studying import Concerned, concerning
from .typed import whole


@concerning
@require_safe
def board(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID
) -> HttpResponse:
    """To lead from; or for the wall, large and without anything to press."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "learning.lead")
    wall = "muur" in request.GET
    template = "evaluation/wall.html" if wall else "evaluation/board.html"
    return shown(request, who, by, found, template)


@concerning
@require_safe
def since(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID
) -> HttpResponse:
    """Whether anything changed; and if so, the board anew."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "learning.lead")
    mark = f'"{mark_of(found)}"'
    if request.headers.get("If-None-Match") == mark:
        return HttpResponse(status=304, headers={"ETag": mark})
    return shown(request, who, by, found, "evaluation/_board.html")


def shown(
    request: HttpRequest,
    who: Concerned,
    by: Appointment,
    session: LearningSession,
    template: str,
) -> HttpResponse:
    found = board_of(session, None, *had(request, template))
    response = show(
        request,
        template,
        {
            "study": who.study,
            "session": found.session,
            "board": found,
            "leads": "muur" not in request.GET,
            "orders": "muur" not in request.GET,
        },
        action=Action.BOARD_READ,
        by=by,
        about=found.session,
        count=found.size,
    )
    response.headers["ETag"] = f'"{found.mark}"'
    return response


@concerning
@require_POST
def add(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID
) -> HttpResponse:
    """What somebody says aloud, put on the board by whoever leads."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "board.add")
    found.unlock()
    recommendation = found.recommendations.filter(
        number=whole(request.POST.get("at", ""))
    ).first()
    if recommendation is None:
        raise Http404
    line = SolutionDirection(
        session=found,
        recommendation=recommendation,
        words=request.POST.get("words", "").strip(),
    )
    if key := client_key(request.POST.get("key", "")):
        line.pk = key
    return done(request, who, by, found, lambda: add_direction(line, by=by, now=now))


@concerning
@require_POST
def group(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID
) -> HttpResponse:
    """Put the ticked lines under a name, take them apart, or name a group anew."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "board.group")
    found.unlock()
    numbers = [whole(each) for each in request.POST.getlist("line")]
    if "apart" in request.POST:
        return done(
            request,
            who,
            by,
            found,
            lambda: ungroup(found, numbers, by=by, now=now),
        )
    chosen = group_of(request, found)
    if chosen is None:
        raise Http404
    return done(
        request,
        who,
        by,
        found,
        lambda: group_directions(chosen, numbers, by=by, now=now),
    )


def group_of(request: HttpRequest, session: LearningSession) -> DirectionGroup | None:
    """The group that was chosen, or a new one under this recommendation."""
    name = request.POST.get("name", "").strip()
    recommendation = session.recommendations.filter(
        number=whole(request.POST.get("at", ""))
    ).first()
    if recommendation is None:
        return None
    there = session.groups.filter(recommendation=recommendation).order_by("at", "pk")
    same = next(
        (each for each in there if (each.name or "").casefold() == name.casefold()),
        None,
    )
    if same is not None:
        return same
    before = request.POST.get("group", "")
    if before:
        named = next((each for each in there if str(each.pk) == before), None)
        if named is not None:
            named.name = name
        return named
    return DirectionGroup(session=session, recommendation=recommendation, name=name)


@concerning
@require_POST
def off(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID, number: int
) -> HttpResponse:
    """What stands there twice, or names somebody."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "board.take_off")
    line = find(found, number)
    if line is None:
        raise Http404
    return done(request, who, by, found, lambda: take_off(line, by=by, now=now))


def done(
    request: HttpRequest,
    who: Concerned,
    by: Appointment,
    session: LearningSession,
    deed: Callable[[], object],
) -> HttpResponse:
    try:
        deed()
    except ValidationError as wrong:
        if request.headers.get("HX-Request"):
            found = shown(request, who, by, session, "evaluation/_board.html")
            found.status_code = 422
            return found
        messages.error(request, wrong.messages[0])
    if request.headers.get("HX-Request"):
        return shown(request, who, by, session, "evaluation/_board.html")
    return redirect("evaluation:board", who.study.pk, session.pk)
