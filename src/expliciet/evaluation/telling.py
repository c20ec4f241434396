"""A record in plain lines: each thing that was said or chosen, by the name of its
field. What points to people becomes a role; nothing else that points back is told."""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..accounts.models import Organisation
from ..dossiers.models import Record, Seat
from ..vault.fields import SealedTextField

Named = Callable[[type[models.Model], UUID], str]
"""The role of an organisation or a seat."""

LEFT_OUT = frozenset({"working_name", "custody", "representative"})
"""Fields that serve to know a person again, or to reach one."""


def told(record: Record, named: Named) -> str:
    """What one record says, line by line, its parts below it."""
    lines = list(lines_of(record, named))
    for name in dict.fromkeys(each.partition("__")[0] for each in record.WITHIN):
        for part in getattr(record, name).all():
            below = list(lines_of(part, named))
            if below:
                lines += ["", *below]
    return "\n".join(lines).strip()


def lines_of(thing: models.Model, named: Named) -> Iterator[str]:
    """One line for each of its own fields that says something."""
    for field in thing._meta.local_concrete_fields:
        if field.name in LEFT_OUT or field.primary_key:
            continue
        said = in_words(thing, field, named)
        if said:
            yield f"{str(field.verbose_name).capitalize()}: {said}"


def in_words(
    thing: models.Model, field: "models.Field[object, object]", named: Named
) -> str:
    """A field as one reads it; nothing for what only the program knows."""
    if isinstance(field, models.ForeignKey):
        kind, pk = field.related_model, getattr(thing, field.attname)
        known = isinstance(kind, type) and issubclass(kind, Organisation | Seat)
        return named(kind, pk) if known and pk else ""
    value = getattr(thing, field.attname)
    if value in (None, ""):
        return ""
    if isinstance(field, SealedTextField):
        return str(value)
    if field.choices:
        return str(getattr(thing, f"get_{field.name}_display")())
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    if isinstance(field, models.DateField):
        return date_format(value, "SHORT_DATE_FORMAT")
    return ""
