"""Who takes a direction up: one typed line becomes owner, first step and day (F68)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ...accounts.models import House, Organisation
from ...audit.actions import Action
from ...evaluation.actions.board import find, name_owner
from ...evaluation.models import SolutionDirection
from ...rules.actors import Party
from ...rules.entry import Entry, Lack, read_entry
from ..dossiers.deeds import REFUSED
from ..forms import ThingForm, begin
from ..house.fields import DayInput
from ..reading import show
from .sessions import leading, session_or_404
from .studying import Concerned, concerning

LONGEST = 500


class StepForm(ThingForm):
    """The parts of the line, each to be changed."""

    needed_by_choice = True
    done_when = forms.CharField(
        label=gettext_lazy("Done when"),
        help_text=gettext_lazy("How others will see that it is done."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    class Meta:
        model = SolutionDirection
        fields = ("owner", "first_step", "first_step_on")
        widgets = {
            "first_step": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "first_step_on": DayInput,
        }
        labels = {
            "owner": gettext_lazy("Who takes it up"),
            "first_step": gettext_lazy("First step"),
            "first_step_on": gettext_lazy("By"),
        }

    def __init__(
        self,
        *args: Any,
        house_of: House,
        questions: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        there = house_of.organisations.filter(is_active=True)
        self.fields["owner"].queryset = there  # type: ignore[attr-defined]
        for name, words in (questions or {}).items():
            self.fields[name].help_text = words

    def clean(self) -> None:
        """When it is done goes with the step, on a line of its own."""
        when = self.cleaned_data.get("done_when")
        step = self.cleaned_data.get("first_step")
        if when and step:
            told = _("Done when: %(when)s") % {"when": when}
            self.cleaned_data["first_step"] = f"{step}\n{told}"


@concerning
def own(
    request: HttpRequest, who: Concerned, now: datetime, session: UUID, number: int
) -> HttpResponse:
    """First the line; taken apart into its parts to look at; then it stands."""
    found = session_or_404(who, session)
    by = leading(who, found, now, "board.own")
    line = find(found, number)
    if line is None:
        raise Http404
    found.unlock()
    typed = request.GET.get("regel", "")[:LONGEST]
    read = read_line(typed, found.house, timezone.localdate(now)) if typed else None
    form = begin(
        request,
        StepForm,
        house=found.house,
        about=who.study.pk,
        name=f"evaluation:own/{found.pk}/{number}",
        instance=line,
        house_of=found.house,
        initial=initial_of(read, found.house) if read else {},
        questions=questions_of(read, found.house) if read else None,
    )
    if request.method == "POST" and form.carries_out(
        lambda: name_owner(line, by=by, now=now)
    ):
        messages.success(request, _("It stands with the direction."))
        place = "evaluation:board" if found.is_open else "evaluation:session"
        return redirect(place, who.study.pk, found.pk)
    return show(
        request,
        "evaluation/first_step.html",
        {
            "study": who.study,
            "session": found,
            "direction": line,
            "form": form,
            "typed": typed,
        },
        action=Action.BOARD_READ,
        by=by,
        about=found,
        status=REFUSED if form.is_bound else 200,
    )


def read_line(typed: str, house: House, today: date) -> Entry:
    """*GGZ belt school vóór 3 december*: who, what, by when, done when."""
    people = tuple(
        Party(organisation=name)
        for each in house.organisations.filter(is_active=True)
        for name in dict.fromkeys((each.name, each.function_name))
    )
    return read_entry(typed, today=today, people=people)


def meant(read: Entry, house: House) -> Organisation | None:
    """The one organisation that the line names; none where it must be asked."""
    said = read.owner.organisation.casefold() if read.owner else ""
    there = house.organisations.filter(is_active=True)
    found = [
        each
        for each in there
        if said and said in (each.name.casefold(), each.function_name.casefold())
    ]
    return found[0] if len(found) == 1 else None


def initial_of(read: Entry, house: House) -> dict[str, Any]:
    owner, day = meant(read, house), read.due or read.until
    return {
        "owner": owner.pk if owner else None,
        "first_step": read.deed,
        "first_step_on": day.isoformat() if day else "",
        "done_when": read.done_when,
    }


def questions_of(read: Entry, house: House) -> dict[str, str]:
    """What the line lacks, asked at its field."""
    fields = {Lack.OWNER: "owner", Lack.DUE: "first_step_on"}
    language = get_language() or "nl"
    asked = {
        fields[lack]: words.spoken(language) for lack, words in read.questions.items()
    }
    if "owner" not in asked and meant(read, house) is None:
        asked["owner"] = _("Which organisation takes this up?")
    if not read.done_when:
        asked["done_when"] = _("In what will one see that it is done?")
    return asked
