"""The form in which a visitor hands in minutes: pasted, or as a file."""

from django import forms
from django.utils.functional import Promise, lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ...checking import PHENOMENA
from ...documents import Document, Unreadable
from ...documents import read as read_document
from ..upload import TooLarge

LONGEST = 1_000_000
PASTED = "verslag.txt"


def in_two_parts(always: Promise, scripted: Promise) -> SafeString:
    """A hint of which the second part only holds where scripts run."""
    return format_html('{} <span class="with-script">{}</span>', always, scripted)


with_script = lazy(in_two_parts, SafeString)


class MinutesForm(forms.Form):
    """Clean when there is a text to ask about; `document` then holds it."""

    comes_along = True
    """What was pasted comes along when another language or light is chosen."""

    text = forms.CharField(
        label=_("Your minutes"),
        help_text=with_script(
            _("Paste the text here."), _("It is read while you type.")
        ),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={
                "rows": 9,
                "lang": "nl",
                "spellcheck": "false",
                "autocomplete": "off",
            }
        ),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        help_text=_(
            "Word, OpenDocument, PDF with text, web page, Markdown or plain text."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(
            attrs={"accept": ".docx,.docm,.odt,.pdf,.html,.htm,.md,.markdown,.txt"}
        ),
    )

    document: Document | None = None

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")
        if len(text) > LONGEST:
            raise forms.ValidationError(
                _(
                    "This text is longer than 1,000,000 characters. It still stands "
                    "below and nothing was kept. Check it in parts."
                )
            )
        return text

    def clean(self) -> None:
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text", "")
        if file is not None:
            self.read_file(file)
        elif text.strip():
            self.document = Document(PASTED, "txt", text, text.encode(errors="replace"))
        elif "text" not in self.errors:
            self.add_error("text", _("Paste some text, or choose a file."))

    def read_file(self, file: object) -> None:
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
            document = read_document(file.name or "", file.read())  # type: ignore[attr-defined]
        except Unreadable as refusal:
            english = (get_language() or "nl").startswith("en")
            self.add_error("file", refusal.en if english else refusal.nl)
            return
        if len(document.text) > LONGEST:
            self.add_error(
                "file",
                _(
                    "This file holds more than 1,000,000 characters, too many for a "
                    "page. Nothing was kept. Split it, or use the command: "
                    "./expliciet check."
                ),
            )
            return
        self.document = document

    def refilled(self) -> "MinutesForm":
        """The form as it goes back: the text that was read in it, pasted or not."""
        return MinutesForm(
            initial={"text": self.document.text if self.document else ""}
        )

    @property
    def is_blank(self) -> bool:
        """Nothing pasted and nothing chosen: no fault while somebody is typing."""
        return not self.data.get("text", "").strip() and not self.files

    @property
    def only(self) -> str:
        """The one phenomenon asked for, or nothing for all of them."""
        asked = self.data.get("filter", self.data.get("only", ""))
        return asked if asked in PHENOMENA else ""
