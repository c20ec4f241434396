"""Forms beside a dossier that is read: a passage under a code, and a memo.

No draft is kept of these: what one types repeats words of the dossier, which must be
able to die with it.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ...evaluation.models import Coding, Memo, StudyText
from ...evaluation.reading.codebook import Placed
from ...evaluation.reading.places import find
from ..forms import ThingForm

ROWS = {"rows": 3, "dir": "auto"}


class CodingForm(ThingForm):
    """Which text, which words of it, which code; and why."""

    number = forms.IntegerField(
        label=_("Number of the text"),
        widget=forms.NumberInput(attrs={"min": 1}),
        error_messages={"required": _("Say in which text.")},
    )
    words = forms.CharField(
        label=_("The words"),
        max_length=20_000,
        widget=forms.Textarea(attrs=ROWS),
        help_text=_(
            "Select them in the text, or type them over. Of a long passage the first "
            "and the last words are enough: “first words … last words”."
        ),
        error_messages={"required": _("Select or type the words that you code.")},
    )
    near = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    choice = forms.ChoiceField(
        label=_("Code"),
        choices=(),
        error_messages={"required": _("Choose a code.")},
    )

    class Meta:
        model = Coding
        fields = ("memo",)
        widgets = {"memo": forms.Textarea(attrs={"rows": 2, "dir": "auto"})}
        labels = {"memo": _("Why this code (optional)")}

    field_order = ("number", "words", "choice", "memo")

    def __init__(
        self,
        *args: Any,
        texts: dict[int, StudyText],
        codes: list[Placed],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.texts = texts
        self.codes = {str(each.code.pk): each.code for each in codes}
        self.fields["choice"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose …")),
            *((str(each.code.pk), each.path) for each in codes),
        ]

    def clean_number(self) -> int:
        number: int = self.cleaned_data["number"]
        if number not in self.texts:
            raise ValidationError(_("No text with this number lies open here."))
        return number

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        number, words = said.get("number"), said.get("words")
        if number in self.texts and words:
            text = self.texts[number]
            try:
                place = find(text.passage or "", words, said.get("near"))
            except ValidationError as wrong:
                self.take(wrong)
            else:
                self.instance.text = text
                self.instance.begins, self.instance.ends = place
        if said.get("choice") in self.codes:
            self.instance.code = self.codes[said["choice"]]
        return said


class MemoForm(ThingForm):
    """What one noticed while reading."""

    class Meta:
        model = Memo
        fields = ("words",)
        widgets = {"words": forms.Textarea(attrs=ROWS)}
        labels = {"words": _("What you noticed")}
        help_texts = {
            "words": _(
                "For this study. Another researcher reads it once you are both done "
                "with this dossier."
            )
        }


def standing(codes: list[Placed]) -> list[Placed]:
    """Codes that can be given."""
    return [each for each in codes if each.code.ended_at is None]
