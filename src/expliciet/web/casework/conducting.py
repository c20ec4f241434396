"""Leading the talk about one dossier, on one screen; others follow on theirs."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...casework.actions.conducting import go_on, pause_recording
from ...casework.actions.meetings import leads_item
from ...casework.models import AgendaItem, Minutes, OpenPoint
from ...dossiers.models import Draft, Seat
from ...dossiers.models.draft import key_of
from ..dossiers.table import at_the_table, purpose_of
from ..people import me
from ..reading import show
from .agenda_items import did, item_or_404, of_item
from .entering import LineForm, Parts
from .marks import Mark, mark_of
from .said_in_meeting import SoFar, so_far

NOTES, TYPING = "casework:conduct", "casework:enter"
"""Under which names one's own notes are kept, and a line that is being typed."""
UNDO_WITHIN = timedelta(minutes=15)
Phase = AgendaItem.Phase


class Step(NamedTuple):
    """One phase of the talk, how long it took, and what one does in it."""

    phase: str
    label: str | Promise
    is_now: bool
    spent: timedelta
    asks: str | Promise

    @property
    def seconds(self) -> int:
        return int(self.spent.total_seconds())

    @property
    def clock(self) -> str:
        return f"{self.seconds // 60}:{self.seconds % 60:02d}"


class Row(NamedTuple):
    """One line of the roster; without a seat no more than that there is one."""

    item: AgendaItem
    is_mine: bool
    is_here: bool


ASKS: dict[str, Promise] = {
    Phase.SHARE: _("What is new, from whom, and how do you know it?"),
    Phase.INTERPRET: _("How do you read it, and where do you differ?"),
    Phase.DECIDE: _("Which ways are there, and what tips the balance?"),
    Phase.AGREE: _("Who does what, by when, and in what does one see it?"),
    Phase.READ_BACK: _("Is this what we said? Everybody says: it is so, or otherwise."),
}
"""What one asks in each phase: the script of the chair (F46)."""


# --- the screen -----------------------------------------------------------------------


@at_the_table
def conduct(
    request: HttpRequest, seat: Seat, now: datetime, item: UUID
) -> HttpResponse:
    """The roster, the phase with its clock, the record as it grows, the entry line."""
    return screen(request, seat, item_or_404(seat, now, item), now)


def screen(
    request: HttpRequest,
    seat: Seat,
    item: AgendaItem,
    now: datetime,
    *,
    line: LineForm | None = None,
    parts: Parts | None = None,
) -> HttpResponse:
    told = so_far(item, seat, now)
    mark = mark_of(me(request), item.dossier_id, item.pk, now)
    leads = leads_item(item, seat, now)
    begun = begun_here(request, item)
    refused = bool(
        (line and line.is_bound and line.errors) or (parts and parts.form.is_bound)
    )
    return show(
        request,
        "casework/conduct.html",
        {
            "dossier": item.dossier,
            "seat": seat,
            "item": item,
            "meeting": item.meeting,
            "leads": leads,
            "roster": roster(item, seat, now),
            "steps": steps(item, now),
            "next": following(item),
            "attendances": attending(item),
            "earlier": open_before(item, seat, now),
            "minutes": minutes_of(item, seat, now),
            "line": line or LineForm(initial=begun[TYPING]),
            "parts": parts,
            "notes": begun[NOTES] if leads else None,
            "notes_form": NOTES,
            "now": now,
            **growing(seat, item, told, mark, now),
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=item,
        purpose=purpose_of(request),
        count=max(1, len(told.said)),
        status=422 if refused else 200,
    )


def growing(
    seat: Seat,
    item: AgendaItem,
    told: SoFar,
    mark: Mark | None,
    now: datetime,
) -> dict[str, Any]:
    """What the right column shows: the same on the page, and when it is asked anew."""
    fresh = {
        each.record.pk
        for each in told.said
        if each.record.seat_id == seat.pk
        and now - each.record.recorded_at < UNDO_WITHIN
    }
    return {
        "item": item,
        "dossier": item.dossier,
        "so_far": told,
        "mark": mark,
        "may_act": True,
        "undoable": fresh,
        "may_settle": seat.records_for_others,
        "seat": seat,
    }


def roster(item: AgendaItem, seat: Seat, now: datetime) -> list[Row]:
    mine = set(
        AgendaItem.objects.visible_to(seat.user, now)  # type: ignore[arg-type]
        .filter(meeting=item.meeting_id)
        .values_list("pk", flat=True)
    )
    items = item.meeting.items.select_related("dossier").order_by("order", "pk")
    return [Row(each, each.pk in mine, each.pk == item.pk) for each in items]


def steps(item: AgendaItem, now: datetime) -> list[Step]:
    spent = item.spent(now)
    return [
        Step(phase, Phase(phase).label, item.phase == phase, spent[phase], ASKS[phase])
        for phase in map(str, AgendaItem.TALK)
    ]


def following(item: AgendaItem) -> tuple[str, str | Promise] | None:
    """The phase that comes after this one."""
    order = [Phase.WAITING, *AgendaItem.TALK, Phase.DONE]
    at = order.index(Phase(item.phase))
    return (order[at + 1], order[at + 1].label) if at + 1 < len(order) else None


def attending(item: AgendaItem) -> list[Any]:
    return list(
        item.attendances.select_related(
            "seat__user", "seat__organisation", "seat__dossier", "instead__user"
        ).order_by("seat__organisation__name", "pk")
    )


def open_before(item: AgendaItem, seat: Seat, now: datetime) -> list[OpenPoint]:
    """Points that were left open before this talk: they return until settled."""
    begun = min((step.began_at for step in item.steps.all()), default=now)
    return list(
        OpenPoint.objects.visible_to(seat, now)
        .open()
        .filter(recorded_at__lt=begun)
        .order_by("recorded_at")
    )


def minutes_of(item: AgendaItem, seat: Seat, now: datetime) -> list[Minutes]:
    """The minutes that were made of it, as far as this seat hears them."""
    heard = Minutes.objects.visible_to(seat, now).current().filter(item=item)
    return list(heard.order_by("recorded_at", "pk"))


def begun_here(request: HttpRequest, item: AgendaItem) -> dict[str, dict[str, Any]]:
    """What one typed beside this item and did not say: notes of one's own, and a line.
    Drafts, opened by nobody else."""
    keys = {
        key_of(me(request).pk, name, item.dossier_id, item.pk): name
        for name in (NOTES, TYPING)
    }
    drafts = Draft.objects.filter(key__in=keys, ends_on__gte=timezone.localdate())
    typed = {keys[draft.key]: draft.fields for draft in drafts}
    return {name: typed.get(name, {}) for name in (NOTES, TYPING)}


# --- leading --------------------------------------------------------------------------


@at_the_table
def phase(request: HttpRequest, seat: Seat, now: datetime, item: UUID) -> HttpResponse:
    """On to a phase, or back to one."""
    found = item_or_404(seat, now, item)
    wanted = request.POST.get("phase", "")
    did(request, lambda: go_on(found, wanted, by=seat, now=now))
    if wanted == Phase.READ_BACK and leads_item(found, seat, now):
        return redirect(of_item(found, "casework:read-back"))
    return redirect(of_item(found))


@at_the_table
def pause(request: HttpRequest, seat: Seat, now: datetime, item: UUID) -> HttpResponse:
    """For a moment nothing is written down; or again."""
    found = item_or_404(seat, now, item)
    wanted = request.POST.get("pause") == "yes"
    did(request, lambda: pause_recording(found, wanted, by=seat, now=now))
    return redirect(of_item(found))
