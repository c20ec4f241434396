"""Decisions and agreements as plain text, for one's own system; the limits go along."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...audit.actions import Action
from ...casework.actions.case_numbers import number_of
from ...casework.models import Agreement, Decision
from ...dossiers.models import Record, Seat
from ..dossiers.entries import Entry, entries
from ..dossiers.table import at_the_table, purpose_of
from ..drafts import uuid_or_404
from ..reading import show
from .agreements import together
from .use_marks import WARNING, use_marks

KINDS = (Decision.KIND, Agreement.KIND)


@at_the_table
def take(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """The text in a field, to be copied; what is in it can be chosen first."""
    there = standing(seat, now)
    asked = {uuid_or_404(each) for each in request.GET.getlist("wat")}
    chosen = [each for each in there if not asked or each.record.pk in asked]
    return show(
        request,
        "casework/as_text.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "there": there,
            "chosen": {each.record.pk for each in chosen},
            "text": "\n".join(told(chosen, seat, now)),
            "back": together(seat.dossier_id),
        },
        action=Action.TAKEN_AS_TEXT,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
        count=len(chosen),
    )


def standing(seat: Seat, now: datetime) -> list[Entry]:
    """Decisions, and agreements that are open: as this seat hears them now."""
    heard = Record.objects.visible_to(seat, now).current()
    found = entries(
        heard.filter(kind__in=KINDS, withdrawal=None).with_voice(),
        seat=seat,
        moment=now,
    ).values()
    open_ = [each for each in found if not is_done(each)]
    return sorted(
        open_,
        key=lambda each: (KINDS.index(each.record.kind), each.record.recorded_at),
    )


def is_done(each: Entry) -> bool:
    return bool(each.more.get("stands") == Agreement.Stands.DONE)


def told(chosen: list[Entry], seat: Seat, now: datetime) -> Iterator[str]:
    """First whose it is and what one may do with it; then each with its limits."""
    number = number_of(seat, now)
    day = date_format(timezone.localtime(now), "SHORT_DATETIME_FORMAT")
    yield _("CONFIDENTIAL. %(house)s, dossier %(number)s") % {
        "house": seat.dossier.house.name,
        "number": seat.dossier.number,
    }
    if number:
        yield named(_("Our own case number"), number.number)
    yield _("Taken by %(organisation)s on %(day)s, as it stood then.") % {
        "organisation": seat.organisation.name,
        "day": day,
    }
    yield str(WARNING)
    rests = _("Rests on")
    for each in chosen:
        yield ""
        if each.record.kind == Decision.KIND:
            yield from decision(each)
        else:
            yield from agreement(each)
        for mark in use_marks(resting(each), seat=seat, moment=now):
            yield f"  {rests} {mark.words}"


def resting(each: Entry) -> Iterable[Record]:
    """The record itself, and what it follows from."""
    ground = each.more.get("ground")
    return [each.record, ground] if ground else [each.record]


def decision(each: Entry) -> Iterator[str]:
    said = cast("Decision", each.said)
    told = {"reference": each.record.reference, "day": on(said.decided_on)}
    if said.is_provisional:
        yield _("Decision %(reference)s, %(day)s, provisional") % told
    else:
        yield _("Decision %(reference)s, %(day)s") % told
    yield f"  {each.words.get('question', '')}"
    yield f"  {each.words.get('outcome', '')}"
    if why := each.words.get("why"):
        yield "  " + named(_("Because"), why)


def agreement(each: Entry) -> Iterator[str]:
    said = cast("Agreement", each.said)
    yield _("Agreement %(reference)s: %(state)s") % {
        "reference": each.record.reference,
        "state": each.more["stands"].label,
    }
    yield f"  {each.words['deed']}"
    who = said.owner.who if said.owner else each.words.get("function", "")
    yield "  " + named(_("Who"), f"{who}, {said.owner_organisation.name}")
    if said.due_on:
        yield "  " + named(_("By which day"), on(said.due_on))
    if trigger := each.words.get("trigger"):
        days = {"trigger": trigger, "days": said.trigger_days}
        yield "  " + _("When: %(trigger)s, then within %(days)s days") % days
    yield "  " + named(_("Done when"), each.words["done_when"])


def named(label: str, words: str | None) -> str:
    return f"{label}: {words or ''}"


def on(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
