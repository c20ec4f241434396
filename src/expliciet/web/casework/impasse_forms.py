"""The forms about an impasse: declaring it, and saying something to it."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ...casework.actions.impasses import days_of, hearing
from ...casework.models import Impasse, Position, Resolution, Step
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.entries import Entry
from ..forms import ThingForm
from ..house.fields import DayInput
from .closing import OneAtTheTable

ONE_PAGE = 1_500
"""So long may a note be, that it fits on one page with what everybody said."""


def text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


def line() -> forms.TextInput:
    return forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})


def seats_here(seat: Seat, now: datetime) -> QuerySet[Seat]:
    """Who sits at this table now, with a name to choose."""
    seats = Seat.objects.filter(dossier=seat.dossier_id).taken(now)
    return seats.select_related("user", "organisation")


class DeclareForm(CircleFields, ThingForm):
    breaker = OneAtTheTable(
        queryset=Seat.objects.none(),
        label=_("Who sees to it"),
        help_text=_("Somebody who sits here and hears this; it need not be you."),
    )

    class Meta:
        model = Impasse
        fields = ("question", "asked", "since", "breaker", "decide_by")
        labels = {
            "question": _("On which question are we stuck?"),
            "asked": _("What is needed to go on?"),
            "since": _("Since when?"),
            "decide_by": _("By when does somebody decide?"),
        }
        help_texts = {
            "question": _("One question, about the work and not about a person."),
            "asked": _("A decision, a fact, a person with a mandate: from whom?"),
            "decide_by": _("The term of your house is filled in. You may change it."),
        }
        widgets = {
            "question": text(3),
            "asked": text(3),
            "since": DayInput(),
            "decide_by": DayInput(),
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        breaker = cast("OneAtTheTable", self.fields["breaker"])
        breaker.queryset = seats_here(seat, now).exclude(user=None)


class SaidToImpasse(ThingForm):
    """Remembers which text of the impasse was read, so that nobody answers to words
    that were changed meanwhile."""

    read = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, entry: Entry, seat: Seat, now: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry
        self.fields["read"].initial = entry.record.pk

    def read_text(self) -> Impasse:
        """The text that was on the page; the latest where that cannot be told."""
        asked = self.data.get("read", "")
        texts = [self.entry, *self.entry.earlier]
        said = {str(each.record.pk): each.said for each in texts}
        return cast("Impasse", said.get(asked, self.entry.said))

    def reads(self, entry: Entry) -> None:
        """From here on the page shows this text."""
        typed = cast("QueryDict", self.data).copy()
        typed["read"] = str(entry.record.pk)
        self.data = typed

    def besides(self) -> dict[str, Any]:
        """What the action is told besides the thing itself."""
        return {}


class PositionForm(SaidToImpasse):
    for_whom = OneAtTheTable(
        queryset=Seat.objects.none(),
        label=_("For whom you write it down"),
        help_text=_("Leave this empty for your own organisation."),
        required=False,
        empty_label=_("My own organisation"),
    )

    class Meta:
        model = Position
        fields = ("words",)
        labels = {"words": _("Where do you stand, and what could you live with?")}
        help_texts = {"words": _("In a few sentences: they go along on one page.")}
        widgets = {"words": text(6)}

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        guests = cast("OneAtTheTable", self.fields["for_whom"])
        if seat.records_for_others:
            hears = hearing(cast("Impasse", self.entry.said))
            here = seats_here(seat, now).filter(user=None, organisation__in=hears)
            guests.queryset = here
        if not guests.queryset.exists():  # type: ignore[union-attr]
            del self.fields["for_whom"]

    def besides(self) -> dict[str, Any]:
        return {"on_behalf_of": self.cleaned_data.get("for_whom")}


class FurtherForm(SaidToImpasse):
    breaker = OneAtTheTable(
        queryset=Seat.objects.none(),
        label=_("Who sees to it from now on"),
    )
    decide_by = forms.DateField(
        label=_("By when does somebody decide?"),
        help_text=_("Leave it empty for the term of your house."),
        widget=DayInput(),
        required=False,
    )

    class Meta:
        model = Step
        fields = ("stage", "to_whom", "note", "breaker", "decide_by")
        labels = {
            "stage": _("Which way?"),
            "to_whom": _("To whom?"),
            "note": _("What do you ask of them?"),
        }
        help_texts = {
            "to_whom": _("A name or a function, and of which organisation."),
            "note": _("They were not there. What must they decide or look at?"),
        }
        widgets = {"stage": forms.RadioSelect, "to_whom": line(), "note": text(6)}

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        stage = cast("forms.ChoiceField", self.fields["stage"])
        stage.choices = ways(seat, now)
        cast("forms.CharField", self.fields["note"]).max_length = ONE_PAGE
        breaker = cast("OneAtTheTable", self.fields["breaker"])
        hears = hearing(cast("Impasse", self.entry.said))
        breaker.queryset = (
            seats_here(seat, now).exclude(user=None).filter(organisation__in=hears)
        )
        leads = self.entry.more["leads"].pk
        self.initial["breaker"] = self.initial.get("breaker") or leads


def ways(seat: Seat, now: datetime) -> list[tuple[str, str]]:
    """The stages of this house, each with its term."""
    found = []
    for stage in Step.Stage:
        if days := days_of(seat, stage, now):
            label = _("%(stage)s (%(days)d days)") % {
                "stage": stage.label,
                "days": days,
            }
            found.append((str(stage), label))
    return found


class ResolveForm(SaidToImpasse):
    class Meta:
        model = Resolution
        fields = ("how", "words")
        labels = {
            "how": _("How did it end?"),
            "words": _("What was decided, by whom, and what does each go on with?"),
        }
        help_texts = {
            "words": _("Agreements and decisions get a place of their own besides."),
        }
        widgets = {"how": forms.RadioSelect, "words": text(5)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        how = cast("forms.ChoiceField", self.fields["how"])
        how.choices = Resolution.How.choices
