"""Begrippen: words that weigh, and what each partner means by them (N12)."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...accounts.models import Appointment, LoadedWord, Meaning
from ...audit.actions import Action
from ..people import me
from ..reading import show
from .visiting import Visit, visit_or_404


class Said(NamedTuple):
    """What one organisation, or the house, means; and what it meant before."""

    meaning: Meaning
    before: list[Meaning]
    is_due: bool
    is_ours: bool


class Entry(NamedTuple):
    """One word as it stands on the page."""

    word: LoadedWord
    house: Said | None
    partners: list[Said]
    mine_lacks: bool
    """Whether the organisation of whoever reads this has not said it yet."""


@require_safe
def loaded_words(request: HttpRequest, house: UUID | None = None) -> HttpResponse:
    """Every word with the meanings beside each other, in the order of the alphabet."""
    visit, now = visit_or_404(request, house), timezone.now()
    entries = entries_of(request, visit, now)
    speaks = visit.is_(*Appointment.AT_TABLES)
    return show(
        request,
        "house/loaded_words.html",
        {
            "visit": visit,
            "entries": entries,
            "mine": speaker(visit).organisation if speaks else None,
            "speaks": speaks,
            "directs": visit.is_(Appointment.Role.PROCESS_DIRECTOR),
            "lacking": [each for each in entries if speaks and each.mine_lacks],
        },
        action=Action.LOADED_WORDS_READ,
        by=visit.by,
        about=visit.house,
        count=max(1, len(entries)),
    )


def speaker(visit: Visit) -> Appointment:
    """The capacity in which somebody says what their organisation means."""
    return visit.acting(*Appointment.AT_TABLES)


def entries_of(request: HttpRequest, visit: Visit, now: datetime) -> list[Entry]:
    today = timezone.localdate(now)
    words = (
        LoadedWord.objects.visible_to(me(request), today)
        .filter(house=visit.house)
        .with_meanings()
    )
    found = [entry(word, visit, today) for word in words]
    return sorted(found, key=lambda each: (each.word.word or "").casefold())


def entry(word: LoadedWord, visit: Visit, today: date) -> Entry:
    ours = speaker(visit).organisation_id
    by_id = {each.id: each for each in word.meanings.all()}
    said = [
        Said(
            each,
            meanings_before(each, by_id),
            each.is_due(today),
            each.organisation_id == ours,
        )
        for each in word.meanings_now()
    ]
    return Entry(
        word,
        next((each for each in said if each.meaning.organisation is None), None),
        [each for each in said if each.meaning.organisation is not None],
        not any(each.is_ours for each in said),
    )


def meanings_before(meaning: Meaning, by_id: dict[UUID, Meaning]) -> list[Meaning]:
    """The meanings whose place it took, the last one first."""
    found: list[Meaning] = []
    place = meaning.supersedes_id
    while place in by_id:
        found.append(by_id[place])
        place = by_id[place].supersedes_id
    return found
