"""The studies that concern somebody, and how to begin one."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...audit.trail import Whereabouts
from ...evaluation.models import Study
from ..people import acting, acting_or_404, me
from ..reading import show


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Of each: what it is called, how far it is, and until when it is read."""
    user, now = me(request), timezone.now()
    by = acting(request, *Appointment.AT_TABLES) or acting_or_404(request)
    found = list(
        Study.objects.visible_to(user, now).prefetch_related("houses__house", "members")
    )
    for study in found:
        study.unlock_cover()
    mine = set(Study.objects.researched_by(user, now).values_list("pk", flat=True))
    return show(
        request,
        "evaluation/list.html",
        {
            "studies": found,
            "mine": mine,
            "today": timezone.localdate(now),
            "may_propose": acting(request, Appointment.Role.PROCESS_DIRECTOR),
        },
        action=Action.STUDIES_LISTED,
        by=by,
        at=Whereabouts(house=by.house_id),
        count=max(1, len(found)),
    )
