"""Allowing another use of what one brought in: a decision, with who asked and why."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.contributions import allow_other_use
from ...casework.models import Contribution, OtherUse
from ...dossiers.models import Seat
from ..dossiers.addresses import of_dossier
from ..dossiers.correcting import REWRITTEN
from ..dossiers.deeds import ask
from ..dossiers.records import chain_of
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin

REWRITTEN["other_use"] = ("asked_by", "why")


class OtherUseForm(ThingForm):
    class Meta:
        model = OtherUse
        fields = ("use", "asked_by", "why")
        widgets = {
            "use": forms.RadioSelect,
            "asked_by": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "why": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }
        labels = {
            "use": _("For what else may it be used"),
            "asked_by": _("Who asked for it"),
        }

    def __init__(self, *args: Any, now_for: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["use"]).choices = [
            (value, label)
            for value, label in Contribution.Use.choices
            if value != now_for
        ]


@at_the_table
def allow(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Only who brought it in decides; it is recorded beside what was brought in."""
    found = chain_of(seat, now, record)
    if found.record.kind != Contribution.KIND:
        raise Http404
    require(
        found.record.organisation_id == seat.organisation_id, "contribution.other_use"
    )
    if found.record.is_withdrawn and request.method != "POST":
        return redirect("dossiers:record", seat.dossier_id, found.record.pk)
    said = cast("Contribution", found.said)
    form = begin(
        request,
        OtherUseForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=found.record.pk,
        now_for=said.use,
        instance=OtherUse(of_contribution=said),
    )
    if request.method == "POST" and form.carries_out(
        allow_other_use, form.instance, by=seat, now=now
    ):
        messages.success(
            request,
            _("Allowed. It stands beside what you brought in, with the reason."),
        )
        return redirect(of_dossier(seat.dossier_id, found.record.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Allow another use of %(reference)s")
        % {"reference": found.record.reference},
        lead=_(
            "What was brought in for one purpose is used for another only when you "
            "decide so. Whoever reads it sees your decision."
        ),
        button=_("Allow this use"),
        template="casework/other_use_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=of_dossier(seat.dossier_id, found.record.reference),
        entry=found,
    )
