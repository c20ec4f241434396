"""What was offered to partners, and whether they say that the facts are right (F67)."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.fact_checks import check_facts
from ...evaluation.models import FactCheck, Finding
from ..forms import begin
from ..people import me
from ..reading import show
from .addresses_finding import to, unlock_rows
from .finding_forms import CheckForm
from .findings import by_subject
from .studying import Concerned, concerning


def offered(request: HttpRequest, who: Concerned, now: datetime) -> list[Finding]:
    """What partners may read: each text that was offered, until a newer one was; with
    the word of their own organisation on it. Never what it rests on."""
    found = list(
        Finding.objects.offered_to(me(request), now)
        .filter(study=who.study)
        .exclude(superseded_by__offered_at__lte=now)
        .select_related("superseded_by", "study")
        .prefetch_related("fact_checks__organisation")
        .order_by("number")
    )
    unlock_rows(who.study, [each.pk for each in found])
    ours = {each.organisation_id for each in speaking(who)}
    goes_on = who.study.is_going_on(timezone.localdate(now))
    for each in found:
        said = [one for one in each.fact_checks.all() if one.organisation_id in ours]
        each.ours = said  # type: ignore[attr-defined]
        each.is_being_changed = hasattr(each, "superseded_by")  # type: ignore[attr-defined]
        owing = ours - {one.organisation_id for one in said}
        open_ = not each.final_at and not hasattr(each, "superseded_by")
        each.waits = bool(owing) and open_ and goes_on  # type: ignore[attr-defined]
    return found


def speaking(who: Concerned) -> list[Appointment]:
    """The capacities in which somebody speaks for an organisation at tables."""
    return [each for each in who.capacities if each.is_(*Appointment.AT_TABLES)]


@concerning
def facts(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """By subject, what goes well beside what can be better."""
    found = offered(request, who, now)
    asked = [each for each in found if each.waits]  # type: ignore[attr-defined]
    return show(
        request,
        "evaluation/facts.html",
        {
            "study": who.study,
            "who": who,
            "subjects": by_subject(found),
            "any": bool(found),
            "asked": asked,
        },
        action=Action.FINDINGS_READ,
        by=who.by,
        about=who.study,
        count=len(found) or 1,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@concerning
def check(
    request: HttpRequest, who: Concerned, now: datetime, number: int
) -> HttpResponse:
    """One finding, and the word of one's own organisation on its facts."""
    found = [each for each in offered(request, who, now) if each.number == number]
    if not found:
        raise Http404
    about = found[0]
    require(bool(speaking(who)), "study.check_facts")
    by = answering(who, about.fact_checks.all())
    form = begin(
        request,
        CheckForm,
        house=by.house,
        about=who.study.pk,
        name=f"evaluation:check/{number}",
        instance=FactCheck(finding=about),
    )
    if request.method == "POST" and form.carries_out(
        check_facts, form.instance, by=by, now=now
    ):
        messages.success(request, _("Said. The researchers read it."))
        return to("facts", who.study)
    return show(
        request,
        "evaluation/check_form.html",
        {"study": who.study, "who": who, "form": form, "finding": about, "by": by},
        action=Action.FINDINGS_READ,
        by=by,
        about=about,
        status=422 if form.is_bound else 200,
    )


def answering(who: Concerned, checks: Iterable[FactCheck]) -> Appointment:
    """For the first organisation of one's own that said nothing yet."""
    said = {each.organisation_id for each in checks}
    there = speaking(who)
    fresh = [each for each in there if each.organisation_id not in said]
    return next(iter([*fresh, *there]), who.by)
