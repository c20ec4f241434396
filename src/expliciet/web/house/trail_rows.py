"""Lines of the trail in words: identifiers become names only for who may know them."""

from typing import NamedTuple
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, Organisation, User
from ...audit.models import Line
from ...audit.models.line import LineQuerySet
from ...audit.purposes import Purpose
from ...dossiers.models import Seat
from ...dossiers.models.dossier import DossierQuerySet

A_PAGE = 100

ROLES = {
    **dict(Seat.Role.choices),
    **dict(Appointment.Role.choices),
    "clock": _("the clock"),
    "terminal": _("the terminal of the server"),
    "attendee": _("somebody at a board, by its code"),
}
PURPOSES = dict(Purpose.choices)


class Row(NamedTuple):
    """One line, readable."""

    line: Line
    who: str
    organisation: str
    role: str
    number: str
    """Of the dossier; empty where there is none, or where it may not be known."""
    thing: str
    purpose: str
    number_in_chain: int | None
    """Given once the clock has sealed it."""


class Page(NamedTuple):
    rows: list[Row]
    older: Line | None
    """The last of these, where there are more."""


def page_of(lines: LineQuerySet, known: DossierQuerySet) -> Page:
    """One page, the latest first; a query for each kind of thing that is named.

    `known` are the dossiers whose numbers may be told to whoever reads this.
    """
    found = list(lines.latest_first().select_related("seal")[: A_PAGE + 1])
    shown = found[:A_PAGE]
    people = User.objects.in_bulk({line.user for line in shown if line.user})
    organisations = Organisation.objects.in_bulk(
        {line.organisation for line in shown if line.organisation}
    )
    dossiers = dict(
        known.filter(pk__in={line.dossier for line in shown if line.dossier})
        .order_by()
        .values_list("pk", "number")
    )
    rows = [
        Row(
            line=line,
            who=name_of(line, people),
            organisation=str(organisations.get(line.organisation) or ""),
            role=str(ROLES.get(line.role, line.role)),
            number=dossiers.get(line.dossier, "") if line.dossier else "",
            thing=thing_of(line),
            purpose=str(PURPOSES.get(line.purpose, line.purpose)),
            number_in_chain=getattr(getattr(line, "seal", None), "number", None),
        )
        for line in shown
    ]
    return Page(rows, shown[-1] if len(found) > A_PAGE else None)


def name_of(line: Line, people: dict[UUID, User]) -> str:
    user = people.get(line.user) if line.user else None
    return (user.name or "") if user else ""


def thing_of(line: Line) -> str:
    """What it was done to, as a kind and never as words."""
    if not line.object_type:
        return ""
    try:
        return str(apps.get_model(line.object_type)._meta.verbose_name)
    except LookupError:
        return line.object_type
