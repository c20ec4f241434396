"""Forms beside what is read: a passage under a code, and a memo.

No draft is kept of these: what one types repeats words of a dossier or a conversation,
which must be able to go with it.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ...evaluation.models import Coding, ConversationLine, Memo, StudyText
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
    no_such_text = _("No text with this number lies open here.")

    def __init__(
        self,
        *args: Any,
        texts: dict[int, Any],
        codes: list[Placed],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.texts: dict[int, StudyText | ConversationLine] = texts
        self.placed = codes
        self.codes = {str(each.code.pk): each.code for each in codes}
        self.fields["choice"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose …")),
            *((str(each.code.pk), each.path) for each in codes),
        ]

    def clean_number(self) -> int:
        number: int = self.cleaned_data["number"]
        if number not in self.texts:
            raise ValidationError(self.no_such_text)
        return number

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if text := self.texts.get(said.get("number", 0)):
            self.take_words(text, said)
        if said.get("choice") in self.codes:
            self.instance.code = self.codes[said["choice"]]
        return said

    def take_words(self, text: Any, said: dict[str, Any]) -> None:
        if not (words := said.get("words")):
            return
        try:
            place = find(text.passage or "", words, said.get("near"))
        except ValidationError as wrong:
            self.take(wrong)
        else:
            self.instance.text = text
            self.instance.begins, self.instance.ends = place


class LineForm(CodingForm):
    """The same for a line of a conversation, or for the whole of it."""

    no_such_text = _("There is no line with this number.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number, words = self.fields["number"], self.fields["words"]
        number.label = _("Number of the line")
        words.required = False
        words.help_text = _(
            "Select them in the line, or type them over. Leave it empty for the whole "
            "line."
        )

    def take_words(self, text: Any, said: dict[str, Any]) -> None:
        self.instance.line = text


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
