"""The form of a shared interpretation: new, or correcting what was written down."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ...casework.models import Interpretation, Reading, Round
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..forms import ThingForm
from .question_fields import QuestionFields
from .resting import StatementChoice, statements_for

if TYPE_CHECKING:
    RoundChoiceField = forms.ModelChoiceField[Round]
else:
    RoundChoiceField = forms.ModelChoiceField

WORDS = (
    "summary",
    "violence",
    "violence_why",
    "protective",
    "alternative",
    "confidence",
    "limits",
    "changed",
)
AREA = {"rows": 4, "dir": "auto"}


class RoundChoice(RoundChoiceField):
    def label_from_instance(self, asked: Round) -> str:
        return f"{asked.reference} · {asked.question}"


class WordsForm(QuestionFields, ThingForm):
    """What is read together, in the order in which a table speaks of it."""

    rests_on = StatementChoice(
        label=_("On which facts does it rest?"),
        help_text=_("At least one fact. Hearsay and estimates may stand beside it."),
    )

    class Meta:
        model = Interpretation
        fields: tuple[str, ...] = WORDS
        labels = {
            "summary": _("How do we read it together?"),
            "violence": _("Do we see a threat of violence? Apart from any ideology."),
            "violence_why": _("On what does that rest?"),
            "protective": _("What protects?"),
            "alternative": _(
                "Which other explanation did we look at? Or why did we not?"
            ),
            "confidence": _("How sure are we?"),
            "limits": _("What do we not know, and what would change this?"),
            "changed": _("What changed since the last one?"),
        }
        help_texts = {
            "summary": _("Of the facts and the approach; never a word that labels."),
            "changed": _("Which fact or which reading made you see it otherwise."),
        }
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
            "violence": forms.RadioSelect,
            "violence_why": forms.Textarea(attrs=AREA),
            "protective": forms.Textarea(attrs=AREA),
            "alternative": forms.Textarea(attrs=AREA),
            "confidence": forms.RadioSelect,
            "limits": forms.Textarea(attrs=AREA),
            "changed": forms.Textarea(attrs=AREA),
        }

    def choose(self, seat: Seat, now: datetime) -> None:
        """Choices without an empty one, and the facts to rest on."""
        for name, choices in (
            ("violence", Interpretation.Violence.choices),
            ("confidence", Reading.Confidence.choices),
        ):
            cast("forms.ChoiceField", self.fields[name]).choices = choices
        cast("StatementChoice", self.fields["rests_on"]).queryset = statements_for(
            seat, now
        )


class InterpretationForm(CircleFields, WordsForm):
    of_round = RoundChoice(
        queryset=Round.objects.none(),
        label=_("After which round"),
        required=False,
        empty_label=_("none: read together without a round"),
    )

    class Meta(WordsForm.Meta):
        fields = ("of_round", *WORDS)

    def __init__(
        self, *args: Any, seat: Seat, now: datetime, is_first: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        rounds = (
            Round.objects.visible_to(seat, now)
            .revealed(now)
            .filter(withdrawal=None)
            .select_related("dossier")
        )
        cast("RoundChoice", self.fields["of_round"]).queryset = rounds
        if is_first:
            del self.fields["changed"]
        else:
            self.fields["changed"].required = True
        self.choose(seat, now)
        self.order_fields(["of_round", "summary", "rests_on"])


class CorrectionForm(WordsForm):
    """What was written down wrongly, set right; who hears it stays as it was."""

    why_changed = forms.CharField(
        label=_("Why it is corrected"),
        help_text=_(
            "For what was written down wrongly. Do you read it otherwise now? Then "
            "record a new one: this one stays beside it."
        ),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    class Meta(WordsForm.Meta):
        fields = (*WORDS, "why_changed")

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose(seat, now)
        self.order_fields(["summary", "rests_on"])
