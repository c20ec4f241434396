"""Keeping under which number one's own organisation knows this case."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...casework.actions.case_numbers import give_number, number_of
from ...casework.models import CaseNumber
from ...dossiers.models import Seat
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.records import record_or_404
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from .agreements import together
from .parked import line, text

ANEW["case_number"] = "casework:case-number-anew"


class NumberForm(ThingForm):
    class Meta:
        model = CaseNumber
        fields = ("number", "why_changed")
        widgets = {"number": line(), "why_changed": text(2)}
        labels = {
            "number": _("Our number of this case"),
            "why_changed": _("Why it becomes another number"),
        }
        help_texts = {
            "number": _(
                "As it stands in your own files. No name, no number of a person."
            )
        }


@at_the_table
def give(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Sealed, for one's own organisation only; another number asks why."""
    old = number_of(seat, now)
    form = begin(
        request,
        NumberForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        initial={"number": old.number if old else ""},
    )
    if old is None:
        del form.fields["why_changed"]
    if request.method == "POST" and form.carries_out(
        give_number, form.instance, by=seat, now=now
    ):
        messages.success(request, _("Kept, for your own organisation only."))
        return redirect(together(seat.dossier_id))
    return ask(
        request,
        seat,
        form,
        title=_("Our own case number"),
        lead=_(
            "Each organisation has its own number of this case. Only yours sees this "
            "one; it stands above what you copy as text."
        ),
        button=_("Keep it"),
        back=together(seat.dossier_id),
    )


@at_the_table
def give_anew(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """From the number itself to the one form there is."""
    record_or_404(seat, now, record)
    return redirect("casework:case-number", seat.dossier_id)
