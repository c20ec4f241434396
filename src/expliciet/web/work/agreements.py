"""Working agreements on one's desk: to answer, to look at again, to wait for."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone

from ...accounts.models import Appointment, Organisation, WorkingAgreement
from ..house.answer_form import AnswerForm, answer_form, drafted, for_whom
from ..people import appointments, me
from .ages import age

SHOWN = 5
"""So many are answered here at once; the others wait on the page of the house."""


class ToAnswer(NamedTuple):
    """One that waits for my organisation, answered where it stands."""

    agreement: WorkingAgreement
    form: AnswerForm
    age: str


class DueAgain(NamedTuple):
    """One that my organisation looks after, and that must be looked at again."""

    agreement: WorkingAgreement
    age: str


class Awaited(NamedTuple):
    """One of ours, and who did not answer it yet."""

    agreement: WorkingAgreement
    owing: list[Organisation]
    age: str


class Desk(NamedTuple):
    to_answer: list[ToAnswer]
    more_to_answer: int
    due_again: list[DueAgain]
    awaited: list[Awaited]


def desk_of(request: HttpRequest, today: date) -> Desk:
    """The agreements of all houses where I sit at tables; a few queries for any
    number of them."""
    sitting = [
        each for each in appointments(request) if each.is_(*Appointment.AT_TABLES)
    ]
    for appointment in sitting:
        appointment.house.unlock()
    agreements = list(
        WorkingAgreement.objects.visible_to(me(request), today)
        .filter(house__in={each.house_id for each in sitting})
        .current()
        .with_answers()
        .order_by("made_at", "id")
    )
    ours = [each for each in agreements if is_ours(each, sitting)]
    partners = (
        list(
            Organisation.objects.filter(
                house__in={each.house_id for each in ours}, is_active=True
            )
        )
        if ours
        else []
    )
    asked = [
        (each, by)
        for each in agreements
        if (by := for_whom(request, each)) and each.unanswered_by([by.organisation])
    ]
    drafts = drafted(request, today) if asked else {}
    return Desk(
        to_answer=[
            ToAnswer(
                each,
                answer_form(request, each, by, drafts.get(each.id)),
                age(timezone.localdate(each.made_at), today),
            )
            for each, by in asked[:SHOWN]
        ],
        more_to_answer=max(0, len(asked) - SHOWN),
        due_again=[
            DueAgain(each, age(each.review_on, today))
            for each in ours
            if each.is_due(today)
        ],
        awaited=[
            Awaited(each, owing, age(timezone.localdate(each.made_at), today))
            for each in ours
            if (owing := each.unanswered_by(partners))
        ],
    )


def is_ours(agreement: WorkingAgreement, sitting: Iterable[Appointment]) -> bool:
    return any(agreement.belongs_to(each.organisation) for each in sitting)
