"""A parameter of one house, with its source and the day from which it holds."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ..house_rules import KNOWN, Known
from .house import House
from .user import User


class HouseRuleQuerySet(models.QuerySet["HouseRule"]):
    def holding(self, today: date) -> "HouseRuleQuerySet":
        """Begun by this day; of each name the one that began last comes first."""
        return self.filter(valid_from__lte=today).order_by(
            "name", "-valid_from", "-set_at"
        )


class HouseRule(models.Model):
    """What this house decided about a known rule (S57).

    Never overwritten: a new row takes its place from its day on, and what was decided
    before keeps the rule it was decided under. Without source and date it does not
    exist: both are required.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="rules")
    name = models.CharField(max_length=60)
    value = models.JSONField(_("value"))
    source = models.CharField(
        _("source"),
        max_length=200,
        help_text=_("Where this stands: the article, the covenant, the decision."),
    )
    source_date = models.DateField(_("date of the source"))
    valid_from = models.DateField(_("holds from"))
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )

    ends_with = None
    """A rule of a house says nothing about a person."""

    objects = HouseRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("house rule")
        ordering = ["name", "-valid_from", "-set_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(source=""), name="a_house_rule_has_a_source"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"

    @property
    def known(self) -> Known:
        return KNOWN[self.name]

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    def clean(self) -> None:
        if self.name not in KNOWN:
            raise ValidationError({"name": _("There is no such house rule.")})
        self.source = " ".join(self.source.split())
        if not self.source:
            raise ValidationError({"source": _("Say where this stands.")})
        if self.value not in (None, ""):
            try:
                self.value = self.known.look(self.value)
            except ValidationError as wrong:
                raise ValidationError({"value": wrong}) from wrong
