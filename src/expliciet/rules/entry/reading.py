"""A line taken apart: what is neither owner, time, criterion nor reason is the deed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from ..actors import Actor, Party, resolve
from ..language.finite_words import is_surely_finite
from ..language.tokens import tokens
from ..times import Role, Time, find_times, read_time
from .clause import Reading, read_clause
from .doers import Doer, Line, actors_in, find_doer
from .entry import Entry, Kind
from .openings import Opening, read_opening
from .span import Span, blanked, tidied
from .tails import Tail, find_tails

LONGEST = 1200
"""A longer line is no line; what stands beyond is kept in the deed, unread."""
IN_TIME = {Role.DEADLINE, Role.END, Role.POINT, Role.PERIOD}
ORDER = (Role.DEADLINE, Role.END, Role.POINT, Role.PERIOD, Role.START, Role.VAGUE)


def read_entry(
    text: str,
    *,
    today: date,
    people: Sequence[Party],
    next_meeting: date | None = None,
    by: Party | None = None,
    days_off: Collection[date] | None = None,
) -> Entry:
    """What one typed line says. `by` is who types, so that *ik* is somebody."""
    line, beyond = text[:LONGEST], text[LONGEST:]
    opening = read_opening(line)
    if not opening.kind.is_to_be_done:
        return Entry(opening.kind, tidied(text[opening.end :]) or tidied(text))
    tails = find_tails(line, opening.end)
    body = blanked(line, (tail.place for tail in tails), opening.end)
    times = find_times(body, today, next_meeting=next_meeting, days_off=days_off)
    times = [_up_to_verb(body, one) for one in times if not _is_content(body, one)]
    times += _short_days(body, today, times)
    time, waits_for, spent = _governing(times)
    places = [(one.start, one.end) for one in spent]
    seen = Line(
        blanked(body, places),
        actors_in(blanked(body, places), people, by),
        places,
        people,
        by,
    )
    reading = read_clause(body, seen.actors, places, dependent=opening.is_clause)
    doer = _doer(line, opening, seen, reading)
    taken = [*places, *(tail.place for tail in tails)]
    left = blanked(line, [*taken, doer.place] if doer else taken, opening.end)
    deed = tidied(left + beyond)
    return Entry(
        opening.kind,
        deed or tidied(line[opening.end :]) or text.strip(),
        verb=reading.verb,
        owner=_as_organisation(doer.actor) if doer else None,
        expected_by=_expected_by(line, opening, people, by),
        time=time,
        waits_for=waits_for,
        is_ongoing=any(one.role is Role.FREQUENCY for one in times),
        done_when=_said(line, tails, criterion=True),
        reason=_said(line, tails, criterion=False),
    )


def _is_content(body: str, time: Time) -> bool:
    """*geeft door wanneer hij komt*: what is passed on, not what is waited for."""
    told = body[: time.start].rstrip().endswith((" door", " af", " na"))
    return told and time.words.lower().startswith("wanneer")


def _up_to_verb(body: str, time: Time) -> Time:
    """*Als moeder weigert belt Bo*: the second verb is the deed's."""
    if time.role is not Role.TRIGGER or body[: time.start].strip():
        return time
    words = [word for word in tokens(time.words) if word.is_word]
    if len(words) < 4 or not all(map(is_surely_finite, words[-2:])):
        return time
    kept = time.words[: words[-1].start].rstrip()
    cut = len(time.words) - len(kept)
    trigger = (time.trigger or "")[:-cut]
    return replace(time, end=time.end - cut, words=kept, trigger=trigger)


def _short_days(body: str, today: date, known: Sequence[Time]) -> list[Time]:
    """*…, vr*: two letters are a day when they stand between marks."""
    found = []
    for one in _short_day().finditer(body):
        start, end = one.span(1)
        time = read_time(one[1].rstrip("."), today)
        if time and not any(o.start < end and start < o.end for o in known):
            found.append(replace(time, start=start, end=end, words=one[1]))
    return found


@lru_cache(maxsize=1)
def _short_day() -> re.Pattern[str]:
    return re.compile(
        r"(?i)(?:[,(:]|\s[–-])\s*((?:ma|di|wo|do|vr|za|zo)\b\.?)(?=\s*(?:$|[,;)]|\s[–-]))"
    )


def _governing(times: Sequence[Time]) -> tuple[Time | None, Time | None, list[Time]]:
    """The time that counts, what is waited for, and all whose words are spent."""
    counting = [one for one in times if one.role in ORDER]
    time = min(
        counting,
        key=lambda one: (ORDER.index(one.role), one.start),
        default=None,
    )
    waits_for = next((one for one in times if one.role is Role.TRIGGER), None)
    if waits_for and time and time.role in {Role.VAGUE, Role.START}:
        time = None
    return (
        time,
        waits_for,
        sorted((one for one in (time, waits_for) if one), key=lambda one: one.start),
    )


def _doer(line: str, opening: Opening, seen: Line, reading: Reading) -> Doer | None:
    if opening.of:
        actor = _resolved(line, opening.of, seen.people, seen.me)
        return Doer(actor, opening.of)
    return find_doer(seen, reading)


def _expected_by(
    line: str, opening: Opening, people: Sequence[Party], by: Party | None
) -> Actor | None:
    if opening.by:
        return _resolved(line, opening.by, people, by)
    if opening.kind is Kind.EXPECTATION and by is not None:
        return resolve(by.name or by.organisation, people, me=by)
    return None


def _resolved(
    line: str, place: Span, people: Sequence[Party], me: Party | None
) -> Actor:
    return resolve(line[slice(*place)], people, me=me)


def _said(line: str, tails: Sequence[Tail], *, criterion: bool) -> str:
    said = (
        tidied(line[slice(*tail.said)])
        for tail in tails
        if tail.is_criterion is criterion
    )
    return "; ".join(words for words in said if words)


def _as_organisation(actor: Actor) -> Actor:
    """*Kredietbank*: nobody at the table, and by its name no person."""
    if actor.at_table or actor.asks or actor.organisation or actor.function:
        return actor
    if not _organisation().search(actor.name):
        return actor
    return replace(actor, name="", organisation=actor.name)


@lru_cache(maxsize=1)
def _organisation() -> re.Pattern[str]:
    return re.compile(
        r"(?i)(?:bank|stichting|vereniging|corporatie|instelling|bureau|organisatie"
        r"|centrum|kliniek|dienst|ziekenhuis|college|instituut|fonds)\b"
    )
