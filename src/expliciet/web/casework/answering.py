"""Answering an expectation: a yes says at once who does it, by when, done when."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.agreements import reply
from ...casework.actions.expectations import answer_expectation
from ...casework.models import Agreement, Answer, Expectation, Reply
from ...dossiers.models import Seat
from ...rules.actors import Party
from ..dossiers.deeds import ask
from ..dossiers.notes import guests_of
from ..dossiers.table import at_the_table
from ..forms import begin
from .agreements import ForAGuest, together
from .expectations import expectation_or_404
from .interventions import OwnerChoice
from .parked import day, line, text
from .question_fields import QuestionFields
from .questions import Laid, Typed, asks

OF_AGREEMENT = ("deed", "owner", "due_on", "trigger", "trigger_days", "done_when")
TELLS = ("due_on", "trigger", "done_when")
"""Filled in beside ‘otherwise’, these make of it an agreement."""


class AnswerForm(QuestionFields, ForAGuest):
    """Yes, no or otherwise; and the agreement that a yes becomes."""

    deed = forms.CharField(
        label=_("What will be done"), max_length=2_000, required=False, widget=text(2)
    )
    owner = OwnerChoice(
        queryset=Seat.objects.none(),
        label=_("Who does it"),
        help_text=_("Of your organisation; whoever is named accepts it."),
        required=False,
        empty_label=_("Choose …"),
    )
    due_on = forms.DateField(label=_("By which day"), required=False, widget=day())
    trigger = forms.CharField(
        label=_("Or when this happens"), max_length=500, required=False, widget=line()
    )
    trigger_days = forms.IntegerField(
        label=_("Then within how many days"),
        min_value=0,
        max_value=3_650,
        required=False,
    )
    done_when = forms.CharField(
        label=_("In what does one see that it is done"),
        max_length=1_000,
        required=False,
        widget=text(2),
    )

    class Meta:
        model = Answer
        fields = ("says", "words", "said_on")
        widgets = {"says": forms.RadioSelect, "words": text(3), "said_on": day()}
        labels = {"says": _("What do you answer?")}
        help_texts = {
            "words": _("Needed with a no or an otherwise: that is what helps others.")
        }

    def __init__(
        self, *args: Any, seat: Seat, mine: bool, now: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        asked = self.instance.expectation
        choice = cast("forms.ChoiceField", self.fields["says"])
        choice.choices = Answer.Says.choices
        guests = guests_of(seat, now).filter(organisation=asked.of_id)
        self.for_guests(() if mine else guests, now, only=True)
        self.ask_of_a_yes()
        seats = Seat.objects.visible_to(seat, now).taken(now)
        cast("OwnerChoice", self.fields["owner"]).queryset = seats.filter(
            organisation=asked.of_id
        ).select_related("organisation", "user", "dossier")

    def ask_of_a_yes(self) -> None:
        """Who, by when and done when; not of a no, nor of every otherwise."""
        is_yes = not self.is_bound or self["says"].value() == Answer.Says.YES
        for name in ("deed", "owner", "done_when"):
            self.fields[name].required = is_yes
        self.fields["due_on"].required = is_yes and not self["trigger"].value()
        self.fields["owner"].error_messages["required"] = Agreement.WHO_LACKS
        self.fields["due_on"].error_messages["required"] = Agreement.WHEN_LACKS

    def group(self, names: Iterable[str]) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    @property
    def says_it(self) -> list[forms.BoundField]:
        return self.group(("on_behalf_of", "said_on", "says", "words"))

    @property
    def of_agreement(self) -> list[forms.BoundField]:
        return self.group(OF_AGREEMENT)

    @property
    def agreement_is_wrong(self) -> bool:
        return any(each.errors for each in self.of_agreement)

    def agreement(self) -> Agreement | None:
        """Of a yes always; of an otherwise where a day or an end is given."""
        told = self.cleaned_data
        says = told.get("says")
        if says == Answer.Says.YES or (
            says == Answer.Says.OTHERWISE and any(told.get(name) for name in TELLS)
        ):
            return Agreement(**{name: told.get(name) for name in OF_AGREEMENT})
        return None


@asks("casework:answer-expectation")
def laid_out(typed: Typed) -> Iterable[Laid]:
    """The agreement that a yes becomes."""
    if typed("says") != Answer.Says.YES or not typed("deed"):
        return
    words = {
        "deed": typed("deed"),
        "owner": Party("x") if typed("owner") else None,
        "due": typed.day("due_on"),
        "trigger": typed("trigger"),
        "done_when": typed("done_when"),
    }
    places = {"deed": "deed", "due": "due_on", "done_when": "done_when"}
    yield Laid("agreement", words, places)


@at_the_table
def answer(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """The organisation it is expected of answers; for a guest, who keeps the record."""
    found = expectation_or_404(seat, now, record)
    said = cast("Expectation", found.said)
    mine = said.of_id == seat.organisation_id
    guests = guests_of(seat, now).filter(organisation=said.of_id)
    require(mine or guests.exists(), "expectation.answer")
    posted = request.method == "POST"
    if not posted and (
        found.record.is_withdrawn or said.answered_by(now) or found.record.pk != record
    ):
        return redirect(together(seat.dossier_id, found.record.reference))
    form = begin(
        request,
        AnswerForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        instance=Answer(expectation=Expectation.objects.get(pk=record)),
        initial={"deed": said.text, "owner": seat.pk if mine else guests.first()},
        seat=seat,
        mine=mine,
        now=now,
    )
    if posted and form.carries_out(lambda: answered(form, by=seat, now=now)):
        messages.success(request, _("Your answer stands."))
        agreed = form.instance.agreement
        place = agreed.reference if agreed else found.record.reference
        return redirect(together(seat.dossier_id, place))
    return ask(
        request,
        seat,
        form,
        title=_("Answer what is expected"),
        button=_("Answer"),
        template="casework/answer_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=together(seat.dossier_id, found.record.reference),
        entry=found,
    )


def answered(form: AnswerForm, *, by: Seat, now: datetime) -> Agreement | Expectation:
    """Gives what was made of it; a guest who takes it on accepts it by saying yes."""
    guest, agreement = form.guest, form.agreement()
    given = answer_expectation(
        form.instance, agreement, by=by, now=now, on_behalf_of=guest
    )
    if agreement is not None and guest and agreement.owner_id == guest.pk:
        yes = Reply(agreement=agreement, says=Reply.Says.YES, said_on=given.said_on)
        reply(yes, by=by, now=now, on_behalf_of=guest)
    return agreement or given.expectation
