"""Handing in old minutes: a file or pasted text, of which day, and from whom."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ...documents import Unreadable
from ...documents import read as read_document
from ..forms import PlainForm
from ..upload import TooLarge
from .parked import day, line

LONGEST = 300_000
ACCEPTED = ".docx,.odt,.pdf,.html,.htm,.md,.markdown,.txt"
TOO_LONG = _(
    "This is longer than 300,000 characters. Nothing was kept, and what you typed "
    "still stands here. Take it over in parts."
)


class OldMinutesForm(PlainForm):
    """Clean when there is a text to look through; `words` then holds it."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "Word, OpenDocument, PDF with text, web page, Markdown or plain text; at "
            "most 25 MB. It is read in memory and not kept."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    pasted = forms.CharField(
        label=_("Or paste the text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "spellcheck": "false"}),
    )
    held_on = forms.DateField(
        label=_("Date of that meeting"),
        help_text=_("Days such as ‘Friday’ are read from this date."),
        widget=day(),
        error_messages={"required": _("Say on which day that meeting was held.")},
    )
    source = forms.CharField(
        label=_("From whom you have these minutes"),
        help_text=_(
            "For example: the community team. It is told with what you record."
        ),
        max_length=200,
        widget=line(),
        error_messages={"required": _("Say from whom you have these minutes.")},
    )

    words = ""
    needed_by_choice = True

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["held_on"].widget.attrs["max"] = today.isoformat()

    def clean_held_on(self) -> date:
        held_on: date = self.cleaned_data["held_on"]
        if held_on > self.today:
            raise forms.ValidationError(_("Choose today or a day before it."))
        return held_on

    def clean_pasted(self) -> str:
        text: str = self.cleaned_data["pasted"]
        if len(text) > LONGEST:
            raise forms.ValidationError(TOO_LONG)
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def clean(self) -> None:
        file, pasted = self.cleaned_data.get("file"), self.cleaned_data.get("pasted")
        if file is not None:
            self.read(file)
        elif pasted and pasted.strip():
            self.words = pasted
        elif "pasted" not in self.errors:
            self.add_error("file", _("Choose a file, or paste the text below."))

    def read(self, file: Any) -> None:
        """The file decides when there is one; a refusal says what to do."""
        if isinstance(file, TooLarge):
            self.add_error(
                "file",
                _(
                    "The file is too large: at most 25 MB fits at a time. Nothing was "
                    "kept. Split the minutes, or take the pictures out."
                ),
            )
            return
        try:
            self.words = read_document(file.name or "", file.read()).text
        except Unreadable as refusal:
            english = (get_language() or "nl").startswith("en")
            self.add_error("file", refusal.en if english else refusal.nl)
            return
        if len(self.words) > LONGEST:
            self.add_error("file", TOO_LONG)
