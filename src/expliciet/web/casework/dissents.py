"""Seeing it otherwise: a view of one organisation, beside what the table says."""

from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.interpretations import BESIDE, record_dissent
from ...casework.models import Dissent
from ...dossiers.models import Seat
from ..dossiers.correcting import REWRITTEN
from ..dossiers.deeds import ask
from ..dossiers.records import chain_of
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from .rounds import tab_of

REWRITTEN["dissent"] = ("sees", "handled")


class DissentForm(ThingForm):
    class Meta:
        model = Dissent
        fields = ("sees", "handled")
        labels = {
            "sees": _("What do you see otherwise, and why?"),
            "handled": _("What does the table do with it?"),
        }
        help_texts = {
            "sees": _("It stands in the name of your organisation, not in yours."),
            "handled": _("If you know it already. Otherwise you add it later."),
        }
        widgets = {
            "sees": forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
            "handled": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }


@at_the_table
def add(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """Said in the circle of what it stands beside, and it stays there (S25)."""
    beside = chain_of(seat, now, record)
    if beside.record.kind not in BESIDE:
        raise Http404
    require(beside.record.circle.holds(seat.organisation_id), "dissent.record")
    if beside.record.is_withdrawn and request.method != "POST":
        return redirect("dossiers:record", seat.dossier_id, beside.record.pk)
    form = begin(
        request,
        DissentForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=beside.record.pk,
        instance=Dissent(beside=beside.record),
    )
    if request.method == "POST" and form.carries_out(
        record_dissent, form.instance, by=seat, now=now
    ):
        messages.success(
            request,
            _("Recorded as %(reference)s. It stays beside %(beside)s.")
            % {
                "reference": form.instance.reference,
                "beside": beside.record.reference,
            },
        )
        return redirect("dossiers:record", seat.dossier_id, form.instance.pk)
    return ask(
        request,
        seat,
        form,
        title=_("We see it otherwise"),
        lead=_(
            "Beside %(reference)s, for everybody who hears that. Another view is part "
            "of the record, and is not voted away."
        )
        % {"reference": beside.record.reference},
        button=_("Record our view"),
        template="casework/dissent_form.html",
        action=Action.RECORD_READ,
        about=beside.record,
        back=tab_of(seat),
        beside=beside,
    )
