"""A new dossier, or one that was already running elsewhere."""

from datetime import date
from typing import Any, NamedTuple, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.house_rules import RuleLacking
from ...accounts.models import Appointment, House, HouseRule, Organisation
from ...dossiers.actions.opening_dossiers import (
    deputies,
    end_date,
    fresh_name,
    is_free,
    open_dossier,
)
from ...dossiers.models import Dossier, Heading
from ..forms import ThingForm, begin
from ..people import acting_or_404, appointments
from .addresses import of_dossier
from .deeds import REFUSED
from .drawing import DRAW, as_typed

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
Role = Appointment.Role


class Kept(NamedTuple):
    """Until when a dossier opened today is kept, by which rule; or why none holds."""

    until: date | None = None
    rule: HouseRule | None = None
    lacking: str = ""


def kept(house: House, today: date) -> Kept:
    try:
        return Kept(end_date(house, today), house.rule_row("dossier-months", today))
    except RuleLacking as lacking:
        return Kept(lacking=lacking.messages[0])


class OpeningForm(ThingForm):
    """What a dossier rests on, and who leads its table."""

    deputy = forms.ChoiceField(
        label=_("Deputy"),
        help_text=_("Chairs when you cannot: a table never lacks one."),
        error_messages={"invalid_choice": _("Choose somebody from the list.")},
    )
    why = forms.CharField(
        label=_("Why you two lead this table"),
        help_text=_("Everybody at the table reads this."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    class Meta:
        model = Heading
        fields = (
            "working_name",
            "ground",
            "grounded_on",
            "regime",
            "controller",
            "phase",
            "review_on",
        )
        widgets = {
            "working_name": forms.HiddenInput,
            "ground": forms.Textarea(attrs={"rows": 3}),
            "grounded_on": DAY,
            "regime": forms.RadioSelect,
            "phase": forms.RadioSelect,
            "review_on": DAY,
        }
        help_texts = {
            "ground": _(
                "The decision or request this rests on. For instance: weighing team, "
                "decision of 12 March."
            ),
            "regime": _("One dossier, one regime."),
            "controller": _("Usually the party that brings the case in."),
            "review_on": _("The day on which you ask whether this is still needed."),
        }

    def __init__(
        self, *args: Any, by: Appointment, found: list[Appointment], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(each.pk): each for each in found}
        names = [
            (pk, f"{each.user.name} ({each.organisation}, {each.get_role_display()})")
            for pk, each in self.found.items()
        ]
        fields = cast("dict[str, Any]", self.fields)
        fields["deputy"].choices = [("", _("Choose …")), *names]
        fields["phase"].choices = [
            (phase.value, phase.label) for phase in Dossier.OPENED_IN
        ]
        fields["regime"].choices = Dossier.Regime.choices
        organisations = by.house.organisations.filter(is_active=True)
        controller = cast("forms.ModelChoiceField[Organisation]", fields["controller"])
        controller.queryset = organisations

    @property
    def name(self) -> str:
        """The working name as it stands in the form."""
        return str(self["working_name"].value() or "")

    def deputy_chosen(self) -> Appointment:
        return self.found[self.cleaned_data["deputy"]]


class TakeOverForm(OpeningForm):
    """The same, of a dossier that was running already."""

    class Meta(OpeningForm.Meta):
        fields = (*OpeningForm.Meta.fields, "running_since")  # type: ignore[assignment]
        widgets = {**OpeningForm.Meta.widgets, "running_since": DAY}
        help_texts = {
            **OpeningForm.Meta.help_texts,
            "running_since": _(
                "Of before today stands here only what somebody brings in. Letters and "
                "minutes can be brought as files afterwards."
            ),
        }

    field_order = ("working_name", "running_since")

    def clean_running_since(self) -> date:
        since: date | None = self.cleaned_data["running_since"]
        if since is None:
            raise ValidationError(_("Say since when it was running elsewhere."))
        return since


def new(request: HttpRequest) -> HttpResponse:
    """A process director opens a dossier, and sits at the head of its table."""
    return opening(request, OpeningForm, "dossiers/opening_form.html")


def take_over(request: HttpRequest) -> HttpResponse:
    """The same, of a dossier that was running elsewhere; its past is not made up."""
    return opening(request, TakeOverForm, "dossiers/take_over_form.html")


def opening(
    request: HttpRequest, form_class: type[OpeningForm], template: str
) -> HttpResponse:
    by = acting_or_404(request, Role.PROCESS_DIRECTOR, house=house_asked(request))
    now = timezone.now()
    today = timezone.localdate(now)
    by.house.unlock()
    found = deputies(by, today)
    form = begin(
        request,
        form_class,
        house=by.house,
        initial={"phase": Dossier.Phase.CONFERENCE},
        by=by,
        found=found,
    )
    if request.method != "POST":
        drawn = str(form.initial.get("working_name") or "")
        if not is_free(drawn, by.house):
            form.initial["working_name"] = fresh_name(by.house)
    elif DRAW in request.POST:
        form = as_typed(form, working_name=fresh_name(by.house))
    elif form.carries_out(
        lambda: open_dossier(
            form.instance,
            by=by,
            deputy=form.deputy_chosen(),
            why=form.cleaned_data["why"],
            now=now,
        )
    ):
        messages.success(
            request, _("Opened. You and your deputy sit here; invite the others.")
        )
        return redirect(of_dossier(form.done.pk))
    context = {
        "form": form,
        "house": by.house,
        "houses": other_houses(request, by),
        "kept": kept(by.house, today),
        "nobody": not found,
    }
    return render(request, template, context, status=REFUSED if form.is_bound else 200)


def house_asked(request: HttpRequest) -> House | None:
    """The house in the address, for who directs in more than one."""
    asked = request.GET.get("huis", "")
    houses = {str(each.house_id): each.house for each in appointments(request)}
    return houses.get(asked)


def other_houses(request: HttpRequest, by: Appointment) -> list[House]:
    directing = [each for each in appointments(request) if each.is_(by.role)]
    return [each.house for each in directing if each.house_id != by.house_id]
