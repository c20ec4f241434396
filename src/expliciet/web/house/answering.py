"""Saying yes, no or otherwise to what is expected."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ...accounts.actions.working_agreements import answer_working_agreement
from ...accounts.models import WorkingAgreement
from ...accounts.refusal import require
from ...audit.actions import Action
from ..people import acting_or_404, me
from ..preferences import back
from ..reading import show
from .addresses import place_on_page
from .answer_form import answer_form, drafted, for_whom


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One agreement, and the answer of one's own organisation to it."""
    now = timezone.now()
    agreement = agreement_or_404(request, pk, now)
    by = for_whom(request, agreement)
    if by is None:
        require(request.method != "POST", "working_agreement.answer")
        by = acting_or_404(request, house=agreement.house)
    draft = drafted(request, timezone.localdate(now)).get(agreement.id)
    form = answer_form(request, agreement, by, draft)
    in_part = bool(getattr(request, "htmx", False))
    if request.method == "POST" and form.carries_out(
        answer_working_agreement, form.instance, by=by, now=now
    ):
        if in_part:
            return render(request, "house/_answered.html", {"answer": form.done})
        messages.success(request, _("Your answer stands."))
        if request.POST.get("next"):
            return back(request)
        return HttpResponseRedirect(place_on_page(agreement))
    return show(
        request,
        "house/_answer.html" if in_part else "house/answer.html",
        {
            "form": form,
            "agreement": agreement,
            "mine": agreement.said.get(by.organisation_id),
            "next": request.POST.get("next", ""),
        },
        action=Action.WORKING_AGREEMENTS_READ,
        by=by,
        about=agreement,
        status=422 if form.is_bound else 200,
    )


def agreement_or_404(request: HttpRequest, pk: UUID, now: datetime) -> WorkingAgreement:
    """One of the agreements of one's own house, its text unlocked."""
    agreement = (
        WorkingAgreement.objects.visible_to(me(request), timezone.localdate(now))
        .with_answers()
        .filter(pk=pk)
        .first()
    )
    if agreement is None:
        raise Http404
    agreement.house.unlock()
    return agreement
