"""Stuck: saying so, saying where one stands, a stage further, and the end of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.impasses import (
    declare_impasse,
    leads,
    may_speak_to,
    resolve,
    take_further,
    take_position,
    term_of,
)
from ...casework.models import Dissent, Impasse, Position, Resolution, Step
from ...dossiers.models import Seat
from ..dossiers.deeds import ask
from ..dossiers.entries import Entry
from ..dossiers.records import chain_of
from ..dossiers.table import at_the_table
from ..forms import begin
from .impasse_forms import (
    DeclareForm,
    FurtherForm,
    PositionForm,
    ResolveForm,
    SaidToImpasse,
)
from .stuck import tab_of


@at_the_table
def declare(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Anybody at the table says that it is stuck (S38)."""
    return declared(request, seat, now)


@at_the_table
def declare_from(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """What one sees otherwise keeps the work from going on: from there in one step."""
    found = chain_of(seat, now, record)
    if found.record.kind != Dissent.KIND:
        raise Http404
    if found.record.is_withdrawn and request.method != "POST":
        return redirect("dossiers:record", seat.dossier_id, found.record.pk)
    return declared(request, seat, now, found)


def declared(
    request: HttpRequest, seat: Seat, now: datetime, source: Entry | None = None
) -> HttpResponse:
    about = source.record.pk if source else None
    form = begin(
        request,
        DeclareForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=about,
        instance=Impasse(out_of_id=about),
        initial=begun_with(seat, now, source),
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(declare_impasse, form.instance):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("We are stuck"),
        lead=_(
            "Being stuck is part of working together. Say on which question, what is "
            "needed to go on, who sees to it, and by when somebody decides."
        ),
        button=_("Declare the impasse"),
        template="casework/beside_form.html" if source else "dossiers/deed_form.html",
        action=Action.RECORD_READ if source else Action.DOSSIER_READ,
        about=source.record if source else None,
        back=tab_of(seat),
        entry=source,
    )


def begun_with(seat: Seat, now: datetime, source: Entry | None) -> dict[str, Any]:
    """The term of the house; and from a dissent, what it says."""
    begun: dict[str, Any] = {"decide_by": term_of(seat, Step.Stage.TALK, now)}
    if source is not None:
        begun["question"] = source.words.get("sees", "")[:1_000]
        begun["since"] = timezone.localdate(source.record.recorded_at)
    return begun


# --- what is said to an impasse -----------------------------------------------------


@at_the_table
def position(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Where one's organisation stands, in its own words."""
    return said_to(
        request,
        seat,
        now,
        record,
        form_class=PositionForm,
        make=Position,
        action=take_position,
        may=may_speak_to,
        needs="impasse.position",
        title=_("Where we stand in %(reference)s"),
        lead=_(
            "In the name of your organisation. It stands beside what others say, and "
            "what you said before stays."
        ),
        button=_("Record where we stand"),
    )


@at_the_table
def further(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """A stage further, with a note on one page and a new day (F62)."""
    return said_to(
        request,
        seat,
        now,
        record,
        form_class=FurtherForm,
        make=Step,
        action=take_further,
        may=leads,
        needs="impasse.further",
        title=_("Take %(reference)s further"),
        lead=_(
            "You take it further, not the clock. What you ask goes along on one page, "
            "with the question and where everybody stands."
        ),
        button=_("Take it further"),
        onward="casework:impasse-note",
    )


@at_the_table
def end(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """How it ended; nothing else ends it (S39)."""
    return said_to(
        request,
        seat,
        now,
        record,
        form_class=ResolveForm,
        make=Resolution,
        action=resolve,
        may=leads,
        needs="impasse.resolve",
        title=_("How %(reference)s ended"),
        lead=_("An impasse does not end by itself. Say what goes on from here."),
        button=_("Record how it ended"),
    )


def said_to(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    record: UUID,
    *,
    form_class: type[SaidToImpasse],
    make: type[Any],
    action: Callable[..., Any],
    may: Callable[[Impasse, Seat, datetime], bool],
    needs: str,
    title: Promise,
    lead: Promise,
    button: Promise,
    onward: str = "",
) -> HttpResponse:
    """A form below the impasse it is about. Who wrote to an earlier text reads the
    new one first, and keeps what was typed."""
    found = impasse_or_404(seat, now, record)
    require(may(cast("Impasse", found.said), seat, now), needs)
    if found.more["resolution"] and request.method != "POST":
        return redirect("dossiers:record", seat.dossier_id, found.record.pk)
    form = begin(
        request,
        form_class,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=cast("Impasse", found.said).beginning.pk,
        instance=make(),
        entry=found,
        seat=seat,
        now=now,
    )
    if request.method == "POST":
        form.instance.impasse = form.read_text()
        if form.carries_out(
            lambda: action(form.instance, by=seat, now=now, **form.besides())
        ):
            if onward:
                messages.success(request, _("Taken further. This page goes along."))
                return redirect(onward, seat.dossier_id, found.record.pk)
            messages.success(request, _("Recorded with %(reference)s.") % named(found))
            return redirect(tab_of(seat, found.record.reference))
        if form.wrong:
            found = impasse_or_404(seat, timezone.now(), record)
        form.reads(found)
    return ask(
        request,
        seat,
        form,
        title=title % named(found),
        lead=lead,
        button=button,
        template="casework/beside_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=tab_of(seat, found.record.reference),
        entry=found,
    )


def impasse_or_404(seat: Seat, now: datetime, record: UUID) -> Entry:
    found = chain_of(seat, now, record)
    if found.record.kind != Impasse.KIND:
        raise Http404
    return found


def named(entry: Entry) -> dict[str, str]:
    return {"reference": entry.record.reference}


def back_to(request: HttpRequest, seat: Seat, reference: str) -> HttpResponse:
    messages.success(
        request, _("Recorded as %(reference)s.") % {"reference": reference}
    )
    return redirect(tab_of(seat, reference))
