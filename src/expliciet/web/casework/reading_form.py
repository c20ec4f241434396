"""The form of a reading: short, or full, by the size of its round."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple, cast

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from ...casework.actions.readings import THEMES
from ...casework.models import Reading, Round, Take, Theme
from ...dossiers.models import Seat
from ..forms import ThingForm
from .question_fields import QuestionFields
from .resting import StatementChoice, statements_for

ASKED = {
    Theme.ANSWER: _("The question itself"),
    Theme.IDEOLOGY: _("Do you see an ideology at work?"),
    Theme.VIOLENCE: _("Do you see a threat of violence?"),
    Theme.DOMAINS: _("Do you see something in the life domains that weighs?"),
    Theme.PROTECTIVE: _("Do you see something that protects?"),
    Theme.ALTERNATIVE: _("Do you see another explanation?"),
}


class Asked(NamedTuple):
    """One theme of the form: yes, no or unsure, and in one's own words."""

    says: BoundField
    words: BoundField


class ReadingForm(QuestionFields, ThingForm):
    """What do you see, how do you read it, what would change your mind."""

    instead_of = forms.UUIDField(required=False, widget=forms.HiddenInput)
    """What stood there when its writer began: a colleague is not overwritten."""
    rests_on = StatementChoice(
        label=_("On which statements does it rest?"),
        help_text=_("Choose by reference; who does not hear a statement, sees none."),
    )

    class Meta:
        model = Reading
        fields = (
            "sees",
            "reads",
            "would_change",
            "confidence",
            "limits",
            "why_changed",
        )
        labels = {
            "sees": _("What do you see?"),
            "reads": _("How do you read it?"),
            "would_change": _("What would change your mind?"),
            "confidence": _("How sure are you?"),
            "limits": _("What can you not see from where you stand?"),
            "why_changed": _("What made you write it anew"),
        }
        help_texts = {
            "sees": _("What you or your colleagues saw and heard. No judgement yet."),
            "reads": _("What you take it to mean, and why."),
            "would_change": _(
                "Which fact, if you heard it, would make you read it otherwise?"
            ),
            "limits": _("Where your work does not reach, or what you only heard once."),
        }
        widgets = {
            "sees": forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            "reads": forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            "would_change": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "confidence": forms.RadioSelect,
            "limits": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "why_changed": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        }

    def __init__(
        self,
        *args: Any,
        round_: Round,
        seat: Seat,
        now: datetime,
        is_anew: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.round = round_
        is_full = round_.size == Round.Size.FULL
        for theme in THEMES[round_.size]:
            self.fields |= fields_of(Theme(theme))
        if is_full:
            confidence = cast("forms.ChoiceField", self.fields["confidence"])
            confidence.choices = Reading.Confidence.choices
            confidence.required = self.fields["limits"].required = True
        else:
            del self.fields["confidence"], self.fields["limits"]
        if not is_anew:
            del self.fields["why_changed"]
        else:
            late = round_.revealed_by(now) is not None
            self.fields["why_changed"].required = late
        cast("StatementChoice", self.fields["rests_on"]).queryset = statements_for(
            seat, now
        )

    # --- as the page shows it ---------------------------------------------------------

    @property
    def before(self) -> list[BoundField]:
        return self.those("sees", "reads")

    @property
    def themes(self) -> Iterator[Asked]:
        for theme in THEMES[self.round.size]:
            yield Asked(self[f"says_{theme}"], self[f"words_{theme}"])

    @property
    def after(self) -> list[BoundField]:
        return self.those(
            "would_change", "confidence", "limits", "rests_on", "why_changed"
        )

    def those(self, *names: str) -> list[BoundField]:
        return [self[name] for name in names if name in self.fields]

    # --- what it says -----------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for theme in THEMES[self.round.size]:
            says, words = f"says_{theme}", f"words_{theme}"
            clear = cleaned.get(says) in (Take.Says.YES, Take.Says.NO)
            if clear and not cleaned.get(words):
                self.add_error(words, _("Say in your own words what you rest this on."))
            if cleaned.get(words) and not cleaned.get(says) and says not in self.errors:
                self.add_error(says, _("Choose yes, no or unsure."))
        return cleaned

    def takes(self) -> list[Take]:
        """The themes that were spoken of."""
        return [
            Take(
                theme=theme,
                says=self.cleaned_data[f"says_{theme}"],
                words=self.cleaned_data[f"words_{theme}"],
            )
            for theme in THEMES[self.round.size]
            if self.cleaned_data.get(f"says_{theme}")
        ]


def fields_of(theme: Theme) -> dict[str, forms.Field]:
    """Only the question itself must be answered; silence on a theme stays silence."""
    must = theme == Theme.ANSWER
    return {
        f"says_{theme}": forms.ChoiceField(
            label=ASKED[theme],
            choices=Take.Says.choices,
            widget=forms.RadioSelect,
            required=must,
            error_messages={"required": _("Choose yes, no or unsure.")},
        ),
        f"words_{theme}": forms.CharField(
            label=_("In your own words"),
            help_text=_("With yes or no: say what you rest it on."),
            max_length=4_000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        ),
    }
