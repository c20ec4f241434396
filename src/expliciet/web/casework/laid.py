"""What each form of a case lays before the checker: its words, as what they are.

The person's own view is not here: nobody asks about their words.
"""

from collections.abc import Iterable

from ...casework.actions.contributions import MOST
from .lines import AT_FIRST
from .questions import Laid, Typed, asks, prose

SAID_BY_TYPE = {"hearsay": "EX109", "estimate": "EX108"}
"""What the type of a line answers already: from whom it is, and that it is unsure."""
MOST_CRITERIA = 20
FACT = {"type": "fact"}
ASKED_ELSEWHERE = {"owner": True, "basis": True, "confidence": True}
"""Whose reading it is, on what it rests and how sure: fields of the form itself."""


@asks("casework:contribute", "casework:correct-contribution")
def lines(typed: Typed) -> Iterable[Laid]:
    asked = typed("lines")
    last = int(asked) if asked.isascii() and asked.isdigit() else AT_FIRST
    for number in range(1, min(max(last, AT_FIRST), MOST) + 1):
        text, kind = typed(f"text_{number}"), typed(f"kind_{number}")
        but = frozenset(filter(None, [SAID_BY_TYPE.get(kind)]))
        if text:
            words = {"text": text, "type": kind}
            yield Laid("statement", words, {"text": str(number)}, but)


@asks("casework:read-factor")
def factor_reading(typed: Typed) -> Iterable[Laid]:
    yield from prose(typed, "consideration", "text", "argument")


@asks("casework:reading")
def reading(typed: Typed) -> Iterable[Laid]:
    yield from facts(typed, "sees")
    yield from read(typed, "reads")
    themes = (name for name in typed.said if name.startswith("words_"))
    yield from prose(typed, "consideration", "text", *themes)


@asks("casework:interpret", "casework:correct-interpretation")
def interpretation(typed: Typed) -> Iterable[Laid]:
    yield from read(typed, "summary", "protective")
    yield from prose(typed, "consideration", "text", "violence_why")


@asks("casework:decide", "casework:decide-anew")
def decision(typed: Typed) -> Iterable[Laid]:
    """Without an outcome one is still writing, and nothing lacks yet."""
    if typed("outcome"):
        yield Laid(
            "decision",
            {
                "decision": typed("outcome"),
                "reasons": list(filter(None, [typed("why")])),
                "procedural": bool(typed("is_procedural")),
            },
            {"decision": "outcome", "reasons": "why"},
        )


@asks("casework:act")
def act(typed: Typed) -> Iterable[Laid]:
    yield from facts(typed, "deed")
    yield from prose(typed, "consideration", "text", "why")


@asks("casework:exit")
def exit_criterion(typed: Typed) -> Iterable[Laid]:
    yield from criteria(typed, "text")


@asks("casework:plan", "casework:plan-anew")
def intervention(typed: Typed) -> Iterable[Laid]:
    """Who does it and until when the form asks itself."""
    if typed("deed"):
        yield Laid(
            "intervention",
            {"deed": typed("deed"), "goal": typed("effect")},
            {"deed": "deed", "goal": "effect"},
        )
    yield from criteria(typed, "seen_by")
    yield from prose(typed, "consideration", "text", "proportionate", "lighter")


@asks("casework:progress")
def progress(typed: Typed) -> Iterable[Laid]:
    yield from facts(typed, "words")


@asks("casework:result", "casework:clash")
def result(typed: Typed) -> Iterable[Laid]:
    yield from prose(typed, "consideration", "text", "why")


@asks("casework:step")
def step(typed: Typed) -> Iterable[Laid]:
    if typed("reason"):
        yield Laid("scaling", {"reasons": [typed("reason")]}, {"reasons": "reason"})
    numbers = range(1, MOST_CRITERIA + 1)
    yield from facts(typed, *(f"evidence_{number}" for number in numbers))


@asks("casework:review")
def review(typed: Typed) -> Iterable[Laid]:
    yield from prose(typed, "consideration", "text", "necessary", "lighter")


@asks("casework:inform")
def informing(typed: Typed) -> Iterable[Laid]:
    yield from facts(typed, "words")


@asks("casework:close")
def closure(typed: Typed) -> Iterable[Laid]:
    yield from prose(typed, "consideration", "text", "why", "remaining")
    yield from facts(typed, "criteria")
    yield from prose(typed, "minutes", "text", "aftercare")
    yield from criteria(typed, "signs")


def facts(typed: Typed, *names: str) -> Iterable[Laid]:
    """What was seen or done, told as such."""
    for name in names:
        if text := typed(name):
            yield Laid("statement", {"text": text} | FACT, {"text": name})


def read(typed: Typed, *names: str) -> Iterable[Laid]:
    """What somebody takes the facts to mean."""
    for name in names:
        if text := typed(name):
            words = {"text": text} | ASKED_ELSEWHERE
            yield Laid("interpretation", words, {"text": name})


def criteria(typed: Typed, *names: str) -> Iterable[Laid]:
    """By what one sees it: something that can be counted, or looked at."""
    for name in names:
        if text := typed(name):
            yield Laid("scaling", {"criteria": [text]}, {"criteria": name})
