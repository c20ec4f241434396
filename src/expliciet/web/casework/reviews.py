"""Is it still necessary to discuss this person, and would less do."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...casework.actions.levels import review_necessity
from ...casework.models import Review
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import REWRITTEN
from ..dossiers.deeds import ask
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from ..house.fields import DayInput
from .levels import tab_of
from .question_fields import QuestionFields

REWRITTEN["review"] = ("necessary", "lighter")


class ReviewForm(QuestionFields, CircleFields, ThingForm):
    """Continue, change or close: nothing is chosen beforehand."""

    class Meta:
        model = Review
        fields = ("outcome", "necessary", "lighter", "next_on")
        widgets = {
            "outcome": forms.RadioSelect,
            "necessary": forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
            "lighter": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "next_on": DayInput(),
        }
        help_texts = {
            "necessary": _("Which concern is there now that one partner cannot meet?"),
            "lighter": _("Fewer partners, less sharing, regular care: why not?"),
            "next_on": _("Not needed when you choose to close."),
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        outcome = cast("forms.ChoiceField", self.fields["outcome"])
        outcome.choices = Review.Outcome.choices


@at_the_table
def look_again(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """The table says why it goes on; the next review comes from the answer."""
    require(seat.records_for_others, "review.record")
    form = begin(
        request,
        ReviewForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(review_necessity, form.instance):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        if form.instance.outcome == Review.Outcome.CLOSE and seat.chairs:
            return redirect("casework:close", seat.dossier_id)
        return redirect(tab_of(seat, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Is it still necessary?"),
        lead=_(
            "Discussing somebody together needs a reason, and needs it again. When the "
            "chair records this, the next review of the dossier is set with it."
        ),
        button=_("Record the review"),
        back=tab_of(seat),
    )
