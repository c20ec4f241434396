"""Typing a line in the talk: looked at, recorded, undone, made whole."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.open_points import settle
from ...casework.models import AgendaItem, OpenPoint, Settled
from ...dossiers.actions.drafts import keep_draft
from ...dossiers.actions.withdrawing import withdraw
from ...dossiers.models import Draft, Record, Seat
from ...dossiers.models.draft import key_of
from ...rules.entry import Kind
from ..dossiers.correcting import REWRITTEN
from ..dossiers.table import at_the_table, purpose_of
from ..people import me
from ..reading import show
from .agenda_items import did, item_or_404, of_item
from .conducting import TYPING, UNDO_WITHIN, screen
from .entered import as_line, record_parts, sent_parts
from .entering import LineForm, Parts, parts_of

REWRITTEN["open_point"] = ("text",)
KINDS = {kind.value for kind in Kind}
WHOLE: dict[str, tuple[str, str]] = {
    OpenPoint.Meant.DECISION: ("casework:decide", "outcome"),
    OpenPoint.Meant.AGREEMENT: ("casework:agree", "deed"),
    OpenPoint.Meant.EXPECTATION: ("casework:expect", "text"),
    OpenPoint.Meant.IDEA: ("casework:idea", "text"),
    OpenPoint.Meant.IMPASSE: ("casework:declare", "question"),
    OpenPoint.Meant.FACT: ("casework:contribute", "text_1"),
    OpenPoint.Meant.HEARSAY: ("casework:contribute", "text_1"),
    OpenPoint.Meant.ESTIMATE: ("casework:contribute", "text_1"),
}
"""Where an open point is made whole, and the field its words begin in."""


@at_the_table
def enter(request: HttpRequest, seat: Seat, now: datetime, item: UUID) -> HttpResponse:
    """First the line, taken apart into parts to look at; then the parts, recorded."""
    found = item_or_404(seat, now, item)
    if request.method != "POST":
        return redirect(of_item(found))
    kind, wrong = request.POST.get("kind", ""), cannot_enter(found)
    if kind not in KINDS:
        line = LineForm(request.POST)
        if line.is_valid() and wrong:
            line.add_error("line", str(wrong))
        if not line.is_valid():
            return again(request, seat, found, now, line=line)
        typed = line.cleaned_data["line"]
        parts = parts_of(request, found, seat, now, typed)
        return again(request, seat, found, now, line=LineForm(), parts=parts)
    parts = sent_parts(request, Kind(kind), seat, now)
    parts.form.draft_name, parts.form.about = TYPING, found.pk
    parts.form.dossier = seat.dossier  # what was typed goes with what is said
    if wrong:
        parts.form.add_error(None, str(wrong))
        return again(request, seat, found, now, parts=parts)
    words = ""
    if "leave" in request.POST and parts.may_stay_open:
        words = as_line(parts, parts_of(request, found, seat, now, parts.typed))
    if not record_parts(parts, words):
        return again(request, seat, found, now, parts=parts)
    messages.success(
        request,
        _("Recorded as %(reference)s.") % {"reference": parts.form.done.reference},
    )
    if getattr(request, "htmx", False):
        return HttpResponse(status=204, headers={"HX-Redirect": of_item(found)})
    return redirect(of_item(found))


def again(
    request: HttpRequest,
    seat: Seat,
    item: AgendaItem,
    now: datetime,
    *,
    line: LineForm | None = None,
    parts: Parts | None = None,
) -> HttpResponse:
    """Only the line and its parts where a page asks for them; else the whole screen."""
    if not getattr(request, "htmx", False):
        return screen(request, seat, item, now, line=line, parts=parts)
    wrong = (line and line.is_bound and line.errors) or (parts and parts.form.is_bound)
    return show(
        request,
        "casework/_entry.html",
        {
            "dossier": item.dossier,
            "item": item,
            "line": line or LineForm(),
            "parts": parts,
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=item,
        purpose=purpose_of(request),
        status=422 if wrong else 200,
    )


def cannot_enter(item: AgendaItem) -> str | Promise:
    if item.is_off_record:
        return _(
            "For a moment nothing is written down. Your line still stands below; "
            "record it when that is over."
        )
    if not item.is_going_on:
        return _(
            "This item does not go on now, so nothing was recorded. Your line still "
            "stands below. Whoever leads the talk begins it."
        )
    return ""


@at_the_table
def undo(
    request: HttpRequest, seat: Seat, now: datetime, item: UUID, record: UUID
) -> HttpResponse:
    """Taken back at once: the words close, and it stands in no minutes."""
    found = item_or_404(seat, now, item)
    said = found.said_in_it(seat, now).filter(pk=record).first()
    if said is None:
        raise Http404
    require(
        said.seat_id == seat.pk and now - said.recorded_at < UNDO_WITHIN,
        "meeting.undo",
    )
    why = str(_("typed by mistake, undone at once"))
    if did(request, lambda: withdraw(said, why, by=seat, now=now)):
        messages.success(
            request, _("%(reference)s is undone.") % {"reference": said.reference}
        )
    return redirect(of_item(found))


# --- making an open point whole -------------------------------------------------------


@at_the_table
def complete(
    request: HttpRequest, seat: Seat, now: datetime, item: UUID, record: UUID
) -> HttpResponse:
    """On to the form of its kind, with its words in it already where nothing was begun
    there yet."""
    item_or_404(seat, now, item)
    point = point_or_404(seat, record, now)
    name, field = WHOLE[point.meant]
    begun = Draft.objects.filter(
        key=key_of(me(request).pk, name, seat.dossier_id, None),
        ends_on__gte=timezone.localdate(now),
    )
    if not begun.exists():
        said = {field: point.text or ""}
        if name == "casework:contribute":
            said["kind_1"] = point.meant
        keep_draft(
            name,
            said,
            by=me(request),
            house=seat.dossier.house,
            dossier=seat.dossier,
            now=now,
        )
    return redirect(reverse(name, args=[seat.dossier_id]))


@at_the_table
def end_point(
    request: HttpRequest, seat: Seat, now: datetime, item: UUID, record: UUID
) -> HttpResponse:
    """What it became, by its reference; or why it lapses."""
    found, point = item_or_404(seat, now, item), point_or_404(seat, record, now)
    given = Settled(
        about=point,
        became=became_of(seat, request.POST.get("became", ""), now),
        why=request.POST.get("why", ""),
    )
    if did(request, lambda: settle(given, by=seat, now=now)):
        messages.success(
            request, _("%(reference)s is settled.") % {"reference": point.reference}
        )
    return redirect(of_item(found))


def point_or_404(seat: Seat, pk: UUID, now: datetime) -> OpenPoint:
    point = OpenPoint.objects.visible_to(seat, now).open().filter(pk=pk).first()
    if point is None:
        raise Http404
    return point


def became_of(seat: Seat, reference: str, now: datetime) -> Record | None:
    """By its reference, as it stands beside it on the screen."""
    if not reference.strip():
        return None
    heard = Record.objects.visible_to(seat, now).current()
    return heard.filter(reference=reference.strip().upper()).first()
