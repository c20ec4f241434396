"""A file brought to the table."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...vault.fields import SealedBytesField, SealedTextField
from .record import Record, RecordQuerySet


class AttachmentManager(models.Manager["Attachment"]):
    def get_queryset(self) -> RecordQuerySet["Attachment"]:
        """Without the bytes, until somebody takes the file out."""
        return RecordQuerySet(self.model, using=self._db).defer(*Attachment.LATER)


class Attachment(Record):
    """A checked file, sealed like a text; given back as it came, never shown here."""

    KIND = "attachment"
    INITIAL = "R"
    TEXTS = ("name", "what")
    LATER = ("content",)

    name = SealedTextField(
        _("name of the file"), seal="dossiers.attachment.name", max_length=200
    )
    what = SealedTextField(
        _("what it is, and why it is here"),
        seal="dossiers.attachment.what",
        max_length=1_000,
    )
    extension = models.CharField(max_length=8)
    size = models.PositiveIntegerField()
    content = SealedBytesField(seal="dossiers.attachment.content")

    objects: ClassVar[RecordQuerySet["Attachment"]] = AttachmentManager.from_queryset(
        RecordQuerySet
    )()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("attachment")
