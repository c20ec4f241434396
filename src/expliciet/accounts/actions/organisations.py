"""Which organisations take part in a house."""

from django.db import transaction

from ...audit import trail
from ...audit.actions import Action
from ...audit.trail import TERMINAL
from ..models import Appointment, Organisation
from ..refusal import require


@transaction.atomic
def add_organisation(
    organisation: Organisation, *, by: Appointment | None
) -> Organisation:
    """A partner joins; `by` is None at the terminal, when the house is founded."""
    require(may_manage(organisation, by), "organisation.add")
    organisation.full_clean()
    organisation.save(force_insert=True)
    trail.record(Action.ORGANISATION_ADDED, by=by or TERMINAL, about=organisation)
    return organisation


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: Appointment) -> Organisation:
    """Another name, or no longer taking part. A function stays: circles rest on it."""
    require(may_manage(organisation, by), "organisation.change")
    organisation.full_clean()
    organisation.save(update_fields=["name", "is_active"])
    trail.record(Action.ORGANISATION_CHANGED, by=by, about=organisation)
    return organisation


def may_manage(organisation: Organisation, by: Appointment | None) -> bool:
    if by is None:
        return True
    return by.house_id == organisation.house_id and by.is_(
        Appointment.Role.ADMINISTRATOR, Appointment.Role.PROCESS_DIRECTOR
    )
