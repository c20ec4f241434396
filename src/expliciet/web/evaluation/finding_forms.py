"""Forms of findings: writing one, what it rests on, offering, checking the facts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ...evaluation.models import Evidence, FactCheck, Finding
from ..forms import PlainForm, ThingForm
from ..house.fields import DayInput
from .writing_together import WritesTogether


class FindingForm(WritesTogether, ThingForm):
    """Something that goes well, or can be better; and what it does not say."""

    class Meta:
        model = Finding
        fields = ["subject", "goes", "words", "limits", "why_changed"]
        widgets = {
            "goes": forms.RadioSelect,
            "words": forms.Textarea(attrs={"rows": 5}),
            "limits": forms.Textarea(attrs={"rows": 3}),
            "why_changed": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {
            "subject": _("Subject"),
            "goes": _("This …"),
            "words": _("What you found"),
            "limits": _("What it does not say"),
            "why_changed": _("Why it is changed"),
        }
        help_texts = {
            "words": _(
                "About the process, never about a person or one professional. Partners "
                "read this: no names and nothing by which one case is known."
            ),
            "limits": _("Where it holds and where not; what you could not see."),
        }
        error_messages = {
            "subject": {"required": _("Choose a subject.")},
            "goes": {"required": _("Choose one of the answers.")},
        }

    def __init__(self, *args: Any, replaces: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goes = self.fields["goes"]
        goes.choices = Finding.Goes.choices  # type: ignore[attr-defined]
        if replaces:
            self.fields["why_changed"].required = True
            del self.fields["subject"], self.fields["goes"]
        else:
            del self.fields["why_changed"]


class EvidenceForm(ThingForm):
    """A passage or a figure, on one of two sides."""

    what = forms.ChoiceField(label=_("Passage or figure"))

    class Meta:
        model = Evidence
        fields = ["speaks", "note"]
        widgets = {
            "speaks": forms.RadioSelect,
            "note": forms.Textarea(attrs={"rows": 2}),
        }
        labels = {"speaks": _("It speaks"), "note": _("Note")}

    field_order = ("what", "speaks", "note")

    def __init__(self, *args: Any, what: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [("", _("Choose …")), *what]  # type: ignore[attr-defined]
        speaks = self.fields["speaks"]
        speaks.choices = Evidence.Speaks.choices  # type: ignore[attr-defined]


class OfferForm(PlainForm):
    """Which findings, and by which day the facts are checked."""

    findings = forms.MultipleChoiceField(
        label=_("Findings to offer"), widget=forms.CheckboxSelectMultiple
    )
    check_by = forms.DateField(
        label=_("Facts checked by"),
        widget=DayInput,
        help_text=_("After that day a finding may become final."),
    )

    def __init__(self, *args: Any, choices: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["findings"].choices = choices  # type: ignore[attr-defined]


class CheckForm(ThingForm):
    """Right, otherwise, or we cannot tell."""

    class Meta:
        model = FactCheck
        fields = ["says", "words"]
        widgets = {
            "says": forms.RadioSelect,
            "words": forms.Textarea(attrs={"rows": 5}),
        }
        labels = {"says": _("What does your organisation say?")}
        help_texts = {
            "words": _("Only about the facts. No names, and nothing of one case.")
        }
        error_messages = {"says": {"required": _("Choose one of the answers.")}}

    needed_by_choice = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        says = self.fields["says"]
        says.choices = FactCheck.Says.choices  # type: ignore[attr-defined]


class BecameForm(PlainForm):
    """What the study does with what a partner said."""

    became = forms.CharField(
        label=_("What became of it"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Changed, and how; or not, and why. The partner reads this."),
    )
