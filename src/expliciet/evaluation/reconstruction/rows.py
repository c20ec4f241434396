"""What is read of a dossier for its figures: moments, kinds and functions.

Never a sealed word: no field here is sealed, and no key is opened. A fixed number of
questions to the database for each chunk of dossiers, whatever was said in them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models

from ...accounts.models import Organisation
from ...casework.models import (
    Act,
    Agreement,
    Claim,
    Decision,
    Dissent,
    Expectation,
    Impasse,
    Intervention,
    Met,
    Progress,
    Reading,
    Round,
    Scaling,
    Step,
    Take,
)
from ...dossiers.models import Dossier, Heading, Question
from .standing import Row

CHUNK = 100
"""So many dossiers are read at once: memory stays flat, however many there are."""
SAID = ("pk", "recorded_at", "supersedes_id", "withdrawal__at")
"""What is read of every record."""


class Source(NamedTuple):
    """One question to the database: of which rows which columns."""

    model: type[models.Model]
    dossier: str
    columns: tuple[str, ...]


def records(model: type[models.Model], *columns: str) -> Source:
    return Source(model, "dossier_id", (*SAID, *columns))


SOURCES = {
    "headings": records(Heading, "phase", "running_since"),
    "decisions": records(Decision, "is_procedural", "way", "decided_on"),
    "dissents": records(Dissent, "beside_id"),
    "acts": records(Act, "done_on"),
    "scalings": records(Scaling, "direction"),
    "criteria": Source(Met, "scaling__dossier_id", ("scaling_id", "met")),
    "agreements": records(
        Agreement,
        "due_on",
        "owner_organisation_id",
        "owner_organisation__function",
        "reply__says",
        "reply__at",
    ),
    "claims": Source(
        Claim,
        "agreement__dossier_id",
        ("agreement_id", "at", "done_on", "not_yet__at", "confirmation__at"),
    ),
    "expectations": records(
        Expectation, "answer_by", "of__function", "answer__says", "answer__at"
    ),
    "interventions": records(
        Intervention, "starts_on", "owner__organisation__function"
    ),
    "progress": records(Progress, "of_intervention_id", "known", "seen_on"),
    "impasses": records(
        Impasse, "begun_as_id", "since", "resolution__how", "resolution__at"
    ),
    "steps": Source(Step, "impasse__dossier_id", ("impasse_id", "stage", "at")),
    "rounds": records(Round, "reveal__at"),
    "readings": records(Reading, "of_round_id", "organisation_id"),
    "takes": Source(Take, "reading__dossier_id", ("reading_id", "theme", "says")),
    "questions": Source(
        Question,
        "record__dossier_id",
        ("record__recorded_at", "rule", "outcome", "record__organisation_id"),
    ),
}

Case = dict[str, list[Row]]
"""The rows of one dossier, by source."""


def chunks(dossiers: Iterable[UUID]) -> Iterator[list[UUID]]:
    """Each dossier once, so many at a time."""
    wanted = sorted(set(dossiers))
    for start in range(0, len(wanted), CHUNK):
        yield wanted[start : start + CHUNK]


def functions_around(dossiers: Sequence[UUID]) -> set[str]:
    """The functions that the organisations of these houses have."""
    houses = Dossier.objects.filter(pk__in=dossiers).order_by().values("house")
    found = Organisation.objects.filter(house__in=houses).order_by()
    return set(found.values_list("function", flat=True).distinct())


def cases(dossiers: Sequence[UUID]) -> Iterator[Case]:
    """One dossier after the other, each with everything that is counted of it."""
    found = {each: empty() for each in dossiers}
    for name, source in SOURCES.items():
        for row in rows(source, dossiers):
            found[row[source.dossier]][name].append(row)
    yield from found.values()


def empty() -> Case:
    return {name: [] for name in SOURCES}


def rows(source: Source, dossiers: Sequence[UUID]) -> Iterator[dict[str, Any]]:
    wanted: Any = source.model._default_manager.order_by()
    asked = wanted.filter(**{f"{source.dossier}__in": dossiers})
    found: Iterator[dict[str, Any]] = asked.values(
        source.dossier, *source.columns
    ).iterator(chunk_size=5_000)
    return found
