"""The codebook of a study: reading it, adding to it, sharpening, ending, taking in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...evaluation.actions.codebook import (
    change_code,
    end_code,
    make_code,
    take_in_codes,
)
from ...evaluation.codebook_files import LIMITS, FiledCode
from ...evaluation.codebook_files import read as read_file
from ...evaluation.models import Code, StudyMember
from ...evaluation.not_taken import NotTaken
from ...evaluation.reading.codebook import Placed, nested
from ..dossiers.deeds import REFUSED
from ..forms import PlainForm, ThingForm, begin
from ..reading import show
from ..templatetags.words import spoken
from ..upload import TooLarge
from .addresses_finding import first_house
from .coding_forms import standing
from .studying import researching
from .writing_together import WritesTogether

WORDS = {"rows": 3, "dir": "auto"}


class CodeForm(WritesTogether, ThingForm):
    """One code: its name, what it stands for, and when not."""

    under = forms.ChoiceField(label=_("Under which code"), required=False, choices=())

    class Meta:
        model = Code
        fields = ("name", "definition", "example", "counter_example", "subject")
        widgets = {
            "name": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "definition": forms.Textarea(attrs=WORDS),
            "example": forms.Textarea(attrs=WORDS),
            "counter_example": forms.Textarea(attrs=WORDS),
        }
        help_texts = {
            "definition": _("So that two people who read it choose the same."),
            "example": _("Made up: no words of a dossier."),
            "counter_example": _("What looks like it, and is something else."),
        }

    def __init__(self, *args: Any, codes: list[Placed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = {str(each.code.pk): each.code for each in codes}
        others = [each for each in codes if each.code.pk != self.instance.pk]
        self.fields["under"].choices = [  # type: ignore[attr-defined]
            ("", _("at the top")),
            *((str(each.code.pk), each.path) for each in others),
        ]
        if "under" not in self.initial:
            self.initial["under"] = str(self.instance.parent_id or "")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        self.instance.parent = self.codes.get(said.get("under") or "")
        return said

    def said_in(self, thing: Any, name: str) -> Any:
        return super().said_in(thing, "parent_id" if name == "under" else name) or ""


class FileForm(PlainForm):
    """A codebook of another program."""

    file = forms.FileField(
        label=_("Codebook (.qdc)"),
        error_messages={"required": _("Choose a file.")},
    )
    codes: tuple[FiledCode, ...] = ()

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if isinstance(file, TooLarge) or (file.size or 0) > LIMITS.file_bytes:
            raise ValidationError(_("This file is larger than 2 MB. Nothing was kept."))
        try:
            self.codes = read_file(file.read())
        except NotTaken as refused:
            raise ValidationError(spoken(refused.why)) from refused
        return file


@researching
def codebook(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Each code above those below it."""
    return shown(request, member, "evaluation/codebook.html", {"codes": codes(member)})


@researching
def add(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    made = Code(study=member.study)
    form = begin(
        request,
        CodeForm,
        house=first_house(member.study),
        about=member.study_id,
        instance=made,
        codes=standing(codes(member)),
    )
    if request.method == "POST" and form.carries_out(
        lambda: make_code(made, by=member, now=now)
    ):
        messages.success(request, _("The code stands in the codebook."))
        return redirect("evaluation:codebook", member.study_id)
    return deed(
        request,
        member,
        form,
        _("Add a code"),
        _("What it stands for, an example, and when not."),
        _("Add this code"),
    )


@researching
def change(
    request: HttpRequest, member: StudyMember, now: datetime, pk: UUID
) -> HttpResponse:
    """Sharpen it, or end it."""
    there = codes(member)
    found = next((each.code for each in there if each.code.pk == pk), None)
    if found is None:
        raise Http404
    form = begin(
        request,
        CodeForm,
        house=first_house(member.study),
        about=member.study_id,
        name=f"evaluation:code-change/{found.pk}",
        instance=found,
        codes=standing(there),
    )
    if request.method == "POST" and "end" in request.POST:
        try:
            end_code(found, by=member, now=now)
        except ValidationError as wrong:
            messages.error(request, wrong.messages[0])
        else:
            messages.success(
                request, _("Ended: nobody gives it any more. Where it was, it stays.")
            )
        return redirect("evaluation:codebook", member.study_id)
    if request.method == "POST" and form.carries_out(
        lambda: change_code(found, read=form.read, by=member, now=now)
    ):
        messages.success(request, _("Changed. What was coded with it stays so."))
        return redirect("evaluation:codebook", member.study_id)
    return deed(
        request,
        member,
        form,
        _("Sharpen a code"),
        _(
            "What was coded with it stays. Does it become something else? Then end it "
            "and add another."
        ),
        _("Keep this"),
        "evaluation/code_change.html",
        code=found,
    )


@researching
def take_in(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Codes of another program."""
    sent = request.method == "POST"
    form = FileForm(*((request.POST, request.FILES) if sent else ()))
    form.request = request
    if sent and form.carries_out(lambda: take_in_codes(form.codes, by=member, now=now)):
        messages.success(request, _("Taken in. Read what became of it."))
        return redirect("evaluation:codebook", member.study_id)
    return deed(
        request,
        member,
        form,
        _("Take in a codebook"),
        _(
            "From a REFI-QDA file, as programs for research export it. What stands "
            "here already by its name and its place stays as it is."
        ),
        _("Take in"),
    )


def codes(member: StudyMember) -> list[Placed]:
    found = list(member.study.codes.all())
    for each in found:
        each.study = member.study
    return nested(found)


def deed(
    request: HttpRequest,
    member: StudyMember,
    form: Any,
    title: Promise,
    lead: Promise,
    button: Promise,
    template: str = "evaluation/form.html",
    **more: Any,
) -> HttpResponse:
    return shown(
        request,
        member,
        template,
        {
            "form": form,
            "title": title,
            "lead": lead,
            "button": button,
            "back": reverse("evaluation:codebook", args=[member.study_id]),
            **more,
        },
        REFUSED if form.is_bound else 200,
    )


def shown(
    request: HttpRequest,
    member: StudyMember,
    template: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    return show(
        request,
        template,
        {"study": member.study, "member": member, **context},
        action=Action.STUDY_READ,
        by=member,
        about=member.study,
        status=status,
    )
