"""The person's own view: how they see it, or why that was not asked (S63)."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...casework.actions.views import record_view
from ...casework.models import View
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import REWRITTEN
from ..dossiers.deeds import ask
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from .rounds import tab_of

REWRITTEN["view"] = ("words", "why_not", "whose")


class ViewForm(CircleFields, ThingForm):
    """In their own words; it stands beside what the partners read."""

    class Meta:
        model = View
        fields = ("voice", "given", "given_on", "words", "why_not", "whose")
        labels = {
            "voice": _("Whose view?"),
            "given": _("Did they give it?"),
            "given_on": _("On which day"),
            "words": _("In their own words"),
            "why_not": _("Why not"),
            "whose": _("Who exactly, and who spoke with them"),
        }
        help_texts = {
            "given_on": _("When they said it, or when it was decided not to ask."),
            "words": _("As they said it, not as you read it. Ask whether it is right."),
            "why_not": _("Only where it was not given or not asked."),
            "whose": _("For instance: the mother, by the youth worker, at home."),
        }
        widgets = {
            "voice": forms.RadioSelect,
            "given": forms.RadioSelect,
            "given_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "words": forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
            "why_not": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "whose": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        for name, choices in (
            ("voice", View.Voice.choices),
            ("given", View.Given.choices),
        ):
            cast("forms.ChoiceField", self.fields[name]).choices = choices


@at_the_table
def add(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Anybody at the table writes down what the person, a parent or a lawyer said."""
    voice = request.GET.get("wie", "")
    form = begin(
        request,
        ViewForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        initial={"given_on": timezone.localdate(now), "voice": voice},
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(record_view, form.instance):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(f"{tab_of(seat)}#{form.instance.reference}")
    return ask(
        request,
        seat,
        form,
        title=_("The person's own view"),
        lead=_(
            "Each dossier says how the person sees it, and for somebody under 18 the "
            "parents too; or why not. It stands in a column of its own beside the "
            "readings of the partners."
        ),
        button=_("Record"),
        back=tab_of(seat),
    )
