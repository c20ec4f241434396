"""The form of a contribution: its header, what is asked sometimes, and its lines."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...casework.models import Contribution
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.notes import GuestChoice, guests_of
from ..forms import ThingForm
from .lines import LineFields
from .question_fields import QuestionFields

HEADER = (
    "source",
    "obtained",
    "seen_on",
    "reliability",
    "use",
    "ground",
    "ground_words",
    "necessity",
)


class HeaderForm(QuestionFields, LineFields, ThingForm):
    """Where it comes from and what it may be used for; and the lines beneath."""

    class Meta:
        model = Contribution
        fields = HEADER
        widgets = {
            "source": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "obtained": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "seen_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ground_words": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "necessity": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        }
        labels = {
            "seen_on": _("As of which day"),
            "ground_words": _("Why secrecy gives way here, and what you weighed"),
            "necessity": _("Why belief or opinion must be recorded"),
        }
        help_texts = {
            "source": _("Who saw or said it: a function, a system, a person."),
            "obtained": _("A talk, a visit, a report, a file."),
            "ground_words": _(
                "Could you ask for consent? Is there a lighter way? What would happen "
                "if you kept silent?"
            ),
            "necessity": _(
                "Asked because a line is about ideas or meaning. Belief and opinion "
                "are recorded only where the approach cannot do without."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate().isoformat()
        self.fields["seen_on"].widget.attrs["max"] = today

    @property
    def head(self) -> list[forms.BoundField]:
        return [self[name] for name in HEADER if name not in ASKED_SOMETIMES]

    @property
    def sometimes(self) -> list[forms.BoundField]:
        return [self[name] for name in ASKED_SOMETIMES]

    @property
    def foot(self) -> list[forms.BoundField]:
        """What is asked below the lines."""
        lines = {field.name for row in self.rows for field in row.fields}
        above = {*HEADER, *lines, "lines"}
        return [field for field in self if field.name not in above]


ASKED_SOMETIMES = ("ground_words", "necessity")


class ContributionForm(CircleFields, HeaderForm):
    """What is brought in, for whom, and who hears it."""

    on_behalf_of = GuestChoice(
        queryset=Seat.objects.none(),
        label=_("Said by"),
        help_text=_("For a guest, who writes nothing here: it stands in their name."),
        required=False,
        empty_label=_("me, for my own organisation"),
    )

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        guests = guests_of(seat, now)
        if not guests:
            del self.fields["on_behalf_of"]
            return
        cast("GuestChoice", self.fields["on_behalf_of"]).queryset = guests


class CorrectionForm(HeaderForm):
    """The whole contribution anew; who hears it stays as it was."""

    why_changed = forms.CharField(
        label=_("Why it is corrected"),
        help_text=_("Both texts stay to be seen, by whoever could read the first."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    class Meta(HeaderForm.Meta):
        fields = (*HEADER, "why_changed")  # type: ignore[assignment]
