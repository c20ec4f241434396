"""Sitting down: finding one's seat, stating a purpose, opening what may be opened."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from ...dossiers.actions.drafts import keep_draft
from ...dossiers.models import Hold, Opening, Seat
from ..drafts import as_it_was_typed
from ..people import me, route_name

View = Callable[..., HttpResponse]
A_DAY = timedelta(hours=24)


def seat_or_404(request: HttpRequest, pk: UUID, now: datetime) -> Seat:
    """The seat of whoever asks in this dossier, unlocked; without one: no such page."""
    stated = openings(request, now).filter(seat=OuterRef("pk")).values("purpose")
    held = Hold.objects.holding(now).filter(dossier=OuterRef("dossier"))
    until = held.order_by("review_on").values("review_on")
    seat = (
        Seat.objects.of(me(request))
        .active(now)
        .filter(dossier=pk)
        .annotate(purpose=Subquery(stated[:1]), held_until=Subquery(until[:1]))
        .select_related("dossier__house", "dossier__controller", "organisation", "user")
        .first()
    )
    if seat is None:
        raise Http404
    seat.unlock_heard(now)
    request.seat = seat  # type: ignore[attr-defined]
    return seat


def at_the_table(view: View) -> View:
    """For a view of one dossier: `view(request, seat, now, ...)`.

    Finds the seat (or 404), and asks for the purpose of today before anything is shown.
    What was being typed when the day turned is kept as a draft, and found again. After
    the approach ended there is the after-care card, and no table any more.
    """

    @wraps(view)
    def sit(request: HttpRequest, pk: UUID, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        seat = seat_or_404(request, pk, now)
        if seat.reads_card:
            return to_the_card(request, seat)
        if not has_purpose(request, seat):
            return ask_purpose(request, seat, now, kwargs)
        return view(request, seat, now, **kwargs)

    return sit


def with_the_card(view: View) -> View:
    """For the one view of whoever is named on the after-care card, and nobody else."""

    @wraps(view)
    def read(request: HttpRequest, pk: UUID) -> HttpResponse:
        now = timezone.now()
        seat = seat_or_404(request, pk, now)
        if not seat.reads_card:
            raise Http404
        if not has_purpose(request, seat):
            return ask_purpose(request, seat, now, {})
        return view(request, seat, now)

    return read


def to_the_card(request: HttpRequest, seat: Seat) -> HttpResponse:
    """From the page of the dossier one comes to the card; all else is not there."""
    if route_name(request) != "dossiers:detail" or request.method == "POST":
        raise Http404
    return redirect("casework:card", seat.dossier_id)


def openings(request: HttpRequest, now: datetime) -> QuerySet[Opening]:
    """With which a page may be read: of today. What was being typed when the day
    turned is sent under the purpose of the day before."""
    if request.method in ("GET", "HEAD"):
        return Opening.objects.on(timezone.localdate(now))
    return Opening.objects.filter(at__gt=now - A_DAY)


def has_purpose(request: HttpRequest, seat: Seat) -> bool:
    """Whether a purpose was stated; asked when the seat was found."""
    stated: str | None = seat.purpose  # type: ignore[attr-defined]
    request.purpose = stated or ""  # type: ignore[attr-defined]
    return stated is not None


def ask_purpose(
    request: HttpRequest, seat: Seat, now: datetime, kwargs: dict[str, Any]
) -> HttpResponse:
    if request.method == "POST":
        keep_draft(
            route_name(request),
            as_it_was_typed(request.POST),
            by=me(request),
            house=seat.dossier.house,
            dossier=seat.dossier,
            about=next((v for v in kwargs.values() if isinstance(v, UUID)), None),
            now=now,
        )
    address = reverse("dossiers:purpose", args=[seat.dossier_id])
    onward = urlencode({"next": request.get_full_path()})
    if getattr(request, "htmx", False):
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = f"{address}?{onward}"
        return response
    return redirect(f"{address}?{onward}")


def purpose_of(request: HttpRequest) -> str:
    """The purpose stated today, for the line that this page leaves."""
    return str(getattr(request, "purpose", ""))
