"""A record in plain lines: each thing that was said or chosen, by the name of its
field. What points to people becomes a role; nothing else that points back is told."""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ..accounts.models import Organisation
from ..dossiers.models import Record, Seat
from ..dossiers.models.record import kinds
from ..vault.fields import SealedTextField

Named = Callable[[type[models.Model], UUID], str]
"""The role of an organisation or a seat."""

LEFT_OUT = frozenset({"working_name", "custody", "representative"})
"""Fields that serve to know a person again, or to reach one."""
LABELS = {
    "at": pgettext_lazy("on a day", "on"),
    "at_table": gettext_lazy("at the table"),
    "by": gettext_lazy("said by"),
    "coming": gettext_lazy("who comes"),
    "criterion": gettext_lazy("criterion"),
    "due_on": pgettext_lazy("before a day", "by"),
    "leaving": gettext_lazy("who leaves"),
    "mandate": gettext_lazy("mandate"),
    "met": gettext_lazy("outcome"),
    "on_behalf_of": gettext_lazy("on behalf of"),
    "organisation": gettext_lazy("organisation"),
    "regime": gettext_lazy("regime"),
    "seat": gettext_lazy("who"),
}
"""Fields that no form asks for by name, or of which the name alone says too little."""

OF_THE_HOUSE = frozenset({"criterion"})
"""Plain words that the house chose beforehand, for every case."""
LANGUAGE = "nl"
"""In which a record is told, whoever asks for it."""


def told(record: Record, named: Named) -> str:
    """What one record says, line by line, its parts below it."""
    lines = list(lines_of(record, named))
    for name in dict.fromkeys(each.partition("__")[0] for each in record.WITHIN):
        for part in getattr(record, name).all():
            if isinstance(part, Organisation):
                lines.append(f"{together()}: {named(Organisation, part.pk)}")
            elif below := list(lines_of(part, named)):
                lines += ["", *below]
    return "\n".join(lines).strip()


def lines_of(thing: models.Model, named: Named) -> Iterator[str]:
    """One line for each of its own fields that says something."""
    for field in fields_of(type(thing)):
        said = in_words(thing, field, named)
        if said:
            yield f"{label_of(field)}: {said}"


def fields_of(kind: type[models.Model]) -> "Iterator[models.Field[object, object]]":
    for field in kind._meta.local_concrete_fields:
        if field.name not in LEFT_OUT and not field.primary_key:
            yield field


def together() -> str:
    """What stands before an organisation that does it with others."""
    return _("together with").capitalize()


def label_of(field: "models.Field[object, object]") -> str:
    return str(LABELS.get(field.name, field.verbose_name)).capitalize()


def labels_of(kind: str) -> dict[str, str]:
    """By what stands before it: the fields of a kind of record, without its parts."""
    return {label_of(field): field.name for field in fields_of(kinds()[kind])}


def labels_within(kind: str) -> set[str]:
    """What stands before a line of such a record, or of one of its parts."""
    model = kinds()[kind]
    found = {*labels_of(kind), together()}
    for name in {each.partition("__")[0] for each in model.WITHIN}:
        part = model._meta.get_field(name).related_model
        if part not in (None, Organisation):
            found |= {label_of(each) for each in fields_of(part)}
    return found


def read_back(kind: str, words: str) -> dict[str, str]:
    """What a masked record says in each of its own fields; its parts stand below the
    last of them."""
    labels, said = labels_of(kind), dict[str, list[str]]()
    current: list[str] = []
    for line in words.split("\n"):
        label, colon, rest = line.partition(": ")
        name = labels.get(label) if colon else None
        if name and name not in said:
            current = said[name] = [rest]
        else:
            current.append(line)
    return {name: "\n".join(lines).strip() for name, lines in said.items()}


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
    if isinstance(field, SealedTextField) or field.name in OF_THE_HOUSE:
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
