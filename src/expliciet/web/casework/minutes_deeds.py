"""What whoever leads does with minutes: words beside them, changes, and the end."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.meetings import leads_item
from ...casework.actions.minutes import decide_amendment, establish, write_minutes
from ...casework.models import Amendment, Receipt
from ...dossiers.models import Seat
from ..dossiers.deeds import ask
from ..dossiers.table import at_the_table
from ..forms import PlainForm, ThingForm, begin
from .agenda_items import did
from .minuted import minutes_of, minutes_or_404
from .minutes import answered, to


class TextForm(PlainForm):
    """What more was said; with why, where something stood there already."""

    text = forms.CharField(
        label=_("What more was said"),
        help_text=_(
            "For who wants a full record. Leave out what stands in the records "
            "already: those go along by themselves."
        ),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, "dir": "auto"}),
    )
    why = forms.CharField(
        label=_("Why it changes"),
        help_text=_("Both texts stay to be seen, by whoever hears these minutes."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        error_messages={"required": _("Say why the text changes.")},
    )

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["why"]

    @property
    def reason(self) -> str:
        return str(self.cleaned_data.get("why") or ADDED)


ADDED = _("The text was written beside the records.")


@at_the_table
def text(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """Words beside the records: newer minutes take the place of these."""
    found = minutes_or_404(seat, now, record)
    minutes = minutes_of(found)
    require(leads_item(minutes.item, seat, now), "minutes.write")
    form = begin(
        request,
        TextForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        initial={"text": found.words.get("text", "")},
        is_first=not found.words.get("text") and not minutes.is_established,
    )
    if request.method == "POST" and form.carries_out(
        lambda: write_minutes(
            answered(found, record),
            form.cleaned_data["text"],
            form.reason,
            by=seat,
            now=now,
        )
    ):
        messages.success(
            request,
            _("Recorded as %(reference)s. Whoever answered is asked once more.")
            % {"reference": form.done.reference},
        )
        return redirect("casework:minutes", seat.dossier_id, form.done.pk)
    return ask(
        request,
        seat,
        form,
        title=_("The text of %(reference)s") % {"reference": found.record.reference},
        lead=_(
            "It stands beside the records of these minutes, for whoever hears them. "
            "What was there before stays to be seen."
        ),
        button=_("Record"),
        action=Action.RECORD_READ,
        about=found.record,
        back=to("minutes", minutes),
    )


class AmendmentForm(ThingForm):
    """Taken over, or not and why."""

    needed_by_choice = True
    is_taken = forms.TypedChoiceField(
        label=_("What becomes of it?"),
        choices=[
            ("yes", _("taken over: it is put right in the record itself")),
            ("no", _("it stays as it is")),
        ],
        coerce=lambda told: told == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of it.")},
    )

    class Meta:
        model = Amendment
        fields = ("is_taken", "why")
        widgets = {"why": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}
        labels = {"why": _("Why")}
        help_texts = {"why": _("Needed where it stays as it is. They read it.")}


@at_the_table
def amend(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID, receipt: UUID
) -> HttpResponse:
    """Say what becomes of one change that somebody asked."""
    found = minutes_or_404(seat, now, record)
    version = answered(found, record)
    asked = next((each for each in version.receipts.all() if each.pk == receipt), None)
    if asked is None:
        raise Http404
    require(leads_item(version.item, seat, now), "minutes.amend")
    asked.minutes, is_ruled = version, hasattr(asked, "amendment")
    form = begin(
        request,
        AmendmentForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=version.pk,
        name=f"casework:minutes/{receipt}",
        instance=Amendment(receipt=asked),
    )
    if request.method == "POST" and form.carries_out(
        decide_amendment, form.instance, by=seat, now=now
    ):
        messages.success(request, said(form.instance))
        return redirect("casework:minutes", seat.dossier_id, version.pk)
    return ask(
        request,
        seat,
        form,
        title=_("A change that was asked in %(reference)s")
        % {"reference": version.reference},
        lead=_(
            "Whoever asked it reads what you say, and so does whoever hears these "
            "minutes."
        ),
        button=_("Record"),
        template="casework/amend_form.html",
        action=Action.RECORD_READ,
        about=version,
        back=to("minutes", version),
        receipt=asked,
        is_ruled=is_ruled,
        is_open=asked.says == Receipt.Says.OTHERWISE,
    )


def said(amendment: Amendment) -> str:
    if amendment.is_taken:
        return str(
            _(
                "Taken over. Put it right in the record itself, and make the minutes "
                "again: then everybody reads it."
            )
        )
    return str(_("Recorded. Whoever asked it reads why it stays as it is."))


@require_POST
@at_the_table
def stand(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """From now on they stand; who may not is refused, and what lacks is said."""
    found = minutes_or_404(seat, now, record)
    version = answered(found, record)
    if did(request, lambda: establish(version, by=seat, now=now)):
        messages.success(
            request,
            _("Established. A correction takes its place in the open."),
        )
    return redirect("casework:minutes", seat.dossier_id, version.pk)
