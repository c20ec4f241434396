"""Reading together: what the table takes the facts to mean, beside the last one."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.interpretations import (
    correct_interpretation,
    record_interpretation,
)
from ...casework.models import Interpretation
from ...dossiers.actions.recording import Overtaken
from ...dossiers.models import Circle, Record, Seat
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.entries import Entry, along, entries
from ..dossiers.records import chain_of, record_or_404
from ..dossiers.table import at_the_table
from ..drafts import uuid_or_404
from ..forms import begin
from .interpretation_form import WORDS, CorrectionForm, InterpretationForm
from .resting import rested_on
from .rounds import tab_of

ANEW["interpretation"] = "casework:correct-interpretation"


class Beside(NamedTuple):
    """One field of an interpretation, as it was and as it is."""

    label: str
    former: str
    now: str

    @property
    def differs(self) -> bool:
        return self.former != self.now


@along(Interpretation.KIND)
def with_rests(found: list[Entry], seat: Seat, moment: datetime) -> None:
    """On which statements each rests, as far as one hears those."""
    readable = {each.record.pk: each for each in found if each.is_readable}
    rests = rested_on(Interpretation, readable.keys(), seat, moment)
    for pk, entry in readable.items():
        entry.more["rests"] = rests[pk]


@at_the_table
def add(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """How the table reads it together; the last one stands beside the form."""
    require(seat.records_for_others, "interpretation.record")
    former = latest(seat, now)
    form = begin(
        request,
        InterpretationForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        initial=asked_round(request),
        seat=seat,
        now=now,
        is_first=former is None,
    )

    def say(told: Interpretation, *, by: Seat, circle: Circle, now: datetime) -> Any:
        return record_interpretation(
            told, form.cleaned_data["rests_on"], by=by, circle=circle, now=now
        )

    if request.method == "POST" and form.is_said(say, form.instance):
        messages.success(
            request,
            _("Recorded as %(reference)s. Who sees it otherwise can say so beside it.")
            % {"reference": form.instance.reference},
        )
        return redirect(f"{tab_of(seat)}#{form.instance.reference}")
    return ask(
        request,
        seat,
        form,
        title=_("Read it together"),
        lead=_(
            "What the table takes the facts to mean, how sure it is, and within which "
            "limits. About the facts and the approach; it never scores a person."
        ),
        button=_("Record the interpretation"),
        template="casework/interpretation_form.html",
        back=tab_of(seat),
        former=former,
    )


@at_the_table
def amend(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """A correction of what was written down; both texts stay."""
    asked, old = record_or_404(seat, now, record), chain_of(seat, now, record)
    if not isinstance(old.said, Interpretation):
        raise Http404
    require(
        seat.records_for_others and old.record.may_be_corrected_by(seat),
        "record.correct",
    )
    posted = request.method == "POST"
    if not posted and old.record.is_withdrawn:
        return redirect("dossiers:record", seat.dossier_id, old.record.pk)
    if not posted and old.record.pk != record:
        return redirect(
            "casework:correct-interpretation", seat.dossier_id, old.record.pk
        )
    form = begin(
        request,
        CorrectionForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=asked.pk,
        initial={} if posted else anew(old.said),
        seat=seat,
        now=now,
    )
    if posted and form.carries_out(
        lambda: correct_interpretation(
            form.instance,
            form.cleaned_data["rests_on"],
            Interpretation.objects.select_related("dossier", "circle").get(pk=record),
            by=seat,
            now=now,
        )
    ):
        messages.success(
            request,
            _("Corrected. Both texts stay to be seen, and whoever hears it is told."),
        )
        return redirect(f"{tab_of(seat)}#{form.instance.reference}")
    if isinstance(form.wrong, Overtaken):
        at = max(now, form.wrong.theirs.recorded_at)
        old = chain_of(seat, at, record)
    return ask(
        request,
        seat,
        form,
        title=_("Correct %(reference)s") % {"reference": old.record.reference},
        button=_("Record the correction"),
        template="casework/interpretation_form.html",
        action=Action.RECORD_READ,
        about=old.record,
        back=tab_of(seat),
        old=old,
        onward=reverse(
            "casework:correct-interpretation", args=[seat.dossier_id, old.record.pk]
        ),
        is_overtaken=isinstance(form.wrong, Overtaken),
    )


def anew(said: Interpretation) -> dict[str, Any]:
    words = {name: getattr(said, name) for name in WORDS}
    return words | {"rests_on": [each.pk for each in said.rests_on.all()]}


def asked_round(request: HttpRequest) -> dict[str, Any]:
    """The round from whose page one came."""
    asked = request.GET.get("ronde")
    return {"of_round": uuid_or_404(asked)} if asked else {}


def latest(seat: Seat, now: datetime) -> Entry | None:
    """The interpretation that stands, as this seat hears it."""
    standing = (
        Interpretation.objects.visible_to(seat, now)
        .current()
        .filter(withdrawal=None)
        .order_by("-recorded_at")
        .first()
    )
    if standing is None:
        return None
    found = Record.objects.visible_to(seat, now).filter(pk=standing.pk).with_voice()
    return next(iter(entries(found, seat=seat, moment=now).values()), None)


def beside(former: Entry, now: Entry) -> list[Beside]:
    """Field by field, what it was and what it became (S19); of what may be read."""
    if not (former.is_readable and now.is_readable):
        return []
    return [
        Beside(str(label_of(name)), told(former, name), told(now, name))
        for name in WORDS
        if name != "changed"
    ]


def label_of(name: str) -> Any:
    return Interpretation._meta.get_field(name).verbose_name  # type: ignore[union-attr]


def told(entry: Entry, name: str) -> str:
    """What stands in one field, in words."""
    shown = getattr(entry.said, f"get_{name}_display", None)
    return str(shown() if shown else getattr(entry.said, name) or "")
