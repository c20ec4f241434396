"""Taking back, and passing on."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.withdrawing import pass_on, withdraw
from ...dossiers.models import Seat
from ..forms import PlainForm, begin
from .addresses import of_dossier
from .deeds import ask
from .entries import FIXED_KINDS
from .frame import seats_at
from .records import chain_of
from .table import at_the_table


class WithdrawForm(PlainForm):
    why = forms.CharField(
        label=_("Why you withdraw it"),
        help_text=_("Whoever could read it reads this instead. Repeat nothing of it."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


@at_the_table
def take_back(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """The words close to everybody but whoever said them."""
    found = chain_of(seat, now, record)
    require(
        found.record.organisation_id == seat.organisation_id
        and found.record.kind not in FIXED_KINDS
        and found.said.may_be_withdrawn,
        "record.withdraw",
    )
    if found.record.is_withdrawn and request.method != "POST":
        return redirect("dossiers:record", seat.dossier_id, found.record.pk)
    form = begin(
        request,
        WithdrawForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=found.record.pk,
    )
    if request.method == "POST" and form.carries_out(
        lambda: withdraw(found.record, form.cleaned_data["why"], by=seat, now=now)
    ):
        messages.success(request, _("Withdrawn. Whoever could read it is told."))
        return redirect(of_dossier(seat.dossier_id, found.record.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Withdraw %(reference)s") % {"reference": found.record.reference},
        button=_("Withdraw it"),
        template="dossiers/withdraw_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=of_dossier(seat.dossier_id, found.record.reference),
        entry=found,
    )


class PassOnForm(PlainForm):
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(),
        label=_("Who may hear this from now on"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose an organisation.")},
    )

    def __init__(self, *args: Any, deaf: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(
            "forms.ModelChoiceField[Organisation]", self.fields["organisation"]
        )
        field.queryset = Organisation.objects.filter(pk__in=[each.pk for each in deaf])


@at_the_table
def hand_on(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """An organisation that does not hear this yet, hears it from now on."""
    found = chain_of(seat, now, record)
    require(
        found.record.may_be_corrected_by(seat) and found.said.may_be_passed_on,
        "record.pass_on",
    )
    if found.record.is_withdrawn and request.method != "POST":
        return redirect("dossiers:record", seat.dossier_id, found.record.pk)
    sitting = [each for each in seats_at(seat, now) if each.is_taken(now)]
    deaf = found.record.unheard_by(sitting)
    form = begin(
        request,
        PassOnForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=found.record.pk,
        deaf=deaf,
    )
    if request.method == "POST" and form.carries_out(
        lambda: pass_on(
            found.record, form.cleaned_data["organisation"], by=seat, now=now
        )
    ):
        messages.success(
            request,
            _("%(organisation)s hears this from now on.")
            % {"organisation": form.cleaned_data["organisation"]},
        )
        return redirect(of_dossier(seat.dossier_id, found.record.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Pass %(reference)s on") % {"reference": found.record.reference},
        button=_("Pass it on"),
        template="dossiers/pass_on_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=of_dossier(seat.dossier_id, found.record.reference),
        entry=found,
        nobody=not deaf,
    )
