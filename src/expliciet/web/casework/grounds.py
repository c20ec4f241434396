"""From what an agreement or expectation follows: choosing one thing that was said."""

from datetime import datetime
from textwrap import shorten
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Record, Seat
from ...dossiers.models.record import as_told, kinds

if TYPE_CHECKING:
    RecordChoice = forms.ModelChoiceField[Record]
else:
    RecordChoice = forms.ModelChoiceField

GROUNDS = (
    *("decision", "goal", "intervention", "factor_reading", "interpretation"),
    *("expectation", "impasse"),
)
"""What one can point at as the reason of an agreement."""
SHOWN = 60


class GroundChoice(RecordChoice):
    """One record of the dossier; hand it what this seat hears with `offer`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Record.objects.none(),
            required=False,
            empty_label=_("Nothing that stands here"),
            **kwargs,
        )
        self.told: dict[UUID, Record] = {}

    def offer(self, seat: Seat, now: datetime) -> None:
        """What still stands, the latest first, each with its first words."""
        heard = Record.objects.visible_to(seat, now).current()
        found = heard.filter(kind__in=GROUNDS, withdrawal=None)
        self.queryset = found.order_by("-recorded_at")
        self.told = as_told(self.queryset)

    def label_from_instance(self, record: Record) -> str:
        said = self.told.get(record.pk)
        first = next((words for _name, words in said.texts), "") if said else ""
        kind = capfirst(str(kinds()[record.kind]._meta.verbose_name))
        return f"{record.reference} · {kind}: {shorten(first, SHOWN, placeholder='…')}"
