"""A learning session with recommendations on its board; all of it invented."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from expliciet.accounts.models import Appointment, Organisation
from expliciet.evaluation.actions.board import add_direction
from expliciet.evaluation.actions.learning import (
    Joined,
    call_session,
    join,
    open_session,
)
from expliciet.evaluation.models import (
    Attendee,
    LearningSession,
    Recommendation,
    Response,
    SolutionDirection,
    Subject,
)
from tests.evaluation.study import Studied, approved
from tests.factories import AppointmentFactory, Role, Table, earlier_today


class Learning(NamedTuple):
    """A study with two recommendations that were offered, and a session on them."""

    studied: Studied
    recommendations: list[Recommendation]
    session: LearningSession
    now: datetime

    @property
    def director(self) -> Appointment:
        return self.studied.director


def recommended(
    studied: Studied,
    number: int = 1,
    addressee: Organisation | None = None,
    words: str = "",
    offered: bool = True,
) -> Recommendation:
    """As the researchers wrote and offered it; what they do is tested there."""
    now = studied.table.now
    studied.study.unlock_work()
    return Recommendation.objects.create(
        study=studied.study,
        number=number,
        subject=Subject.COOPERATION,
        house=studied.table.house,
        addressee=addressee,
        words=words or f"Spreek af wie belt, nummer {number} (verzonnen).",
        why="Nu wacht ieder op een ander (verzonnen).",
        by=studied.lead,
        at=now,
        offered_at=now if offered else None,
    )


def answered(
    recommendation: Recommendation,
    by: Appointment,
    now: datetime,
    says: str = Response.Says.ADOPT,
) -> Response:
    recommendation.study.unlock_work()
    return Response.objects.create(
        recommendation=recommendation,
        organisation=by.organisation,
        by=by.user,
        says=says,
        words="zo doen wij het (verzonnen)",
        on=timezone.localdate(now) + timedelta(days=30),
        at=now,
    )


def called(table: Table | None = None, **facts: object) -> Learning:
    """A session that the process director called for today."""
    table = table or Table(now=earlier_today())
    for function in ("police", "GGZ", "onderwijs"):
        table.organisation(function)
    studied = approved(table)
    recommendations = [recommended(studied, number) for number in (1, 2)]
    known = {
        "study": studied.study,
        "house": table.house,
        "name": "Leermiddag (verzonnen)",
        "case": "Een jongen van zeventien, en drie organisaties (verzonnen).",
        "held_on": timezone.localdate(table.now),
        "dots": 2,
    }
    session = LearningSession(**known | facts)
    session.unlock()
    call_session(session, recommendations, by=studied.director, now=table.tick())
    session.unlock()
    return Learning(studied, recommendations, session, table.tick())


def opened(table: Table | None = None, **facts: object) -> tuple[Learning, str]:
    """The same with its board open, and the code that was read aloud."""
    found = called(table, **facts)
    code = open_session(found.session, by=found.director, now=found.now)
    found.session.refresh_from_db(fields=["opened_at", "code_hash"])
    return found, code


def joined(found: Learning, function: str = "GGZ") -> Joined:
    return join(found.session, function, now=found.studied.table.tick())


def put(
    found: Learning,
    words: str = "GGZ belt de school (verzonnen)",
    by: Attendee | Appointment | None = None,
    at: int = 0,
) -> SolutionDirection:
    found.session.unlock()
    line = SolutionDirection(
        session=found.session,
        recommendation=found.recommendations[at],
        words=words,
    )
    return add_direction(line, by=by or found.director, now=found.studied.table.tick())


def partner(found: Learning, function: str) -> Appointment:
    """Somebody of this organisation, appointed at tables."""
    organisation = found.studied.table.organisation(function)
    return AppointmentFactory(organisation=organisation, role=Role.PARTNER)
