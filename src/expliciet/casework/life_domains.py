"""The domains of somebody's life, so that a picture shows what it leaves out."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LifeDomain(models.TextChoices):
    """Where in a life something is seen, or something may change."""

    LIVING = "living", _("living and neighbourhood")
    FAMILY = "family", _("family and relationships")
    WORK = "work", _("work, school and how the day is filled")
    MONEY = "money", _("income and debts")
    HEALTH = "health", _("health, mind and use of substances")
    NETWORK = "network", _("friends and network, online as well")
    IDEAS = "ideas", _("ideas and grievances")
    CONDUCT = "conduct", _("conduct, and contact with police and justice")
    MEANING = "meaning", _("meaning, and where somebody finds it")
