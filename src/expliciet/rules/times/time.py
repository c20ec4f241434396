"""A time in a line: the words, and what they mean on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..words import Words


class Role(StrEnum):
    """What a time does in its sentence."""

    DEADLINE = "deadline"
    """The deed is in time up to a day: *uiterlijk vrijdag*, *binnen een week*."""
    POINT = "point"
    """The deed is done on a day: *vrijdag*, *op 3 december*."""
    PERIOD = "period"
    """The deed is done in a stretch of days: *in week 3*, *in januari*."""
    END = "end"
    """An ongoing deed stops: *dagelijks tot 1 februari*."""
    START = "start"
    """The deed begins, without a last day: *vanaf maandag*, *na vrijdag*."""
    FREQUENCY = "frequency"
    """The deed comes back: *elke vrijdag*, *twee keer per week*."""
    TRIGGER = "trigger"
    """The deed waits for something to happen: *zodra het vonnis er is*."""
    VAGUE = "vague"
    """Words of time that no calendar knows: *z.s.m.*, *na de zomer*."""
    REFERENCE = "reference"
    """A date that tells one thing from another: *de zitting van 3 februari*."""
    PAST_REFERENCE = "past_reference"
    """What has been: *sinds maandag*, *d.d. 3 december*, *afgelopen week*."""


class TimeAsk(StrEnum):
    """Why a time is asked for although there are words for it."""

    VAGUE = "vague"
    AFTER = "after"
    PAST = "past"
    IMPOSSIBLE = "impossible"
    CONTRADICTION = "contradiction"
    NO_NEXT_MEETING = "no_next_meeting"

    @property
    def question(self) -> Words:
        return QUESTIONS[self]


QUESTIONS = {
    TimeAsk.VAGUE: Words(
        "Deze woorden wijzen geen dag aan. Wat is de laatste dag?",
        "These words point to no day. What is the last day?",
    ),
    TimeAsk.AFTER: Words(
        "Hier staat vanaf wanneer, niet tot wanneer. Wat is de laatste dag?",
        "This says from when, not until when. What is the last day?",
    ),
    TimeAsk.PAST: Words(
        "Deze dag is al voorbij. Welke dag is bedoeld?",
        "This day has already passed. Which day is meant?",
    ),
    TimeAsk.IMPOSSIBLE: Words(
        "Deze dag bestaat niet. Welke dag is bedoeld?",
        "This day does not exist. Which day is meant?",
    ),
    TimeAsk.CONTRADICTION: Words(
        "De weekdag en de datum horen niet bij elkaar. Welke van de twee is bedoeld?",
        "The weekday and the date do not agree. Which of the two is meant?",
    ),
    TimeAsk.NO_NEXT_MEETING: Words(
        "Het volgende overleg heeft nog geen datum. Welke dag is bedoeld?",
        "The next meeting has no date yet. Which day is meant?",
    ),
}


@dataclass(frozen=True, slots=True)
class Time:
    """Words of time at a place in a text; offsets count code points, end exclusive."""

    start: int
    end: int
    words: str
    role: Role
    day: date | None = None
    """The day the words name, also when it is no deadline or must be asked."""
    due: date | None = None
    """The last day on which the deed is in time."""
    until: date | None = None
    """The last day of an ongoing deed."""
    trigger: str | None = None
    """What is waited for, with its connective: *zodra het vonnis er is*."""
    term: str | None = None
    """The time that a trigger leaves, in ISO 8601: *P14D*."""
    working_days: bool = False
    """The days of the term are working days."""
    asks: TimeAsk | None = None
