"""Why a figure is not there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Undefined(models.TextChoices):
    """The closed list of reasons to give no figure rather than one that misleads."""

    TOO_FEW = "too-few", _("too few texts were coded by both")
    NO_VARIATION = "no-variation", _("both always decided the same, so nothing varies")
    TOO_RARE = "too-rare", _("the code was given too rarely, or nearly always")
