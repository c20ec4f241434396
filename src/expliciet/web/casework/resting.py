"""What something rests on: choosing statements, and showing those that were chosen.

One offers and shows only what the reader hears; of a contribution that was withdrawn
the words are closed here too.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from uuid import UUID

from django import forms
from django.db.models import Model, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ...casework.actions.resting import visible_statements
from ...casework.models import Contribution, Statement
from ...dossiers.models import Seat

if TYPE_CHECKING:
    ManyStatements = forms.ModelMultipleChoiceField[Statement]
else:
    ManyStatements = forms.ModelMultipleChoiceField


CHANGED = _(
    "A statement you chose was corrected or withdrawn meanwhile. Choose again what "
    "this rests on."
)


class StatementChoice(ManyStatements):
    """Statements of the dossier to rest something on; hand it `statements_for`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("queryset", Statement.objects.none())
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(*args, **kwargs)
        self.error_messages["invalid_choice"] = CHANGED

    def label_from_instance(self, statement: Statement) -> SafeString:
        return format_html(
            '<span class="reference">{}</span> {}: {} <span class="quiet">{}</span>',
            statement.reference,
            statement.get_kind_display(),
            statement.text,
            statement.contribution.organisation.name,
        )


def statements_for(seat: Seat, now: datetime) -> QuerySet[Statement]:
    """The statements that this seat hears and that still stand, the latest first."""
    seen: QuerySet[Statement] = visible_statements(seat, now)
    return (
        seen.filter(contribution__withdrawal=None, contribution__superseded_by=None)
        .select_related("contribution__organisation")
        .order_by("-contribution__recorded_at", "order")
    )


class Rested(NamedTuple):
    """One statement that something rests on, as one seat reads it."""

    statement: Statement
    reference: str
    contribution: Contribution
    text: str
    """Empty when its words are closed to this seat."""
    is_withdrawn: bool
    is_corrected: bool


def rested_on(
    model: type[Model], ids: Collection[UUID], seat: Seat, moment: datetime
) -> dict[UUID, list[Rested]]:
    """By thing (a record or a part of one, each with `rests_on`) what it rests on.

    Two queries, however many things there are.
    """
    found: dict[UUID, list[Rested]] = defaultdict(list)
    if not ids:
        return found
    name = str(model._meta.model_name)
    links = (
        cast("Any", model)
        .rests_on.through.objects.filter(**{f"{name}__in": list(ids)})
        .values_list(name, "statement")
    )
    of: dict[UUID, list[UUID]] = defaultdict(list)
    for thing, statement in links:
        of[statement].append(thing)
    heard = Contribution.objects.known_to(seat, moment)
    statements = Statement.objects.filter(pk__in=of, contribution__in=heard)
    statements = statements.select_related(
        "contribution__withdrawal",
        "contribution__superseded_by",
        "contribution__organisation",
    )
    for statement in statements.order_by("contribution__recorded_at", "order"):
        rested = as_read(statement, seat)
        for thing in of[statement.pk]:
            found[thing].append(rested)
    return found


def as_read(statement: Statement, seat: Seat) -> Rested:
    contribution = statement.contribution
    open_ = contribution.is_readable_by(seat)
    return Rested(
        statement,
        statement.reference,
        contribution,
        (statement.text or "") if open_ else "",
        contribution.is_withdrawn,
        contribution.is_superseded,
    )
