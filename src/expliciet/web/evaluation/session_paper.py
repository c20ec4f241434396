"""What came of a learning session, on paper: the case, directions, owners, days."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ...audit.actions import Action
from ...documents.paper import Block, Facts, Grid, Paper, Paragraph, Part
from ...dossiers.references import fresh
from ..papers import FORMS, language, sent, words
from ..reading import leave_line
from .board_shown import Board, Line, board_of
from .board_shown import Part as OnBoard
from .sessions import session_or_404
from .studying import Concerned, concerning


@concerning
@require_safe
def paper(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID, ending: str
) -> HttpResponse:
    """As a pdf to read, or a Word file to work in; its line is committed first."""
    if ending not in FORMS:
        raise Http404
    found = session_or_404(who, session)
    board, number = board_of(found), fresh("X", 6)
    by = next(each for each in who.capacities if each.house_id == found.house_id)
    made_for = f"{by.user.name}, {by.organisation.name}"
    made = paper_of(board, made_for, number, now)
    content = FORMS[ending].setting(made, found.house)
    leave_line(
        Action.DOCUMENT_TAKEN, by=by, about=found, count=board.size, reason=number
    )
    return sent(content, f"leersessie-{number}", FORMS[ending])


def paper_of(board: Board, made_for: str, number: str, now: datetime) -> Paper:
    session = board.session
    parts = [Part(_("The session"), blocks=(Facts(facts(board)),))]
    if session.case:
        parts.append(
            Part(_("The case we thought along with"), blocks=(Paragraph(session.case),))
        )
    parts += [part(each) for each in board.parts]
    return Paper(
        title=session.name or "",
        house=session.house.name,
        number="",
        language=language(),
        confidential=True,
        made_for=made_for,
        made_at=timezone.localtime(now),
        export_number=number,
        words=words(),
        parts=tuple(parts),
    )


def facts(board: Board) -> tuple[tuple[str, str], ...]:
    session = board.session
    state = _("closed") if session.closed_at else _("not closed yet")
    functions = sorted(
        set(session.attendees.order_by().values_list("function", flat=True)),
        key=str.casefold,
    )
    return (
        (_("Day"), date_format(session.held_on, "l j F Y")),
        (_("How far"), state),
        (_("At the board"), ", ".join(functions) or _("nobody yet")),
    )


def part(on_board: OnBoard) -> Part:
    blocks: list[Block] = []
    for group in on_board.groups:
        name = (group.group.name or "") if group.group else ""
        if len(on_board.groups) > 1 and not group.group:
            name = _("Alone")
        rows = tuple(row(line) for line in group.lines)
        headers = (_("Direction"), _("Dots"), _("Who"), _("First step"), _("By"))
        blocks.append(Grid(name, headers, rows))
    if not blocks:
        blocks.append(Paragraph(_("No direction yet.")))
    recommendation = on_board.recommendation
    return Part(
        f"{recommendation.number}. {recommendation.words}", blocks=tuple(blocks)
    )


def row(line: Line) -> tuple[str, str, str, str, str]:
    said = line.direction
    day = (
        date_format(said.first_step_on, "SHORT_DATE_FORMAT")
        if said.first_step_on
        else ""
    )
    told = ngettext("%(dots)s dot", "%(dots)s dots", line.dots) % {"dots": line.dots}
    return (
        f"{said.number}. {said.words}",
        told if line.dots else "",
        said.owner.name if said.owner else "",
        said.first_step or "",
        day,
    )
