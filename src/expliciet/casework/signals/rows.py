"""What was said and has a course of its own, read in one question to the database.

The same question serves one seat at one table and one person at ten thousand: dates,
kinds and links, never a word of what was said.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ...dossiers.models import Record
from ...dossiers.models.record import RecordQuerySet
from ..models import (
    Advice,
    Agreement,
    Confirmation,
    Conflict,
    Decision,
    Dissent,
    Expectation,
    Impasse,
    Interpretation,
    Intervention,
    LeftSo,
    Progress,
    Resolution,
    Result,
    Round,
    Scaling,
    Step,
)

KINDS = (
    *(Advice, Agreement, Conflict, Decision, Dissent, Expectation, Impasse),
    *(Interpretation, Intervention, LeftSo, Progress, Result, Round, Scaling),
)

FIELDS = (
    *("pk", "dossier", "kind", "reference", "recorded_at", "supersedes", "withdrawal"),
    *("expectation__answer_by", "expectation__answer__at", "agreement__due_on"),
    *("dissent__beside", "conflict__one", "conflict__other"),
    *("progress__of_intervention", "progress__known", "progress__seen_on"),
    *("result__of_intervention", "decision__decided_on", "advice__answers_to"),
    *("scaling__review_on", "round__answer_by", "round__reveal__at"),
    *("impasse__since", "impasse__decide_by"),
    *("leftso__mark", "leftso__until"),
)


class Row(dict[str, Any]):
    """One record: `row["expectation__answer_by"]`, and a few questions."""

    @property
    def pk(self) -> UUID:
        pk: UUID = self["pk"]
        return pk

    @property
    def stands(self) -> bool:
        return self["withdrawal"] is None

    @property
    def said_on(self) -> date:
        return timezone.localdate(self["recorded_at"])

    def day(self, name: str) -> date | None:
        """The day in this field; of a moment, the day it falls on here."""
        value = self[name]
        return timezone.localdate(value) if isinstance(value, datetime) else value


@dataclass
class Said:
    """What one seat hears of one dossier, by kind, each in the order of time."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    by_pk: dict[UUID, Row] = field(default_factory=dict)
    later: dict[UUID, UUID] = field(default_factory=dict)
    """By record, the one that took its place."""

    def add(self, row: Row) -> None:
        self.rows[row["kind"]].append(row)
        self.by_pk[row.pk] = row
        if row["supersedes"]:
            self.later[row["supersedes"]] = row.pk

    def current(self, kind: type[Record]) -> list[Row]:
        """Those that stand: not corrected since, and not withdrawn."""
        return [
            row
            for row in self.rows.get(kind.KIND, ())
            if row.pk not in self.later and row.stands
        ]

    def chain(self, row: Row) -> list[Row]:
        """This text and those that stood in its place before, the first one first."""
        found = [row]
        while (before := self.by_pk.get(found[0]["supersedes"])) is not None:
            found.insert(0, before)
        return found

    def latest(self, pk: UUID) -> UUID:
        """The text that stands in the place of this one now."""
        while pk in self.later:
            pk = self.later[pk]
        return pk

    def holds(self, pk: UUID) -> bool:
        """This very text stands: nothing took its place, and it was not withdrawn."""
        row = self.by_pk.get(pk)
        return row is not None and row.stands and pk not in self.later


def read(heard: RecordQuerySet[Record]) -> dict[UUID, Said]:
    """What was said that has a course, by dossier."""
    found: dict[UUID, Said] = defaultdict(Said)
    for row in rows(heard):
        found[row["dossier"]].add(row)
    return found


def rows(heard: RecordQuerySet[Record]) -> Iterable[Row]:
    begun = Coalesce(OuterRef("impasse__begun_as"), OuterRef("pk"))
    stages = Step.objects.filter(impasse=begun).order_by("-at")
    told = (
        heard.filter(kind__in=[kind.KIND for kind in KINDS])
        .annotate(
            is_done=Exists(
                Confirmation.objects.filter(claim__agreement=OuterRef("pk"))
            ),
            is_handled=Q(dissent__handled__isnull=False),
            is_settled=Q(conflict__settled__isnull=False),
            is_advice=Q(decision__advice_to__isnull=False),
            is_resolved=Exists(Resolution.objects.filter(impasse=begun)),
            stage_by=Subquery(stages.values("decide_by")[:1]),
        )
        .order_by("recorded_at", "pk")
        .values(
            *FIELDS,
            *("is_done", "is_handled", "is_settled", "is_advice", "is_resolved"),
            "stage_by",
        )
    )
    return (Row(row) for row in told.iterator(chunk_size=2_000))
