"""The letter paper of a house, on which its Word files are set (F87)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...vault.fields import SealedBytesField
from ...vault.sealing import Place
from .house import SHARED, House
from .user import User


class HouseTemplateQuerySet(models.QuerySet["HouseTemplate"]):
    def standing(self) -> "HouseTemplateQuerySet":
        """Those in use: one for a house, or none."""
        return self.filter(ended_at=None)


class HouseTemplate(models.Model):
    """A Word file of a house with places in it; it holds nothing of a case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    content = SealedBytesField(seal="accounts.house_template.content")
    size = models.PositiveIntegerField()
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    ends_with = "house"

    objects = HouseTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("template of a house")
        ordering = ["-set_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["house"],
                condition=Q(ended_at=None),
                name="one_template_for_a_house",
            )
        ]

    def __str__(self) -> str:
        return f"template {self.id}"

    def seal_place(self) -> Place:
        return Place(self.house_id, SHARED)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)
