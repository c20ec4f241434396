"""What the trail may be used for: a closed list, and nothing besides (S51)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """The four of Wpg 32a. Judging how somebody works is not one of them."""

    LAWFULNESS = "lawfulness", _("looking whether the processing was lawful")
    CONTROL = "internal-control", _("internal control")
    INTEGRITY = "integrity", _("integrity and security of the data")
    CRIMINAL = "criminal-proceedings", _("criminal proceedings")
