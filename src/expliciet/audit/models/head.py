"""A signed word about the chain so far; partners keep it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Head(models.Model):
    """At this moment the chain of this house had this size and this hash.

    Signed with Ed25519. Whoever keeps a head can tell later that nothing before it
    was changed or taken out.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.UUIDField()
    size = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    key = models.CharField(max_length=16)
    signature = models.CharField(max_length=128)

    ends_with = None
    """A size and two hashes: it says nothing about anybody, and partners keep it."""

    class Meta:
        verbose_name = _("signed head")
        ordering = ["house", "size"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "size"], name="one_head_for_a_size"
            )
        ]

    def __str__(self) -> str:
        return f"head at {self.size}"

    def said(self) -> bytes:
        """The bytes that are signed."""
        at = self.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        said = f"{self.house}\n{self.size}\n{self.hash}\n{at}\n"
        return f"expliciet head v1\n{said}".encode()
