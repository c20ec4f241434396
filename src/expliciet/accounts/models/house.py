"""A Care and Safety House."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...vault.keyring import unlock
from ...vault.sealing import Place
from ..house_rules import KNOWN, RuleLacking

if TYPE_CHECKING:
    from .house_rule import HouseRule

SHARED = "house"
"""The compartment of what everybody appointed in a house may read."""


class House(models.Model):
    """The regional partnership at whose tables cases are discussed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=80, unique=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    is_fictional = models.BooleanField(_("everything in it is made up"), default=False)
    founded_at = models.DateTimeField()

    ends_with = None
    """A partnership is not a person: it has no end date of its own."""

    class Meta:
        verbose_name = _("Care and Safety House")

    def __str__(self) -> str:
        return self.name

    def seal_place(self) -> Place:
        return Place(self.id, SHARED)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.id)

    def unlock(self) -> None:
        """Let this request read what the house shares."""
        unlock(self.id, [SHARED])

    def rule_row(self, name: str, today: date) -> "HouseRule | None":
        """The row that holds on this day, if the house set one."""
        return self.rules.holding(today).filter(name=name).first()

    def rule(self, name: str, today: date) -> Any:
        """The value on this day; `RuleLacking` where only the house may say."""
        known = KNOWN[name]
        row = self.rule_row(name, today)
        if row is not None:
            return row.value
        if known.is_legal:
            raise RuleLacking(known)
        return known.default
