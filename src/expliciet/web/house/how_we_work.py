"""Zo werken wij: what the partners agreed for every case (N27)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...accounts.actions.working_agreements import may_propose
from ...accounts.models import (
    Appointment,
    Organisation,
    WorkingAgreement,
    WorkingAnswer,
)
from ...audit.actions import Action
from ...dossiers.models import Draft
from ..people import me
from ..reading import show
from .answer_form import AnswerForm, answer_form, drafted, for_whom
from .visiting import Visit, visit_or_404

WORDS_A_MINUTE = 200


class Entry(NamedTuple):
    """One agreement as it stands on the page."""

    agreement: WorkingAgreement
    accepted: list[WorkingAnswer]
    differing: list[WorkingAnswer]
    waiting: list[Organisation]
    before: list[WorkingAgreement]
    """The texts whose place it took, the last one first."""
    is_due: bool
    may_replace: bool
    by: Appointment | None
    """In which capacity whoever reads this may answer."""
    mine: WorkingAnswer | None
    form: AnswerForm | None
    """For whoever has not answered yet, though it was asked."""


class Chapter(NamedTuple):
    """All there is about one subject."""

    subject: str
    title: str
    entries: list[Entry]


@require_safe
def how_we_work(request: HttpRequest, house: UUID | None = None) -> HttpResponse:
    """A page by which a new partner understands the cooperation in five minutes."""
    visit, now = visit_or_404(request, house), timezone.now()
    entries = entries_of(request, visit, now)
    organisations = [each for each in visit.house.organisations.all() if each.is_active]
    return show(
        request,
        "house/how_we_work.html",
        {
            "visit": visit,
            "chapters": chapters(entries),
            "count": len(entries),
            "asked": sum(1 for entry in entries if entry.form),
            "due": [entry for entry in entries if entry.is_due],
            "minutes": minutes_to_read(entries),
            "core": [each for each in organisations if each.is_core],
            "others": [each for each in organisations if not each.is_core],
            "may_propose": visit.is_(*Appointment.AT_TABLES),
        },
        action=Action.WORKING_AGREEMENTS_READ,
        by=visit.by,
        about=visit.house,
        count=max(1, len(entries)),
    )


def entries_of(request: HttpRequest, visit: Visit, now: datetime) -> list[Entry]:
    """Every agreement in force, with what stood there before it."""
    today = timezone.localdate(now)
    found = list(
        WorkingAgreement.objects.visible_to(me(request), today)
        .filter(house=visit.house)
        .with_answers()
    )
    by_id = {agreement.id: agreement for agreement in found}
    replaced = {agreement.supersedes_id for agreement in found}
    organisations = list(visit.house.organisations.all())
    drafts = drafted(request, today)
    return [
        entry(
            request,
            visit,
            agreement,
            before=texts_before(agreement, by_id),
            organisations=organisations,
            draft=drafts.get(agreement.id),
            today=today,
        )
        for agreement in found
        if agreement.id not in replaced
    ]


def entry(
    request: HttpRequest,
    visit: Visit,
    agreement: WorkingAgreement,
    *,
    before: list[WorkingAgreement],
    organisations: Sequence[Organisation],
    draft: Draft | None,
    today: date,
) -> Entry:
    said = agreement.said
    yes = WorkingAnswer.Says.YES
    by = for_whom(request, agreement)
    mine = said.get(by.organisation_id) if by else None
    asked = by is not None and mine is None and agreement.asks(by.organisation)
    return Entry(
        agreement=agreement,
        accepted=[answer for answer in said.values() if answer.says == yes],
        differing=[answer for answer in said.values() if answer.says != yes],
        waiting=agreement.unanswered_by(organisations),
        before=before,
        is_due=agreement.is_due(today),
        may_replace=any(may_propose(agreement, each) for each in visit.capacities),
        by=by,
        mine=mine,
        form=answer_form(request, agreement, by, draft) if by and asked else None,
    )


def texts_before(
    agreement: WorkingAgreement, by_id: dict[UUID, WorkingAgreement]
) -> list[WorkingAgreement]:
    texts: list[WorkingAgreement] = []
    place = agreement.supersedes_id
    while place in by_id:
        texts.append(by_id[place])
        place = by_id[place].supersedes_id
    return texts


def chapters(entries: Sequence[Entry]) -> list[Chapter]:
    """In the order in which a newcomer needs them; empty ones too, to be filled."""
    return [
        Chapter(
            subject.value,
            str(subject.label),
            [each for each in entries if each.agreement.subject == subject],
        )
        for subject in WorkingAgreement.Subject
    ]


def minutes_to_read(entries: Sequence[Entry]) -> int:
    words = sum(len((entry.agreement.text or "").split()) for entry in entries)
    return max(1, round(words / WORDS_A_MINUTE))
