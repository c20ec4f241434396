"""Forms of a group conversation: planning it, agreeing to it, writing it down."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ...evaluation.models import Code, Conversation, Finding
from ..forms import PlainForm, ThingForm
from ..house.fields import DayInput
from .writing_together import WritesTogether


class PlanForm(ThingForm):
    """Which day, what about, with whom by role, and what they are told."""

    roles = forms.CharField(
        label=_("Who takes part"),
        help_text=_("By role and never by name: one on each line."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    findings = forms.MultipleChoiceField(
        label=_("Findings to talk about"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The guide is made from these; you change it afterwards."),
    )
    codes = forms.MultipleChoiceField(
        label=_("Codes to talk about"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Conversation
        fields = ["held_on", "about", "consent"]
        widgets = {
            "held_on": DayInput,
            "about": forms.TextInput,
            "consent": forms.Textarea(attrs={"rows": 5}),
        }
        labels = {
            "held_on": _("On which day"),
            "about": _("What it is about"),
            "consent": _("What people are told, and agree to"),
        }
        help_texts = {
            "consent": _(
                "What the conversation is for, what is written down, who reads it, and "
                "that everybody may stop and take back what they said."
            )
        }

    field_order = ("held_on", "about", "roles", "consent", "findings", "codes")

    def __init__(
        self, *args: Any, findings: list[Finding], codes: list[Code], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(each.number): each for each in findings}
        self.book = {str(each.pk): each for each in codes}
        for name, choices in (
            ("findings", [(key, shortly(each)) for key, each in self.known.items()]),
            ("codes", [(key, each.name) for key, each in self.book.items()]),
        ):
            if choices:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    @property
    def roles_said(self) -> list[str]:
        return str(self.cleaned_data.get("roles", "")).splitlines()

    @property
    def chosen(self) -> tuple[list[Finding], list[Code]]:
        data = self.cleaned_data
        return (
            [self.known[each] for each in data.get("findings", [])],
            [self.book[each] for each in data.get("codes", [])],
        )


class ChangeForm(WritesTogether, ThingForm):
    """Another day, company or guide."""

    roles = PlanForm.base_fields["roles"]

    class Meta(PlanForm.Meta):
        fields = ["held_on", "about", "consent", "guide"]
        widgets = PlanForm.Meta.widgets | {"guide": forms.Textarea(attrs={"rows": 24})}
        labels = PlanForm.Meta.labels | {"guide": _("Guide")}

    field_order = ("held_on", "about", "roles", "consent", "guide")

    def said_in(self, thing: Any, name: str) -> Any:
        if name == "roles":
            return "\n".join(each.function for each in thing.participants.all())
        return super().said_in(thing, name)

    @property
    def roles_said(self) -> list[str]:
        return str(self.cleaned_data.get("roles", "")).splitlines()


class EntryForm(PlainForm):
    """What was said: typed or pasted, or a file; looked over for names first."""

    text = forms.CharField(
        label=_("What was said"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "One thing said on each line, with the role and a colon before it: "
            "“docent: …” or “spreker 1: …”. No names."
        ),
    )
    file = forms.FileField(
        label=_("Or choose a transcript"),
        required=False,
        help_text=_("txt, docx or vtt. Who speaks becomes speaker 1, speaker 2, …"),
    )


def shortly(finding: Finding) -> str:
    """Its number and how it begins."""
    words = " ".join((finding.words or "").split())
    told = words if len(words) <= 110 else f"{words[:110].rsplit(' ', 1)[0]} …"
    return f"{finding.number} · {told}"
