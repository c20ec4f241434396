"""The one sentence that is asked of a guest, and the answer to it."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...casework.actions.guest_questions import answer_by_guest, open_for_guest
from ...casework.models import Agreement, Answer, Expectation, GuestQuestion, Reply
from ...dossiers.models import Note, Record
from ..forms import PlainForm
from ..house.fields import DayInput
from ..reading import show
from .door import KeptForm, ask_code, for_a_guest, ticket_of, with_ticket

NOT_KEPT = {"csrfmiddlewaretoken", "code", "ticket"}
WORDS = forms.Textarea(attrs={"rows": 4, "dir": "auto"})


class GuestForm(PlainForm):
    """What a guest says to the one thing that is asked."""

    def __init__(
        self, *args: Any, question: GuestQuestion, about: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.question, self.about_what = question, about

    def is_given(self, now: datetime) -> bool:
        return self.carries_out(self.give, now)

    def give(self, now: datetime) -> GuestQuestion:
        raise NotImplementedError


class ExpectationForm(GuestForm):
    """Yes with what and by when; no or otherwise with words."""

    says = forms.ChoiceField(
        label=_("Your answer"),
        choices=Answer.Says.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes, no or otherwise.")},
    )
    words = forms.CharField(
        label=_("Why not, or what instead"),
        help_text=_("Only when your answer is no or otherwise."),
        required=False,
        max_length=2_000,
        widget=WORDS,
    )
    due_on = forms.DateField(
        label=_("You do it by"),
        help_text=_("Only when your answer is yes."),
        required=False,
        widget=DayInput,
    )
    done_when = forms.CharField(
        label=_("How others will see that it is done"),
        help_text=_(
            "Only when your answer is yes. For instance: the mentor was called."
        ),
        required=False,
        max_length=1_000,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("says") == Answer.Says.YES:
            if not said.get("due_on") and "due_on" not in self.errors:
                self.add_error("due_on", _("Say by which day."))
            if not said.get("done_when"):
                self.add_error("done_when", _("Say how others will see it."))

    def give(self, now: datetime) -> GuestQuestion:
        said, agreement = self.cleaned_data, None
        if said["says"] == Answer.Says.YES:
            agreement = Agreement(
                deed=self.about_what.text,
                owner=self.question.guest,
                due_on=said["due_on"],
                done_when=said["done_when"],
            )
        answer = Answer(says=said["says"], words=said["words"])
        return answer_by_guest(self.question, answer, agreement, now=now)


class AgreementForm(GuestForm):
    """Accepted, or not with why."""

    says = forms.ChoiceField(
        label=_("Your answer"),
        choices=Reply.Says.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you accept it.")},
    )
    words = forms.CharField(
        label=_("Why not, or what instead"),
        help_text=_("Only when you do not accept it."),
        required=False,
        max_length=2_000,
        widget=WORDS,
    )

    def give(self, now: datetime) -> GuestQuestion:
        said = self.cleaned_data
        reply = Reply(says=said["says"], words=said["words"])
        return answer_by_guest(self.question, reply, now=now)


class SentenceForm(GuestForm):
    """An answer in one's own words."""

    words = forms.CharField(
        label=_("Your answer"),
        help_text=_(
            "In your own words. Is it about what you saw or heard? Then also say when."
        ),
        max_length=4_000,
        widget=WORDS,
        error_messages={"required": _("Write your answer here.")},
    )

    def give(self, now: datetime) -> GuestQuestion:
        note = Note(text=self.cleaned_data["words"])
        return answer_by_guest(self.question, note, now=now)


FORMS: dict[str, type[GuestForm]] = {
    Expectation.KIND: ExpectationForm,
    Agreement.KIND: AgreementForm,
    Note.KIND: SentenceForm,
}


@for_a_guest
def answer(request: HttpRequest, word: str) -> HttpResponse:
    """Recorded in the name of the guest, once; after that the link opens nothing."""
    now = timezone.now()
    question = with_ticket(request.POST.get("ticket", ""), word)
    if question is None:
        return ask_code(request, word, KeptForm(None, kept=typed(request)))
    about = open_for_guest(question)
    form = FORMS[about.kind](request.POST, question=question, about=about)
    if form.is_given(now):
        return render(request, "guests/thanks.html", {"day": now})
    return show_question(request, word, question, about, form=form)


def show_question(
    request: HttpRequest,
    word: str,
    question: GuestQuestion,
    about: Record,
    said: dict[str, str] | None = None,
    form: GuestForm | None = None,
) -> HttpResponse:
    """That one sentence, and nothing else of the dossier; its line comes first."""
    form = form or FORMS[about.kind](initial=said, question=question, about=about)
    return show(
        request,
        "guests/question.html",
        {
            "form": form,
            "about": about,
            "kind": about.kind,
            "asks": about.organisation.name,
            "ticket": ticket_of(question),
            "word": word,
        },
        action=Action.GUEST_LOOKED,
        by=question.guest,
        about=question,
        status=422 if form.is_bound else 200,
    )


def typed(request: HttpRequest) -> dict[str, str]:
    """What a guest typed already; a page that stood too long does not lose it."""
    names = {name for form in FORMS.values() for name in form.base_fields}
    return {
        name: words
        for name in sorted(names - NOT_KEPT)
        if (words := request.POST.get(name, ""))
    }
