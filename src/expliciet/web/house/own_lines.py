"""One's own lines, for everybody: what the trail says that you did and saw (F76)."""

from contextlib import suppress
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...audit.actions import Action
from ...audit.models import Line
from ...dossiers.models import Dossier
from ..people import acting, me
from ..reading import show
from .trail_rows import page_of


@require_safe
def own_lines(request: HttpRequest) -> HttpResponse:
    """A dossier is named while one sits at its table or guards its term."""
    user, now = me(request), timezone.now()
    lines = Line.objects.of_user(user.id)
    before = None
    with suppress(ValueError):
        before = lines.filter(pk=UUID(request.GET.get("voor", ""))).first()
    if before is not None:
        lines = lines.older_than(before)
    seen = Dossier.objects.visible_to(user, now).values("pk")
    guarded = Dossier.objects.guarded_by(user, timezone.localdate(now)).values("pk")
    known = Dossier.objects.filter(Q(pk__in=seen) | Q(pk__in=guarded))
    page = page_of(lines, known)
    return show(
        request,
        "house/own_lines.html",
        {
            "page": page,
            "older": f"?voor={page.older.id}" if page.older else "",
            "is_first": before is None,
        },
        action=Action.OWN_LINES_READ,
        by=acting(request) or user,
        about=user,
        count=max(1, len(page.rows)),
    )
