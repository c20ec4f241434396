"""Minutes on paper: as a pdf or a Word file, whole or as a list; with their limits."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...audit.actions import Action
from ...casework.actions.minutes import answer_by
from ...documents.paper import Block, Facts, Grid, Paper, Paragraph, Part
from ...dossiers.models import Seat
from ...dossiers.references import fresh
from ..dossiers.entries import Entry
from ..dossiers.table import at_the_table, purpose_of
from ..papers import DOCX, PDF, Form, language, sent, words
from ..reading import leave_line
from . import minuted
from .as_text import resting
from .minuted import minutes_of, minutes_or_404
from .minutes import WHOLE
from .minutes_rows import table_of
from .use_marks import WARNING, use_marks

DECIDED, ACTED = "besluiten", "acties"
LISTS: dict[str, tuple[Promise, tuple[str, ...]]] = {
    "": (gettext_lazy("Minutes"), ("decided", "agreed", "expected", "open")),
    DECIDED: (gettext_lazy("List of decisions"), ("decided",)),
    ACTED: (gettext_lazy("List of actions"), ("agreed", "expected")),
}
"""Which groups stand on which paper: the minutes, or one list of them."""
STATES = {
    "established": gettext_lazy("established"),
    "changes": gettext_lazy("concept: a change was asked"),
    "waits": gettext_lazy("concept: waits for answers"),
    "ready": gettext_lazy("concept: not established yet"),
}


class Asked(NamedTuple):
    """What somebody takes along: of which minutes, which part, and how much."""

    entry: Entry
    seat: Seat
    now: datetime
    part: str
    is_whole: bool
    number: str
    """Of this copy: random, and told to the trail."""


@at_the_table
def pdf(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """To read or print."""
    return taken(request, seat, now, record, PDF)


@at_the_table
def docx(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """To work in; whatever is done with it there is no longer the minutes."""
    return taken(request, seat, now, record, DOCX)


def taken(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID, form: Form
) -> HttpResponse:
    """The file; its line is committed before it leaves. Its name tells nothing."""
    part = request.GET.get("deel", "")
    if part not in LISTS:
        raise Http404
    found = minutes_or_404(seat, now, record)
    asked = Asked(found, seat, now, part, WHOLE in request.GET, fresh("X", 6))
    paper, count = paper_of(asked)
    content = form.setting(paper, seat.dossier.house)
    leave_line(
        Action.DOCUMENT_TAKEN,
        by=seat,
        about=found.record,
        purpose=purpose_of(request),
        count=count,
        reason=asked.number,
    )
    return sent(content, f"{found.record.reference}-{asked.number}", form)


def paper_of(asked: Asked) -> tuple[Paper, int]:
    """The paper, and how many texts stand on it."""
    minutes, seat = minutes_of(asked.entry), asked.seat
    title, names = LISTS[asked.part]
    lines = minuted.lines_of(minutes, seat, asked.now)
    groups = {group.name: group for group in minuted.grouped(lines)}
    whole = asked.is_whole and not asked.part
    chosen = [groups[name] for name in names]
    if whole and groups["besides"].lines:
        chosen.append(groups["besides"])
    shown = [line for group in chosen for line in group.lines]
    rests = [record for line in shown for record in resting(line)]
    marks = [each.words for each in use_marks(rests, seat=seat, moment=asked.now)]
    parts = [
        Part(_("The meeting"), blocks=(Facts(facts(asked)),)),
        Part(_("Who was there"), blocks=(present(asked),)),
        *(Part(str(group.label), blocks=(table_of(group),)) for group in chosen),
    ]
    text = asked.entry.words.get("text")
    if whole and text:
        parts.append(Part(_("What more was said"), blocks=(Paragraph(text),)))
    if not asked.part:
        parts.append(Part(_("Who says that it is so"), blocks=(answers(asked),)))
    paper = Paper(
        title=f"{title} {asked.entry.record.reference}",
        house=seat.dossier.house.name,
        number=seat.dossier.number,
        language=language(),
        confidential=True,
        made_for=f"{seat.who}, {seat.organisation.name}",
        made_at=timezone.localtime(asked.now),
        export_number=asked.number,
        words=words(),
        marks=(str(WARNING), *marks) if marks else (),
        parts=tuple(parts),
    )
    return paper, asked.entry.lines + len(shown)


def facts(asked: Asked) -> tuple[tuple[str, str], ...]:
    minutes = minutes_of(asked.entry)
    meeting = minutes.item.meeting
    persons = minuted.people(minutes, asked.now)
    until = answer_by(minutes)
    state = STATES[minuted.stands(minutes, persons, until, asked.now)]
    readers = asked.entry.readers
    return (
        (_("Meeting"), str(meeting.get_kind_display())),
        (
            _("Day"),
            date_format(timezone.localtime(meeting.begins_at), "SHORT_DATETIME_FORMAT"),
        ),
        (_("Dossier"), asked.seat.dossier.number),
        (_("Said in"), str(asked.entry.circle)),
        (_("Who can read this later?"), ", ".join(readers.names)),
        (_("How far"), str(state)),
        (_("Chair"), meeting.chair.name),
        (_("Keeps the record"), meeting.recorder.name),
    )


def present(asked: Asked) -> Block:
    there = minuted.there(minutes_of(asked.entry).item)
    if not there:
        return Paragraph(_("Nobody noted who was there."))
    return Grid(
        "",
        (_("Name"), _("Organisation"), _("Mandate")),
        tuple(
            (each.seat.who, each.seat.organisation.name, each.mandate) for each in there
        ),
    )


def answers(asked: Asked) -> Grid:
    """Each who hears it; silence as silence."""
    rows = []
    for each in minuted.people(minutes_of(asked.entry), asked.now):
        said = str(each.receipt.get_says_display()) if each.receipt else _("is silent")
        told = [each.receipt.words or ""] if each.receipt else []
        if each.amendment:
            became = (
                _("Taken over.") if each.amendment.is_taken else _("Stays as it is.")
            )
            told += [became, each.amendment.why or ""]
        told = [one for one in told if one]
        rows.append((each.seat.who, each.seat.organisation.name, said, "\n".join(told)))
    headers = (
        _("Name"),
        _("Organisation"),
        _("Says"),
        _("What, and what became of it"),
    )
    return Grid("", headers, tuple(rows))
