"""Deeds of asking a guest one sentence by a link, and of the guest who answers."""

from dataclasses import dataclass
from datetime import datetime

from ..casework.actions.guest_questions import (
    answer_by_guest,
    ask_sentence,
    open_for_guest,
    try_code,
)
from ..dossiers.models import Note
from ..vault.keyring import keyring
from .deeds import TABLE, Deed, Guest, Hears, Story
from .playing import play
from .stage import Stage


@dataclass(frozen=True, kw_only=True)
class AsksGuest(Deed):
    """`by` sends the link and calls with the code; the guest answers the same day."""

    guest: Guest
    sentence: str
    answered: str
    answer: str
    hears: Hears = TABLE


@play.register
def _(deed: AsksGuest, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        halves = ask_sentence(
            Note(text=told(deed.sentence, now)),
            stage.seat(story, deed.guest),
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )
    later = stage.calendar.moment(deed.answered)
    with keyring():
        question = try_code(halves.word, halves.code, now=later)
        if question is None:
            raise ValueError("the guest could not open the link")
        open_for_guest(question)
        answer_by_guest(question, Note(text=told(deed.answer, later)), now=later)
