"""Who may be picked at the open door of a demo."""

from datetime import date

from django.conf import settings

from ..accounts.models import Appointment, House, Organisation


def are_open() -> bool:
    """In a demo, and never where a real house is: the switch alone opens nothing."""
    return bool(settings.DEMO) and not House.objects.filter(is_fictional=False).exists()


def people(today: date) -> list[Appointment]:
    """Everybody who can be picked: the office and the core first, then by name."""
    found = (
        Appointment.objects.holding(today)
        .filter(house__is_fictional=True)
        .select_related("user", "organisation", "house")
    )
    return sorted(found, key=in_order)


def in_order(appointment: Appointment) -> tuple[str, int, str, int, str]:
    organisation = appointment.organisation
    first = (Organisation.OFFICE, *Organisation.CORE[:3])
    place = (
        first.index(organisation.function)
        if organisation.function in first
        else len(first)
    )
    role = Appointment.Role.values.index(appointment.role)
    name = appointment.user.name or ""
    return appointment.house.name, place, organisation.name, role, name
