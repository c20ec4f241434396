"""One recommendation: to whom, why, on which findings, and what is answered (F66)."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.responses import respond as answer
from ...evaluation.models import Finding, Recommendation, Response, StudyMember
from ..forms import begin
from ..people import me
from ..reading import show
from .addresses_finding import to, unlock_rows
from .fact_checks import speaking
from .recommendation_forms import ResponseForm
from .recommendations import register, standing
from .studying import Concerned, concerning


@concerning
def recommendation(
    request: HttpRequest, who: Concerned, now: datetime, number: int
) -> HttpResponse:
    """Partners read the findings as far as those were offered; never a passage."""
    found = one_or_404(request, who, now, number)
    return show(
        request,
        "evaluation/recommendation.html",
        {
            "study": who.study,
            "who": who,
            "member": who.member,
            "recommendation": found,
            "said": standing(found, timezone.localdate(now)),
            "findings": findings_under(request, found, who, now),
            "responses": list(found.responses.all()),
            "asks_us": any(found.asks(each.organisation) for each in speaking(who)),
        },
        action=Action.RECOMMENDATIONS_READ,
        by=who.member or who.by,
        about=found,
    )


def findings_under(
    request: HttpRequest, found: Recommendation, who: Concerned, now: datetime
) -> list[Finding]:
    """Those it rests on, as far as the one who looks may read them."""
    seen = list(
        Finding.objects.visible_to(me(request), now)
        .filter(pk__in=[each.pk for each in found.findings.all()])
        .select_related("study")
        .order_by("number", "at")
    )
    if not who.member:
        unlock_rows(who.study, [each.pk for each in seen])
    return seen


@require_http_methods(["GET", "HEAD", "POST"])
@concerning
def respond(
    request: HttpRequest, who: Concerned, now: datetime, number: int
) -> HttpResponse:
    """The answer of whoever it was said to."""
    found = one_or_404(request, who, now, number)
    asked = [each for each in speaking(who) if found.asks(each.organisation)]
    require(bool(asked), "study.respond")
    by = asked[0]
    form = begin(
        request,
        ResponseForm,
        house=by.house,
        about=who.study.pk,
        name=f"evaluation:respond/{number}",
        instance=Response(recommendation=found),
    )
    if request.method == "POST" and form.carries_out(
        answer, form.instance, by=by, now=now
    ):
        messages.success(request, _("Your answer stands, for everybody to read."))
        return to("recommendation", who.study, number)
    return show(
        request,
        "evaluation/response_form.html",
        {
            "study": who.study,
            "who": who,
            "form": form,
            "recommendation": found,
            "said": standing(found, timezone.localdate(now)),
            "by": by,
        },
        action=Action.RECOMMENDATIONS_READ,
        by=by,
        about=found,
        status=422 if form.is_bound else 200,
    )


def one_or_404(
    request: HttpRequest, who: Concerned, now: datetime, number: int
) -> Recommendation:
    for each in register(request, who, now):
        if each.number == number:
            return each
    raise Http404


def of_study_or_404(member: StudyMember, number: int) -> Recommendation:
    found = (
        Recommendation.objects.filter(study=member.study_id, number=number)
        .select_related("study", "house", "addressee")
        .first()
    )
    if found is None:
        raise Http404
    return found
