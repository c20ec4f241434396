"""Who is away now: I myself, whom I replace, and those whose answer is awaited."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...accounts.models import Absence, User
from ...dossiers.models import Seat
from .rows import Row

Whose = tuple[UUID, UUID]
"""A person, in the organisation for which they work."""


class Away(NamedTuple):
    """Everybody who is away today, as far as one works in the same house."""

    mine: list[Absence]
    replacing: dict[Whose, Absence]
    others: dict[UUID, Absence]

    @property
    def replaced(self) -> list[Absence]:
        """Those whose work I look after, the first to be back first."""
        return sorted(self.replacing.values(), key=lambda each: each.until)

    def for_whom(self, row: Row) -> Row:
        """With whose work it is, when it is that of a colleague who is away."""
        whose = (row.person, row.seat.organisation_id) if row.person else None
        if whose is None or whose not in self.replacing or row.in_one_tap:
            return row
        return row._replace(for_whom=str(self.replacing[whose].user.name))


def away_now(user: User, today: date) -> Away:
    """One question, whoever is away."""
    found = Away([], {}, {})
    holding = Absence.objects.holding(today).visible_to(user, today)
    for each in holding.select_related("user", "replacement"):
        if each.user_id == user.pk:
            found.mine.append(each)
        elif each.replacement_id == user.pk:
            found.replacing[each.user_id, each.organisation_id] = each
        found.others.setdefault(each.user_id, each)
    return found


def with_absences(rows: Iterable[Row], away: Away) -> list[Row]:
    """Beside what is awaited: that who owes it is away, and who takes over.

    Of an organisation only when somebody of it who sits at that table is away.
    """
    rows = list(rows)
    if not away.others or not rows:
        return rows
    sitting = Seat.objects.filter(
        dossier__in={row.seat.dossier_id for row in rows},
        user__in=away.others,
        left_at=None,
    ).values_list("dossier", "organisation", "user")
    absent: dict[tuple[UUID, UUID], list[UUID]] = {}
    for dossier, organisation, user in sitting:
        absent.setdefault((dossier, organisation), []).append(user)
    found = []
    for row in rows:
        there = absent.get((row.seat.dossier_id, row.party_id or row.seat.pk), [])
        people = [who for who in there if row.person in (None, who)]
        told = [said(away.others[who]) for who in people]
        found.append(row._replace(away="; ".join(told)))
    return found


def said(absence: Absence) -> str:
    return _("%(name)s is away up to %(day)s; %(other)s takes over") % {
        "name": absence.user.name,
        "day": date_format(absence.until, "j M"),
        "other": absence.replacement.name,
    }
