"""Saying what one's organisation does not do here, and that it holds something back."""

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
from ...casework.actions.expectations import set_limit, withhold
from ...casework.models import Limit, Withholding
from ...dossiers.actions.recording import Overtaken, correct
from ...dossiers.models import Circle, Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import successor_of
from ..dossiers.deeds import ask, by_then
from ..dossiers.records import chain_of, record_or_404
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from ..house.fields import DayInput
from .stuck import tab_of


def text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


class LimitForm(CircleFields, ThingForm):
    class Meta:
        model = Limit
        fields = ("text", "why", "instead")
        labels = {
            "text": _("What do you not do here?"),
            "why": _("Why not?"),
            "instead": _("What can you do instead?"),
        }
        help_texts = {
            "text": _("Will not, may not or cannot: say which, so others can count."),
            "why": _("A law, a lack of people, the relation with somebody."),
        }
        widgets = {"text": text(3), "why": text(3), "instead": text(3)}


class WithholdingFields(ThingForm):
    """The ground, what the table can count on, and when to look again."""

    class Meta:
        model = Withholding
        fields: tuple[str, ...] = ("ground", "words", "review_on")
        widgets = {
            "ground": forms.RadioSelect,
            "words": text(2),
            "review_on": DayInput(),
        }
        labels = {
            "ground": _("On which ground do you hold it back?"),
            "words": _("What can the others count on?"),
            "review_on": _("When do you look again whether it must stay so?"),
        }
        help_texts = {
            "words": _(
                "Never what it is or about whom. For instance: we see to it ourselves "
                "when it becomes urgent."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ground = cast("forms.ChoiceField", self.fields["ground"])
        ground.choices = Withholding.Ground.choices


class WithholdingForm(CircleFields, WithholdingFields):
    """The core hears it, unless its author chooses otherwise."""

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        hears = cast("forms.ChoiceField", self.fields["hears"])
        offered = [str(value) for value, _label in cast("Any", hears.choices)]
        core = [each for each in offered if each.startswith(f"{Circle.Kind.CORE}.")]
        if core:
            hears.initial = core[0]
        elif "named" in self.fields:
            hears.initial = str(Circle.Kind.NAMED)
            self.fields["named"].initial = [
                str(each.pk) for each in self.seated if each.is_core
            ]


class WithholdAnewForm(WithholdingFields):
    why_changed = forms.CharField(
        label=_("Why it is corrected"),
        help_text=_("Both texts stay to be seen, by whoever could read the first."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    class Meta(WithholdingFields.Meta):
        fields = (*WithholdingFields.Meta.fields, "why_changed")


@at_the_table
def limit(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """So that nobody waits for what will not come (S36)."""
    form = begin(
        request,
        LimitForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(set_limit, form.instance):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("What we do not do here"),
        lead=_(
            "In the name of your organisation. Whoever knows where you stop, does not "
            "wait for it, and can look for another way."
        ),
        button=_("Record the limit"),
        back=tab_of(seat, "grenzen"),
    )


HELD_BACK = _(
    "Say that your organisation knows something that it does not share, and on which "
    "ground; never what it is. Whoever does not hear this sees nothing of it: no gap, "
    "no number and no notice."
)


@at_the_table
def hold_back(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """That something is known and not shared; the content stays where it is (S37)."""
    form = begin(
        request,
        WithholdingForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(withhold, form.instance):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("We know something that we do not share"),
        lead=HELD_BACK,
        button=_("Record that we hold it back"),
        back=tab_of(seat, "achtergehouden"),
    )


@at_the_table
def hold_back_anew(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Looked at again: another ground, other words or another day, in its place."""
    asked, found = record_or_404(seat, now, record), chain_of(seat, now, record)
    if found.record.kind != Withholding.KIND:
        raise Http404
    require(found.record.may_be_corrected_by(seat), "record.correct")
    old, posted = cast("Withholding", found.said), request.method == "POST"
    if not posted and found.record.is_withdrawn:
        return redirect("dossiers:record", seat.dossier_id, found.record.pk)
    form = begin(
        request,
        WithholdAnewForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=asked.pk,
        instance=successor_of(old) if posted else Withholding(),
        initial={"ground": old.ground, "words": found.words.get("words", "")},
    )
    if posted and form.carries_out(correct, form.instance, asked, by=seat, now=now):
        return back_to(request, seat, form.instance.reference)
    if isinstance(form.wrong, Overtaken):
        found = chain_of(seat, by_then(form.wrong.theirs, now), record)
    elif not posted and found.record.pk != record and form.draft is None:
        return redirect("casework:withhold-anew", seat.dossier_id, found.record.pk)
    return ask(
        request,
        seat,
        form,
        title=_("Look again at %(reference)s") % {"reference": found.record.reference},
        lead=HELD_BACK,
        button=_("Record it anew"),
        template="casework/beside_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=tab_of(seat, "achtergehouden"),
        entry=found,
    )


def back_to(request: HttpRequest, seat: Seat, reference: str) -> HttpResponse:
    messages.success(
        request, _("Recorded as %(reference)s.") % {"reference": reference}
    )
    return redirect(tab_of(seat, reference))
