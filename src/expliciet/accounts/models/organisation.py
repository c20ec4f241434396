"""A partner in the cooperation."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from .house import House


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def core(self) -> "OrganisationQuerySet":
        """Municipality, police, prosecution service, and the house's own office."""
        return self.filter(function__in=Organisation.CORE)


class Organisation(models.Model):
    """A municipality, the police, a school: whoever sits at a table sits for one."""

    MUNICIPALITY = "municipality"
    POLICE = "police"
    PROSECUTION = "prosecution"
    OFFICE = "office"
    CORE = (MUNICIPALITY, POLICE, PROSECUTION, OFFICE)
    FIXED = {
        MUNICIPALITY: _("municipality"),
        POLICE: _("police"),
        PROSECUTION: _("public prosecution service"),
        OFFICE: _("office of the Care and Safety House"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="organisations")
    name = models.CharField(_("name"), max_length=80)
    function = models.CharField(_("function"), max_length=80)
    is_active = models.BooleanField(_("takes part"), default=True)

    ends_with = None
    """An organisation is not a person."""

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "name"], name="one_organisation_for_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_core(self) -> bool:
        return self.function in self.CORE

    @property
    def function_name(self) -> str:
        """In words; a function of the house's own list is words already."""
        return str(self.FIXED.get(self.function, self.function))

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    def clean(self) -> None:
        known = self.house.rule("functions", timezone.localdate())
        if self.function not in {*self.FIXED, *known}:
            raise ValidationError(
                {"function": _("Choose a function from the list of the house.")}
            )
