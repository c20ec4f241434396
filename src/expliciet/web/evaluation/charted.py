"""A chart of frozen figures as a picture of its own."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ...audit.actions import Action
from ...evaluation.figure_charts import charts
from ..reading import leave_line
from .process import chosen, looking, reconstructions
from .studying import Concerned, concerning

RESTRAINED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A picture: it asks for nothing, runs nothing, and is opened by nothing."""


@concerning
@require_safe
def picture(
    request: HttpRequest, who: Concerned, now: datetime, slug: str
) -> HttpResponse:
    """For whoever may see the page it stands on; its line is committed first."""
    by = looking(who)
    shown = chosen(request, reconstructions(who))
    drawn = charts(shown.figures).get(slug) if shown else None
    if shown is None or drawn is None:
        raise Http404
    leave_line(Action.STUDY_READ, by=by, about=shown.made)
    response = HttpResponse(drawn.draw(), content_type="image/svg+xml")
    response.headers["Content-Security-Policy"] = RESTRAINED
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
