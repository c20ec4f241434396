"""Group conversations of a study: which there are, planning one, changing it (F65)."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ...audit.actions import Action
from ...evaluation.actions.conversations import (
    change_conversation,
    plan_conversation,
)
from ...evaluation.guide import guide
from ...evaluation.models import Conversation, Finding, StudyMember
from ..forms import begin
from ..reading import show
from .addresses_finding import first_house, to
from .conversation_forms import ChangeForm, PlanForm
from .studying import researching


@researching
def conversations(
    request: HttpRequest, member: StudyMember, now: datetime
) -> HttpResponse:
    """Which were held or are planned, and whether everybody agreed."""
    found = member.study.conversations.prefetch_related("participants")
    return show(
        request,
        "evaluation/conversations.html",
        {"study": member.study, "member": member, "conversations": list(found)},
        action=Action.CONVERSATION_READ,
        by=member,
        about=member.study,
        count=len(found),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def plan(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """A new one, with a guide made from what the dossiers showed."""
    study = member.study
    form = begin(
        request,
        PlanForm,
        house=first_house(study),
        about=study.pk,
        instance=Conversation(),
        findings=list(Finding.objects.current().filter(study=study)),
        codes=list(study.codes.filter(ended_at=None)),
    )
    if request.method == "POST" and form.is_valid():
        form.instance.guide = guide(*form.chosen)
        if form.carries_out(
            plan_conversation, form.instance, form.roles_said, by=member, now=now
        ):
            messages.success(
                request, _("It is planned, with a guide. Change that as you like.")
            )
            return to("conversation", study, form.done.number)
    return show(
        request,
        "evaluation/conversation_form.html",
        {"study": study, "member": member, "form": form},
        action=Action.CONVERSATION_READ,
        by=member,
        about=study,
        status=422 if form.is_bound else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def change(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """Another day, company or guide; what people agreed to stands."""
    study, conversation = member.study, conversation_or_404(member, number)
    there = [each.function or "" for each in conversation.participants.all()]
    form = begin(
        request,
        ChangeForm,
        house=first_house(study),
        about=study.pk,
        name=f"evaluation:conversation-change/{number}",
        instance=conversation,
        initial={"roles": "\n".join(there)},
    )
    if request.method == "POST" and form.carries_out(
        lambda: change_conversation(
            form.instance, form.roles_said, read=form.read, by=member, now=now
        )
    ):
        messages.success(request, _("Changed."))
        return to("conversation", study, number)
    return show(
        request,
        "evaluation/conversation_form.html",
        {"study": study, "member": member, "form": form, "number": number},
        action=Action.CONVERSATION_READ,
        by=member,
        about=conversation,
        status=422 if form.is_bound else 200,
    )


def conversation_or_404(member: StudyMember, number: int) -> Conversation:
    found = (
        Conversation.objects.filter(study=member.study_id, number=number)
        .select_related("study", "made_by")
        .prefetch_related("participants")
        .first()
    )
    if found is None:
        raise Http404
    return found
