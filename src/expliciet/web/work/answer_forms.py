"""Answering where it stands: a few fields for each thing that is asked of me."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms import ModelChoiceField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...casework.actions.agreements import (
    claim,
    confirm,
    reply,
    say_not_yet,
)
from ...casework.actions.expectations import answer_expectation
from ...casework.models import (
    Agreement,
    Answer,
    Claim,
    Confirmation,
    Expectation,
    NotYet,
    Reply,
)
from ...dossiers.models import Record, Seat
from ..forms import Conversation, PlainForm, ThingForm, begin
from ..house.fields import DayInput

NAME = "work:matter"
WHY_NOT = _("Say why not, or what instead.")


def some_words(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


class Answering(Conversation):
    """What every answer on one's own page shares."""

    deed = ""
    """Tells the answers apart in what is sent."""
    done_words: Promise | str = ""
    said: Record
    seat: Seat

    def say(self, now: datetime) -> bool:
        """Carry it out, from the seat of whoever answers."""
        raise NotImplementedError


class ReplyForm(Answering, ThingForm):
    """Accepted by one tap; otherwise with why not."""

    deed = "reply"
    needed_by_choice = True
    done_words = _("Your answer stands.")

    class Meta:
        model = Reply
        fields = ("says", "words")
        widgets = {"words": some_words()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = self.data.get("says") == Reply.Says.NO
        self.fields["words"].error_messages["required"] = WHY_NOT

    def say(self, now: datetime) -> bool:
        self.instance.agreement = cast("Agreement", self.said)
        return self.carries_out(
            lambda: reply(self.instance, by=self.seat, now=now),
        )


class ClaimForm(Answering, ThingForm):
    """It is done: on which day, and in what one sees that."""

    deed = "claim"
    done_words = _("You said that it is done. Another organisation confirms it.")

    class Meta:
        model = Claim
        fields = ("done_on", "words")
        widgets = {"done_on": DayInput(), "words": some_words(2)}

    def say(self, now: datetime) -> bool:
        self.instance.agreement = cast("Agreement", self.said)
        return self.carries_out(lambda: claim(self.instance, by=self.seat, now=now))


class ConfirmForm(Answering, ThingForm):
    """It is so, and in what we see it for whoever wants to say that; or what lacks."""

    deed = "confirm"
    needed_by_choice = True
    done_words = _("You confirmed it.")

    class Meta:
        model = Confirmation
        fields = ("words",)
        widgets = {"words": some_words(2)}
        labels = {"words": _("In what do you see it, or what still lacks?")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lacks = self.data.get("says") == "not-yet"
        self.fields["words"].required = self.lacks
        self.fields["words"].error_messages["required"] = _("Say what still lacks.")
        if self.lacks:
            self.done_words = _("You said what still lacks. They have it to do again.")

    def say(self, now: datetime) -> bool:
        agreement = cast("Agreement", self.said)
        claims = agreement.claims.standing().filter(confirmation=None)
        waiting = claims.order_by("-at").first()
        if waiting is None:
            self.add_error(None, _("Somebody answered this already."))
            return False
        if self.lacks:
            return self.carries_out(
                lambda: say_not_yet(
                    NotYet(claim=waiting, words=self.cleaned_data["words"]),
                    by=self.seat,
                    now=now,
                )
            )
        self.instance.claim = waiting
        return self.carries_out(lambda: confirm(self.instance, by=self.seat, now=now))


class ExpectationForm(Answering, PlainForm):
    """Yes with who, by when and how one sees it; no or otherwise in words."""

    deed = "answer"
    needed_by_choice = True
    done_words = _("Your answer stands.")

    says = forms.ChoiceField(choices=Answer.Says)
    owner = ModelChoiceField(
        Seat.objects.none(), label=_("Who does it"), required=False
    )
    what = forms.CharField(
        label=_("What do you promise"),
        max_length=2_000,
        required=False,
        widget=some_words(),
    )
    due_on = forms.DateField(label=_("By which day"), required=False, widget=DayInput())
    done_when = forms.CharField(
        label=_("Done when"),
        max_length=1_000,
        required=False,
        help_text=_("In what the table will see that it is done."),
        widget=some_words(2),
    )
    words = forms.CharField(
        label=_("Why not, or what instead?"),
        max_length=2_000,
        required=False,
        widget=some_words(),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        needed = (
            ("owner", "what", "due_on", "done_when")
            if told.get("says") == Answer.Says.YES
            else ("words",)
        )
        for name in needed:
            if not told.get(name) and name not in self.errors:
                asked = WHY_NOT if name == "words" else _("This field is required.")
                self.add_error(name, asked)
        return told

    @property
    def promises(self) -> bool:
        """Whether a yes was typed, so that the page shows that half open."""
        return self.is_bound and self.data.get("says") == Answer.Says.YES

    def say(self, now: datetime) -> bool:
        if not self.is_valid():
            return False
        told = self.cleaned_data
        answer = Answer(
            expectation=cast("Expectation", self.said),
            says=told["says"],
            words="" if told["says"] == Answer.Says.YES else told["words"],
        )
        agreement = None
        if told["says"] == Answer.Says.YES:
            agreement = Agreement(
                deed=told["what"],
                owner=told["owner"],
                due_on=told["due_on"],
                done_when=told["done_when"],
            )
        return self.carries_out(
            lambda: answer_expectation(answer, agreement, by=self.seat, now=now)
        )

    def take(self, wrong: ValidationError) -> None:
        """What an agreement calls its deed is called a promise here."""
        if hasattr(wrong, "error_dict") and "deed" in wrong.error_dict:
            wrong.error_dict["what"] = wrong.error_dict.pop("deed")
        super().take(wrong)


FORMS: dict[str, type[Answering]] = {
    form.deed: form for form in (ReplyForm, ClaimForm, ConfirmForm, ExpectationForm)
}


def answer_form(
    request: HttpRequest, deed: str, said: Record, seat: Seat, now: datetime
) -> Answering:
    """The form of this answer, as it stands: empty, begun before, or sent."""
    today = timezone.localdate(now)
    initial: dict[str, dict[str, Any]] = {
        "claim": {"done_on": today},
        "answer": {"owner": seat.pk},
    }
    if deed == "answer" and request.method != "POST":
        initial["answer"]["what"] = cast("Expectation", said).text
    form: Answering = begin(
        request,
        FORMS[deed],
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=said.pk,
        initial=initial.get(deed),
        name=NAME,
        auto_id=f"id_%s_{said.pk}",
    )
    form.said, form.seat = said, seat
    if deed == "answer":
        owner = cast("ModelChoiceField[Seat]", form.fields["owner"])
        owner.queryset = colleagues(seat, now)
        owner.label_from_instance = who_of  # type: ignore[method-assign,assignment]
        owner.empty_label = None
    return form


def colleagues(seat: Seat, now: datetime) -> Any:
    """Who of one's own organisation sits at this table."""
    return (
        Seat.objects.visible_to(seat, now)
        .taken(now)
        .filter(organisation=seat.organisation_id)
        .exclude(role=Seat.Role.AFTERCARE)
        .select_related("user")
    )


def who_of(seat: Seat) -> str:
    return seat.who


DEEDS: dict[str, tuple[str, ...]] = {
    Agreement.KIND: (ReplyForm.deed, ClaimForm.deed, ConfirmForm.deed),
    Expectation.KIND: (ExpectationForm.deed,),
}
"""What can be answered to each kind; the first unless another is named."""


def may_answer(deed: str, said: Record, seat: Seat) -> bool:
    """Whether it is this seat's to answer, whatever was answered already."""
    if isinstance(said, Expectation):
        return seat.organisation_id == said.of_id
    if not isinstance(said, Agreement):
        return False
    ours = seat.organisation_id == said.owner_organisation_id
    if deed == ReplyForm.deed and said.owner_id is not None:
        return said.owner_id == seat.pk
    return not ours if deed == ConfirmForm.deed else ours


def owed_by(said: Record, seat: Seat, now: datetime) -> str:
    """What this seat may answer to this record now; nothing when it is not asked."""
    if said.is_superseded or said.is_withdrawn:
        return ""
    if isinstance(said, Expectation):
        asked = seat.organisation_id == said.of_id and not hasattr(said, "answer")
        return "answer" if asked else ""
    if not isinstance(said, Agreement):
        return ""
    ours = seat.organisation_id == said.owner_organisation_id
    if not hasattr(said, "reply"):
        theirs = said.owner_id == seat.pk or (said.owner_id is None and ours)
        return "reply" if theirs else ""
    if said.reply.says == Reply.Says.NO:
        return ""
    claim = said.claimed_by(now)
    if claim is None:
        return "claim" if ours else ""
    if claim.confirmed_by(now):
        return ""
    return "confirm" if claim.may_be_confirmed_by(seat) else ""
