"""The number and the hash that a committed line gets."""

import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from .line import Line

START = "0" * 64


class Seal(models.Model):
    """One link of the chain of a house: h(n) = SHA-256(0x00, h(n-1), line n)."""

    line = models.OneToOneField(
        Line, models.PROTECT, primary_key=True, related_name="seal"
    )
    house = models.UUIDField()
    number = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    ends_with = "line"

    class Meta:
        verbose_name = _("seal of a line")
        ordering = ["house", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "number"], name="one_line_for_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"seal {self.number}"


def chained(previous: str, line: bytes) -> str:
    """The hash of a line after the hash before it."""
    return hashlib.sha256(b"\0" + bytes.fromhex(previous) + line).hexdigest()
