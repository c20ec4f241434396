"""The register of recommendations: to whom, in which state, what takes long (F66)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.recommendations import (
    change_recommendation,
    offer_recommendations,
    recommend,
)
from ...evaluation.models import Finding, Recommendation, Response, StudyMember
from ..forms import begin
from ..people import me
from ..reading import show
from .addresses_finding import first_house, name_addressees, to, unlock_rows
from .fact_checks import speaking
from .recommendation_forms import RecommendationForm
from .studying import Concerned, concerned_or_404, concerning, researching
from .typed import whole


class Said(NamedTuple):
    """One in the register: where it stands, and whether it takes too long."""

    recommendation: Recommendation
    state: str | Promise
    response: Response | None
    is_late: bool = False
    answer_by: date | None = None


class ToOne(NamedTuple):
    """Everything that was said to one addressee."""

    name: str
    said: list[Said]


def register(
    request: HttpRequest, who: Concerned, now: datetime
) -> list[Recommendation]:
    """What this person may read of it; unlocked row by row for whoever it concerns."""
    found = list(
        Recommendation.objects.visible_to(me(request), now)
        .filter(study=who.study)
        .with_term()
        .select_related("house", "addressee", "study")
        .prefetch_related("responses__organisation", "adoptions__steps", "findings")
    )
    if who.member:
        who.study.unlock_work()
    else:
        unlock_rows(who.study, [each.pk for each in found])
    name_addressees(found, who)
    return found


def standing(recommendation: Recommendation, today: date) -> Said:
    response = recommendation.response
    asked_by = recommendation.answer_by
    if asked_by is None:
        return Said(recommendation, gettext_lazy("being written"), None)
    if response is None:
        state = gettext_lazy("waits for an answer")
        return Said(recommendation, state, None, asked_by < today, asked_by)
    done = any(each.is_confirmed for each in recommendation.adoptions.all())
    if done:
        return Said(recommendation, gettext_lazy("confirmed as done"), response)
    late = response.on is not None and response.on < today
    return Said(recommendation, response.get_says_display(), response, late)


def by_addressee(recommendations: Iterable[Recommendation], today: date) -> list[ToOne]:
    """What is said to all together first; then each addressee, by name."""
    found: dict[str, list[Said]] = {}
    for each in recommendations:
        found.setdefault(each.said_to, []).append(standing(each, today))  # type: ignore[attr-defined]
    return [
        ToOne(name or _("all partners together"), found[name])
        for name in sorted(found, key=str.casefold)
    ]


def asked_of(who: Concerned, said: Iterable[Said]) -> list[Said]:
    """Those that wait for the answer of an organisation for which somebody speaks."""
    ours = [each.organisation for each in speaking(who)]
    return [
        each
        for each in said
        if each.answer_by and any(each.recommendation.asks(one) for one in ours)
    ]


@concerning
def recommendations(
    request: HttpRequest, who: Concerned, now: datetime
) -> HttpResponse:
    """By whom they were said to."""
    return listed(request, who, now)


def listed(
    request: HttpRequest,
    who: Concerned,
    now: datetime,
    wrong: ValidationError | None = None,
) -> HttpResponse:
    found, today = register(request, who, now), timezone.localdate(now)
    groups = by_addressee(found, today)
    said = [one for each in groups for one in each.said]
    asked = asked_of(who, said)
    return show(
        request,
        "evaluation/recommendations.html",
        {
            "study": who.study,
            "who": who,
            "member": who.member,
            "groups": groups,
            "asked": asked,
            "late": [each for each in said if each.is_late and each not in asked],
            "to_offer": [each for each in found if each.offered_at is None],
            "wrong": wrong.messages if wrong else [],
            "chosen": request.POST.getlist("recommendations"),
        },
        action=Action.RECOMMENDATIONS_READ,
        by=who.member or who.by,
        about=who.study,
        count=len(found) or 1,
        status=422 if wrong else 200,
    )


@require_POST
@researching
def offer(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Ask whoever each is said to for an answer."""
    require(member.leads, "study.offer_recommendations")
    asked = [whole(each) for each in request.POST.getlist("recommendations")]
    chosen = member.study.recommendations.filter(number__in=asked)
    try:
        offer_recommendations(chosen, by=member, now=now)
    except ValidationError as wrong:
        who = concerned_or_404(request, member.study_id, now)
        return listed(request, who, now, wrong)
    messages.success(request, _("Offered. Whoever it is said to sees that it waits."))
    return to("recommendations", member.study)


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def add(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """One more; there is no number they have to come to."""
    form = begin(
        request,
        RecommendationForm,
        house=first_house(member.study),
        about=member.study_id,
        instance=Recommendation(),
        study=member.study,
        findings=findings_of(member),
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and form.carries_out(recommend, form.instance, form.chosen, by=member, now=now)
    ):
        messages.success(request, _("Written. The lead of the study offers it."))
        return to("recommendation", member.study, form.done.number)
    return asked(request, member, form)


def findings_of(member: StudyMember) -> list[Finding]:
    found = Finding.objects.current().filter(study=member.study_id)
    return list(found.order_by("number"))


def asked(
    request: HttpRequest,
    member: StudyMember,
    form: RecommendationForm,
    recommendation: Recommendation | None = None,
) -> HttpResponse:
    return show(
        request,
        "evaluation/recommendation_form.html",
        {
            "study": member.study,
            "member": member,
            "form": form,
            "recommendation": recommendation,
        },
        action=Action.RECOMMENDATIONS_READ,
        by=member,
        about=recommendation or member.study,
        status=422 if form.is_bound else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@researching
def change(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    """Write it better, as long as nobody was asked to answer it."""
    from .recommendation import of_study_or_404

    old = of_study_or_404(member, number)
    rests = [str(each.number) for each in old.findings.all()]
    form = begin(
        request,
        RecommendationForm,
        house=first_house(member.study),
        about=member.study_id,
        name=f"evaluation:recommendation-change/{number}",
        instance=old,
        initial={"rests_on": rests},
        study=member.study,
        findings=findings_of(member),
    )
    form.initial.setdefault("said_to", form.key_of(old))
    if (
        request.method == "POST"
        and form.is_valid()
        and form.carries_out(
            change_recommendation,
            form.instance,
            form.chosen,
            read=form.read,
            by=member,
            now=now,
        )
    ):
        messages.success(request, _("Changed."))
        return to("recommendation", member.study, number)
    return asked(request, member, form, old)
