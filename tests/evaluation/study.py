"""A study with a released dossier, in the fewest words; all of it invented."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.dossiers.models import Record
from expliciet.evaluation.actions.studies import (
    draw_dossiers,
    make_study,
    say_on_study,
)
from expliciet.evaluation.models import (
    Study,
    StudyApproval,
    StudyDossier,
    StudyMember,
    StudyText,
)
from tests.factories import AppointmentFactory, OrganisationFactory, Role, Table

Task = StudyMember.Task


class Studied(NamedTuple):
    """A table, and a study that may look at it."""

    table: Table
    study: Study
    director: Appointment
    officer: Appointment
    lead: StudyMember
    coder: StudyMember


def proposed(table: Table, now: datetime | None = None, **facts: object) -> Studied:
    """A study that was proposed to the house of this table, with two researchers."""
    now = now or table.now
    today = timezone.localdate(now)
    bureau = OrganisationFactory(house=table.house, name="Bureau Verzonnen")
    researchers = {
        AppointmentFactory(organisation=bureau, role=Role.EVALUATOR).user: task
        for task in (Task.LEAD, Task.CODER)
    }
    known = {
        "name": "Hoe wij samen duiden (verzonnen)",
        "commissioner": "de stuurgroep (verzonnen)",
        "ground": "Besluit van de stuurgroep (verzonnen).",
        "asks_interpretation": "Wat droeg de duiding?\nWat werd niet gezegd?",
        "begins_on": today - timedelta(days=400),
        "until": today + timedelta(days=30),
        "ends_on": today + timedelta(days=200),
    }
    study = Study(**known | facts)
    make_study(study, [], researchers, by=table.director, now=now)
    members = {member.task: member for member in study.members.all()}
    officer = AppointmentFactory(
        organisation=table.director.organisation, role=Role.PRIVACY_OFFICER
    )
    return Studied(
        table, study, table.director, officer, members[Task.LEAD], members[Task.CODER]
    )


def approved(table: Table, now: datetime | None = None, **facts: object) -> Studied:
    """The same, once the process director and the privacy officer let it look."""
    found, now = proposed(table, now, **facts), now or table.now
    house = found.study.houses.get()
    for by in (found.director, found.officer):
        word = StudyApproval(at_house=house, says=True, with_core=True, why="goed zo")
        say_on_study(word, by=by, now=now)
    return found


def released(
    table: Table,
    records: Iterable[tuple[Record, str]] = (),
    now: datetime | None = None,
    **facts: object,
) -> tuple[Studied, StudyDossier]:
    """The same, with its dossier released and these masked words for these records.

    Written as `actions.releasing` leaves them; what masking does is tested there.
    """
    found, now = approved(table, now, **facts), now or table.now
    draw_dossiers(found.study, by=found.director, now=now)
    chosen = StudyDossier.objects.get(study=found.study, dossier=table.dossier)
    chosen.masked_at = chosen.released_at = now
    chosen.released_by = found.director.user
    chosen.save()
    chosen.unlock()
    found.study.unlock_work()
    for number, (record, words) in enumerate(records, start=1):
        StudyText.objects.create(
            study_dossier=chosen,
            record_id=record.pk,
            number=number,
            kind=record.kind,
            recorded_at=record.recorded_at,
            voice="politie-1",
            words=words,
            heard=f'[["politie-1", "{record.recorded_at.isoformat()}"]]',
        )
    return found, chosen
