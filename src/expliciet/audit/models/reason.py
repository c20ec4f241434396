"""The words behind a line, in a table of their own."""

import hashlib
import secrets
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .line import Line

COMPARTMENT = "reasons"


class ReasonQuerySet(models.QuerySet["Reason"]):
    def empty(self) -> int:
        """At the end of their term: the words go, and what ties them to the hash."""
        return self.update(words=None, salt=b"")


class Reason(models.Model):
    """Why somebody did this, in their own words; only its hash stands in the line.

    At the end of its term the words are emptied, and the chain still holds.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    line = models.OneToOneField(Line, models.PROTECT, related_name="reason")
    salt = models.BinaryField()
    words = SealedTextField(seal="audit.reason.words")

    objects = ReasonQuerySet.as_manager()

    ends_with = "line"

    class Meta:
        verbose_name = _("reason behind a line")

    def __str__(self) -> str:
        return f"reason of {self.line_id}"

    def seal_place(self) -> Place:
        return Place(self.line.dossier or self.line.house, COMPARTMENT)

    @property
    def is_true(self) -> bool:
        """These are the words whose hash stands in the line."""
        return hashed(bytes(self.salt), self.words or "") == self.line.reason_hash


def fresh_salt() -> bytes:
    return secrets.token_bytes(16)


def hashed(salt: bytes, words: str) -> str:
    """What stands in the line; without the salt nobody can guess the words from it."""
    return hashlib.sha256(salt + words.encode("utf-8", "surrogatepass")).hexdigest()
