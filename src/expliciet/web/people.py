"""Who is asking, and in which capacity."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone

from ..accounts.models import Appointment, House, User


def me(request: HttpRequest) -> User:
    """Whoever is signed in; the gate let nobody else through."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def route_name(request: HttpRequest) -> str:
    """The name of the address that is being asked for."""
    match = request.resolver_match
    return match.view_name if match else ""


def appointments(request: HttpRequest) -> list[Appointment]:
    """What the one who asks is appointed to today; asked of the database once."""
    if not isinstance(request.user, User):
        return []
    known: list[Appointment] | None = getattr(request, "appointments", None)
    if known is None:
        known = list(request.user.appointments_now(timezone.localdate()))
        request.appointments = known  # type: ignore[attr-defined]
    return known


def acting(
    request: HttpRequest, *roles: str, house: House | None = None
) -> Appointment | None:
    """The capacity in which somebody acts: the first that fits of these roles."""
    for appointment in appointments(request):
        fits = not roles or appointment.role in roles
        if fits and (house is None or appointment.house_id == house.id):
            return appointment
    return None


def acting_or_404(
    request: HttpRequest, *roles: str, house: House | None = None
) -> Appointment:
    """The same; without it there is no such page."""
    appointment = acting(request, *roles, house=house)
    if appointment is None:
        raise Http404
    return appointment
