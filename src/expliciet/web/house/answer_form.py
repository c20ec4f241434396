"""The answer of an organisation to a working agreement: one tap, or a few words."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, WorkingAgreement, WorkingAnswer
from ...dossiers.models import Draft
from ..forms import ThingForm, typed
from ..people import appointments, me

NAME = "house:answer"


class AnswerForm(ThingForm):
    """Yes by one button; no or otherwise with words."""

    agreement: WorkingAgreement
    by: Appointment

    class Meta:
        model = WorkingAnswer
        fields = ["says", "words"]
        labels = {"words": _("Why not, or what instead?")}
        help_texts = {"words": _("Everybody in this house can read it.")}
        widgets = {"words": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = self.data.get("says") != WorkingAnswer.Says.YES
        self.fields["words"].error_messages["required"] = WorkingAnswer.WORDS_LACK


def answer_form(
    request: HttpRequest,
    agreement: WorkingAgreement,
    by: Appointment,
    draft: Draft | None,
) -> AnswerForm:
    """The form of one agreement, on a page that may hold several of them."""
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        initial=typed(draft, agreement.house),
        instance=WorkingAnswer(agreement=agreement),
        auto_id=f"id_%s_{agreement.id}",
    )
    form.request, form.agreement, form.by = request, agreement, by
    form.draft, form.draft_name, form.about = draft, NAME, agreement.id
    return form


def drafted(request: HttpRequest, today: date) -> dict[UUID, Draft]:
    """Answers that were begun and not given, by agreement."""
    drafts = Draft.objects.visible_to(me(request), today).filter(form=NAME)
    return {draft.about: draft for draft in drafts if draft.about}


def for_whom(request: HttpRequest, agreement: WorkingAgreement) -> Appointment | None:
    """In which capacity somebody answers: for the organisation that still owes it.

    Whoever acts for two organisations in one house says which one.
    """
    able = [
        each
        for each in appointments(request)
        if each.house_id == agreement.house_id and each.is_(*Appointment.AT_TABLES)
    ]
    if asked := request.POST.get("organisation"):
        able = [each for each in able if str(each.organisation_id) == asked]
    said = agreement.said
    owing = [
        each
        for each in able
        if agreement.asks(each.organisation) and each.organisation_id not in said
    ]
    return next(iter(owing or able), None)
