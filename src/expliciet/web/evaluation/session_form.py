"""The form of a learning session, and what in its case may be somebody's name."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...evaluation.masking.masking import Masked
from ...evaluation.masking.name_check import look
from ...evaluation.models import LearningSession, Recommendation
from ..forms import ThingForm
from ..house.fields import DayInput
from .directing import AsksHouse
from .writing_together import WritesTogether

if TYPE_CHECKING:
    Several = forms.ModelMultipleChoiceField[Recommendation]
else:
    Several = forms.ModelMultipleChoiceField


class Recommended(Several):
    """Each by its number and first words; of several houses with the house."""

    of_several = False

    def label_from_instance(self, obj: Any) -> str:
        house = f"{obj.house.name}: " if self.of_several else ""
        return f"{house}{obj.number}. {obj.words}"


class SessionForm(AsksHouse, WritesTogether, ThingForm):
    """What the afternoon is called, its day, the case, and what lies on the board."""

    recommendations = Recommended(
        label=_("On the board"),
        queryset=Recommendation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Lay at least one recommendation on the board.")},
    )
    looked = forms.BooleanField(
        label=_("I looked: the case tells of nobody who exists"),
        required=False,
    )

    class Meta:
        model = LearningSession
        fields = ("name", "held_on", "case", "dots")
        widgets = {
            "name": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "case": forms.Textarea(attrs={"rows": 7, "dir": "auto"}),
            "held_on": DayInput,
        }
        labels = {
            "name": _("Name of the session"),
            "held_on": _("Day"),
            "case": _("A case to think along with"),
            "dots": _("Dots for each"),
        }
        help_texts = {
            "held_on": _("The board can be opened on this day, and closes with it."),
            "case": _(
                "Made up, or changed so that nobody is known in it. Everybody with the "
                "code reads it."
            ),
            "dots": _(
                "Each lays these where they would begin. They show once the board is "
                "closed, so that none follows another."
            ),
        }

    def __init__(
        self,
        *args: Any,
        offered: "QuerySet[Recommendation]",
        directing: list[Appointment],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ask_house(directing)
        field = cast("Recommended", self.fields["recommendations"])
        field.of_several = len(directing) > 1
        field.queryset = offered
        self.doubts: list[str] = []
        if not self.is_bound:
            del self.fields["looked"]

    def clean(self) -> None:
        """What may be a name asks to be looked at once more; it never forbids."""
        case = self.cleaned_data.get("case") or ""
        self.doubts = in_doubt(case)
        if self.doubts and not self.cleaned_data.get("looked"):
            self.add_error(
                "case",
                _("Look once more: is this somebody, or a place? %(words)s")
                % {"words": ", ".join(self.doubts)},
            )
        elif not self.doubts:
            self.fields.pop("looked", None)


def in_doubt(words: str) -> list[str]:
    """What in these words looks like a name, a number or a place; each once."""
    found = look(Masked(words, ()))
    return list(dict.fromkeys(words[each.start : each.end] for each in found))
