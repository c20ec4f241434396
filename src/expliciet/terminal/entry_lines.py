"""One typed line in, its parts out: for programs, an object a line.

``{"id": …, "text": …, "today": …, "people": […]}`` becomes the kind, the owner, the
day, the deed and what must still be asked, in the order they came.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import IO, Any, NamedTuple

from ..rules import Party, Words
from ..rules.actors import Actor, ActorAsk, resolve
from ..rules.entry import Entry, read_entry
from .jsonl import Malformed

LONGEST_LINE = 1_000_000
MOST_PEOPLE = 500


class Asked(NamedTuple):
    """One line that could be read: what was typed, when, and who sits at the table."""

    id: Any
    text: str
    today: date
    people: tuple[Party, ...]
    next_meeting: date | None
    by: Party | None

    def read(self) -> Entry:
        return read_entry(
            self.text,
            today=self.today,
            people=self.people,
            next_meeting=self.next_meeting,
            by=self.by,
        )


def read_lines(stream: IO[bytes], name: str, language: str) -> int:
    """Answer each line at once; what cannot be read is named, the rest goes on."""
    worst = 0
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            asked = read_object(line)
        except Malformed as problem:
            said = problem.words.spoken(language)
            where = Words("regel", "line").spoken(language)
            print(f"{name}, {where} {number}: {said}", file=sys.stderr)
            worst = 2
            continue
        answer = {"id": asked.id, **as_data(asked.read())}
        print(json.dumps(answer), flush=True)
    return worst


def read_object(line: bytes) -> Asked:
    """One object; a mark at the very front of a file is no part of it."""
    if len(line) > LONGEST_LINE:
        raise Malformed(
            "deze regel is te lang; overgeslagen.", "this line is too long; skipped."
        )
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise Malformed(
            "dit is geen JSON in UTF-8; overgeslagen.",
            "this is no JSON in UTF-8; skipped.",
        ) from problem
    if not isinstance(found, dict) or "id" not in found:
        raise Malformed(
            'hier hoort {"id": …, "text": …, "today": …, "people": […]} te staan; '
            "overgeslagen.",
            '{"id": …, "text": …, "today": …, "people": […]} belongs here; skipped.',
        )
    if not isinstance(found.get("text"), str):
        raise _no("text", "tekst", "text")
    people = tuple(_people(found.get("people", [])))
    today = _day(found, "today")
    if today is None:
        raise _no("today", "datum zoals 2026-11-26", "date such as 2026-11-26")
    return Asked(
        found["id"],
        found["text"],
        today,
        people,
        _day(found, "next_meeting"),
        who_types(found.get("by"), people),
    )


def _no(field: str, nl: str, en: str) -> Malformed:
    return Malformed(
        f"'{field}' ontbreekt of is geen {nl}; overgeslagen.",
        f"'{field}' is absent or no {en}; skipped.",
    )


def _people(listed: Any) -> Iterator[Party]:
    wrong = _no("people", "lijst van mensen", "list of people")
    if not isinstance(listed, list) or len(listed) > MOST_PEOPLE:
        raise wrong
    for one in listed:
        if not isinstance(one, dict):
            raise wrong
        words = [one.get(part) or "" for part in ("name", "function", "organisation")]
        if not all(isinstance(word, str) for word in words):
            raise wrong
        yield Party(*words)


def _day(found: Mapping[str, Any], field: str) -> date | None:
    written = found.get(field)
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except (TypeError, ValueError) as problem:
        raise _no(
            field, "datum zoals 2026-11-26", "date such as 2026-11-26"
        ) from problem


def who_types(name: Any, people: tuple[Party, ...]) -> Party | None:
    """The one at the table who is called so; else somebody of that name."""
    if name is None:
        return None
    if not isinstance(name, str):
        raise _no("by", "naam", "name")
    for party in people:
        if party.name == name:
            return party
    who = resolve(name, people)
    if who.at_table and not who.asks:
        return Party(who.name, who.function, who.organisation)
    return Party(name) if name.strip() else None


def as_data(entry: Entry) -> dict[str, Any]:
    """The parts that the line has; those it lacks are left out."""
    data: dict[str, Any] = {"kind": entry.kind.value}
    days = {"due": entry.due, "until": entry.until}
    parts: dict[str, Any] = {
        "owner": _party(entry.owner),
        "from": _party(entry.expected_by),
        **{name: day.isoformat() if day else "" for name, day in days.items()},
        "trigger": entry.trigger,
        "term": entry.term,
    }
    data |= {name: part for name, part in parts.items() if part}
    data["deed"] = entry.deed
    rest = {
        "verb": entry.verb,
        "done_when": entry.done_when,
        "reason": entry.reason,
    }
    data |= {name: part for name, part in rest.items() if part}
    data["asks"] = [lack.value for lack in entry.lacks]
    return data


def _party(actor: Actor | None) -> dict[str, Any]:
    """Who is meant; everybody, and an unknown *ik*, are nobody."""
    if actor is None or actor.asks in {
        ActorAsk.GROUP,
        ActorAsk.NOBODY,
        ActorAsk.WHO_TYPES,
    }:
        return {}
    name = actor.name or ("" if actor.organisation else actor.function or actor.words)
    said: dict[str, Any] = {"name": name, "organisation": actor.organisation}
    return {part: words for part, words in said.items() if words} | {
        "at_table": actor.at_table
    }
