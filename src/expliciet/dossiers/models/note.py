"""A note: the plainest thing to say at a table."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from ...vault.fields import SealedTextField
from .record import Record, RecordQuerySet


class Note(Record):
    """Something said in one's own words, of no other kind."""

    KIND = "note"
    INITIAL = "N"
    TEXTS = ("text",)

    text = SealedTextField(_("note"), seal="dossiers.note.text")

    objects: ClassVar[RecordQuerySet["Note"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("note")
