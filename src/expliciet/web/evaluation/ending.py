"""Ending a study before its day: nobody reads its dossiers any more."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.studies import end_study
from ...evaluation.models.study import DECIDING
from ..dossiers.deeds import REFUSED
from ..forms import PlainForm, begin
from ..reading import show
from .studying import Concerned, concerning


class EndForm(PlainForm):
    """Why it ends."""

    ended_why = forms.CharField(
        label=_("Why it ends"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Say why it ends.")},
    )


@concerning
def end(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """By an office that has a word on it; this cannot be undone."""
    by = who.acting(*DECIDING)
    require(by.is_(*DECIDING), "study.end")
    form = begin(request, EndForm, house=by.house, about=who.study.pk)
    if request.method == "POST" and form.carries_out(
        lambda: end_study(who.study, form.cleaned_data["ended_why"], by=by, now=now)
    ):
        messages.success(request, _("Ended. Nobody reads its dossiers any more."))
        return redirect("evaluation:study", who.study.pk)
    return show(
        request,
        "evaluation/form.html",
        {
            "study": who.study,
            "form": form,
            "title": _("End this study"),
            "lead": _(
                "Researchers read nothing of it any more, from this moment on. This "
                "cannot be undone; what was offered to partners stays."
            ),
            "button": _("End this study"),
        },
        action=Action.STUDY_READ,
        by=by,
        about=who.study,
        status=REFUSED if form.is_bound else 200,
    )
