"""Writing the reading of one's own organisation; or that of a guest, for them."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.readings import record_reading
from ...casework.models import Reading, Round
from ...dossiers.actions.recording import Overtaken
from ...dossiers.models import Record, Seat
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.entries import Entry, along, entries
from ..dossiers.notes import guests_of
from ..dossiers.records import record_or_404
from ..dossiers.table import at_the_table
from ..drafts import uuid_or_404
from ..forms import begin
from ..people import route_name
from .reading_form import ReadingForm
from .resting import rested_on
from .rounds import round_or_404

ANEW["reading"] = "casework:rewrite-reading"
FROM_WORK = "werk"


@along(Reading.KIND)
def with_rests(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """On which statements each rests, as far as one hears those."""
    readable = {each.record.pk: each for each in found if each.is_readable}
    rests = rested_on(Reading, readable.keys(), seat, moment)
    for pk, entry in readable.items():
        entry.more["rests"] = rests[pk]


@at_the_table
def write(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """The reading of one's own organisation, or of the guest in the address."""
    asked = round_or_404(seat, now, record)
    guest = guest_or_404(request, seat, now)
    organisation = guest.organisation if guest else seat.organisation
    if guest is None and not asked.asks(organisation.pk) and seat.records_for_others:
        return redirect("casework:round", seat.dossier_id, asked.pk)
    require(asked.asks(organisation.pk), "round.read")
    standing = standing_reading(seat, now, asked, organisation.pk)
    form = begin(
        request,
        ReadingForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=asked.pk,
        name=f"{route_name(request)}/{guest.pk}" if guest else "",
        initial=as_it_stands(standing),
        instance=Reading(of_round=asked),
        round_=asked,
        seat=seat,
        now=now,
        is_anew=standing is not None,
    )
    if request.method == "POST" and form.carries_out(
        lambda: record_reading(
            form.instance,
            form.takes(),
            form.cleaned_data["rests_on"],
            by=seat,
            now=now,
            on_behalf_of=guest,
            instead_of=form.cleaned_data["instead_of"],
        )
    ):
        return written(request, seat, asked, form.instance)
    theirs = overtaken(form, seat, now)
    if asked.is_withdrawn and request.method != "POST":
        return redirect("casework:round", seat.dossier_id, asked.pk)
    return ask(
        request,
        seat,
        form,
        title=_("The reading of %(organisation)s")
        % {"organisation": organisation.name},
        lead=what_it_does(asked, now),
        button=_("Record this reading"),
        template="casework/reading_form.html",
        action=Action.RECORD_READ,
        about=asked,
        back=reverse("casework:round", args=[seat.dossier_id, asked.pk]),
        round=asked,
        guest=guest,
        theirs=theirs,
        is_late=asked.revealed_by(now) is not None,
    )


@at_the_table
def rewrite(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """To where this reading is written anew."""
    found = record_or_404(seat, now, record)
    reading = Reading.objects.filter(pk=found.pk).first()
    if reading is None:
        raise Http404
    require(reading.may_be_corrected_by(seat), "record.correct")
    there = reverse("casework:reading", args=[seat.dossier_id, reading.of_round_id])
    if found.on_behalf_of_id and found.organisation_id != seat.organisation_id:
        there = f"{there}?voor={found.on_behalf_of_id}"
    return redirect(there)


def guest_or_404(request: HttpRequest, seat: Seat, now: datetime) -> Seat | None:
    asked = request.GET.get("voor")
    if not asked:
        return None
    guest: Seat | None = guests_of(seat, now).filter(pk=uuid_or_404(asked)).first()
    if guest is None:
        raise Http404
    return guest


def standing_reading(
    seat: Seat, now: datetime, asked: Round, organisation: UUID
) -> Reading | None:
    """What stands of this organisation, as far as this seat hears it."""
    return (
        Reading.objects.visible_to(seat, now)
        .in_by(now)
        .filter(of_round=asked, organisation=organisation)
        .prefetch_related("takes", "rests_on")
        .first()
    )


def as_it_stands(standing: Reading | None) -> dict[str, Any]:
    """To write it anew, one begins from what stands there."""
    if standing is None:
        return {}
    words = {name: getattr(standing, name) for name in Reading.TEXTS}
    takes = {f"says_{each.theme}": each.says for each in standing.takes.all()}
    takes |= {f"words_{each.theme}": each.words for each in standing.takes.all()}
    return {
        **words,
        **takes,
        "confidence": standing.confidence,
        "rests_on": [each.pk for each in standing.rests_on.all()],
        "instead_of": standing.pk,
    }


def overtaken(form: ReadingForm, seat: Seat, now: datetime) -> Entry | None:
    """What a colleague wrote meanwhile; sent once more, one's own takes its place."""
    if not isinstance(form.wrong, Overtaken):
        return None
    theirs = form.wrong.theirs
    typed = cast("QueryDict", form.data).copy()
    typed["instead_of"] = str(theirs.pk)
    form.data = typed
    found = Record.objects.filter(pk=theirs.pk).with_voice()
    at = max(now, theirs.recorded_at)
    seen = Record.objects.visible_to(seat, at)
    return next(
        iter(entries(found.filter(pk__in=seen), seat=seat, moment=at).values()), None
    )


def what_it_does(asked: Round, now: datetime) -> Promise:
    if asked.revealed_by(now):
        return _(
            "The round was revealed already. What you write now is not blind: it opens "
            "at once, and stands there as late."
        )
    return _(
        "Nobody outside your organisation reads this before the reveal, whoever leads "
        "the table included. Then all readings open at one moment."
    )


def written(
    request: HttpRequest, seat: Seat, asked: Round, reading: Reading
) -> HttpResponse:
    told = {"reference": reading.reference}
    if Round.objects.filter(pk=asked.pk, reveal=None).exists():
        words = _("Recorded as %(reference)s. It stays closed until the reveal.")
    else:
        words = _("Recorded as %(reference)s. It came after the reveal, and is late.")
    messages.success(request, words % told)
    if request.GET.get("terug") == FROM_WORK:
        return redirect("opening")
    return redirect("casework:round", seat.dossier_id, asked.pk)
