"""Who researches a study: naming somebody, and letting somebody go."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.studies import let_researcher_go, name_researcher
from ...evaluation.models import Study, StudyMember
from ..dossiers.deeds import REFUSED
from ..forms import PlainForm, begin
from ..reading import show
from .proposing import evaluators
from .studying import Concerned, concerning

DIRECTOR = Appointment.Role.PROCESS_DIRECTOR


class ResearcherForm(PlainForm):
    """Who, and whether they lead."""

    who = forms.ChoiceField(
        label=_("Who"),
        error_messages={
            "required": _("Choose somebody from the list."),
            "invalid_choice": _("Choose somebody from the list."),
        },
    )
    task = forms.ChoiceField(
        label=_("Task"),
        choices=StudyMember.Task.choices,
        widget=forms.RadioSelect,
        initial=StudyMember.Task.CODER,
    )

    def __init__(self, *args: Any, study: Study, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = evaluators(study)
        who = cast("forms.ChoiceField", self.fields["who"])
        names = [(pk, user.name) for pk, user in self.people.items()]
        who.choices = [("", _("Choose …")), *names]


@concerning
def name(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """For the process director; whoever is named is appointed as evaluator."""
    by = who.acting(DIRECTOR)
    require(by.is_(DIRECTOR), "study.name_researcher")
    form = begin(
        request, ResearcherForm, house=by.house, about=who.study.pk, study=who.study
    )
    if request.method == "POST" and form.carries_out(
        lambda: name_researcher(
            who.study,
            form.people[form.cleaned_data["who"]],
            form.cleaned_data["task"],
            by=by,
            now=now,
        )
    ):
        messages.success(request, _("Named. This person reads along from now on."))
        return redirect("evaluation:study", who.study.pk)
    return show(
        request,
        "evaluation/form.html",
        {
            "study": who.study,
            "form": form,
            "title": _("Name a researcher"),
            "lead": _("Reads masked dossiers of this study, and nothing else."),
            "button": _("Name this researcher"),
        },
        action=Action.STUDY_READ,
        by=by,
        about=who.study,
        status=REFUSED if form.is_bound else 200,
    )


@require_POST
@concerning
def let_go(
    request: HttpRequest, who: Concerned, now: datetime, member: UUID
) -> HttpResponse:
    """What they wrote stays; they read nothing of it any more."""
    found = who.study.members.filter(pk=member).first()
    if found is None:
        raise Http404
    try:
        let_researcher_go(found, by=who.acting(DIRECTOR), now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
    else:
        messages.success(request, _("This person reads nothing of it any more."))
    return redirect("evaluation:study", who.study.pk)
