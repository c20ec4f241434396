"""Where what a study found stands."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponseRedirect
from django.urls import reverse

from ...accounts.models import House
from ...evaluation.models import Recommendation, Study
from ...evaluation.models.study import OUTCOME
from ...evaluation.partners import roles_in
from ...vault.keyring import unlock
from .studying import Concerned


def to(name: str, study: Study, *args: object, part: str = "") -> HttpResponseRedirect:
    address = reverse(f"evaluation:{name}", args=[study.pk, *args])
    return HttpResponseRedirect(f"{address}#{part}" if part else address)


def first_house(study: Study) -> House:
    """Where what one types is kept until it is said, and whose paper it is set on."""
    return study.houses.select_related("house")[0].house


def unlock_rows(study: Study, rows: Iterable[UUID]) -> None:
    """What was offered, row by row; nothing else of what was found."""
    unlock(study.pk, [OUTCOME], rows=rows)


def name_addressees(recommendations: Iterable[Recommendation], who: Concerned) -> None:
    """Partners read the name of an organisation; researchers know it by its role."""
    found = list(recommendations)
    roles = roles_in({each.house for each in found}) if who.member else {}
    for each in found:
        whose = each.addressee
        name = roles.get(whose.pk, whose.name) if whose else ""
        each.said_to = name  # type: ignore[attr-defined]
