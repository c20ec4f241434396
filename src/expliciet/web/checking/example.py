"""Twelve lines of fictional minutes with five gaps, three of which a visitor may close.

Nothing is put on for show: after every answer the whole text goes before the rules
again, and an answer that is vague itself is asked about again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...checking import examine
from ...rules import Context
from .marking import Numbered, Piece, Span, numbered, pieces, question_spans, within

TODAY = date(2026, 12, 1)
LONGEST = 200

LINES = (
    "Casusoverleg De Linde, dinsdag 1 december 2026 (verzonnen)",
    "Aanwezig: politie, gemeente, GGZ, wijkteam en woningcorporatie.",
    "De huurachterstand is volgens de corporatie drie maanden.",
    "Vóór 12 december wordt gebeld met de huisbaas.",
    "De wijkagent gaat zo snel mogelijk bij hem langs.",
    "Volgens zijn moeder slaapt hij sinds oktober op de bank.",
    "Naar verluidt gokt hij weer.",
    "De woningcorporatie stuurt het contract op 4 december naar het wijkteam.",
    "Het wijkteam helpt hem op 8 december met de aanvraag van een uitkering.",
    "Besluit: gezien de situatie blijft de aanpak op niveau 2.",
    "Iedereen is het eens.",
    "Het volgende overleg is op dinsdag 12 januari 2027.",
)


class Gap(NamedTuple):
    """A line that a visitor may mend, and how it reads with the answer in its place."""

    line: int
    before: str
    after: str
    label: str | Promise
    suggestion: str

    def filled(self, answer: str) -> str:
        return f"{self.before}{answer}{self.after}"


GAPS: Mapping[str, Gap] = {
    "owner": Gap(
        4,
        "Vóór 12 december belt ",
        " met de huisbaas.",
        _("Who calls the landlord?"),
        "Marieke (wijkteam)",
    ),
    "date": Gap(
        5,
        "De wijkagent gaat ",
        " bij hem langs.",
        _("On which day?"),
        "donderdag 3 december",
    ),
    "dissent": Gap(
        11,
        "GGZ zegt: anders, want ",
        ".",
        _("The mental health service says: otherwise, because …"),
        "hij slaapt nog maar drie uur per nacht",
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the minutes: as it was, as it is now, and what is still asked."""

    number: int
    before: list[Piece]
    after: list[Piece]
    questions: list[Numbered]
    mark: int = 0
    """The number its gap had from the start, and keeps while others are answered."""
    name: str = ""
    gap: Gap | None = None
    answer: str = ""
    offered: str = ""
    """What stands in the blank already, because it was said before."""

    @property
    def is_changed(self) -> bool:
        return bool(self.answer)

    @property
    def is_settled(self) -> bool:
        return self.is_changed and not self.questions


@dataclass(frozen=True, slots=True)
class Example:
    """The minutes side by side: as they were, and as they are with the answers."""

    rows: list[Row]
    left: int
    """How many questions the rules still have about the whole text."""

    @property
    def is_touched(self) -> bool:
        return any(row.is_changed for row in self.rows)

    @property
    def answered(self) -> int:
        return sum(row.is_settled for row in self.rows)

    @property
    def next_gap(self) -> str:
        """Where a visitor goes on: an answer that needs more words, or the next gap."""
        unsettled = [row for row in self.rows if row.gap and not row.is_settled]
        unsettled.sort(key=lambda row: not row.offered)
        return unsettled[0].name if unsettled else ""


def example(answers: Mapping[str, str], reopened: str = "") -> Example:
    """The minutes with these answers in their place, read again by every rule.

    A reopened gap stands open again, with its answer in the blank.
    """
    said = {name: on_one_line(answers.get(name, ""))[:LONGEST] for name in GAPS}
    answers = {name: "" if name == reopened else said[name] for name in GAPS}
    was = read(LINES, {})
    now = read(mended(answers), answers)
    names = {gap.line: name for name, gap in GAPS.items()}
    rows = []
    for number, (before, after) in enumerate(zip(was, now, strict=True), 1):
        name = names.get(number, "")
        rows.append(
            Row(
                number,
                before.pieces,
                after.pieces,
                after.questions,
                before.questions[0].number if before.questions else 0,
                name,
                GAPS.get(name),
                answers.get(name, ""),
                said.get(name, ""),
            )
        )
    return Example(rows, sum(len(line.questions) for line in now))


class Line(NamedTuple):
    """One line, cut into pieces, with the questions about it."""

    pieces: list[Piece]
    questions: list[Numbered]


def mended(answers: Mapping[str, str]) -> tuple[str, ...]:
    lines = list(LINES)
    for name, gap in GAPS.items():
        if answers[name]:
            lines[gap.line - 1] = gap.filled(answers[name])
    return tuple(lines)


def on_one_line(answer: str) -> str:
    return " ".join(answer.split()).rstrip(".")


def read(lines: tuple[str, ...], answers: Mapping[str, str]) -> list[Line]:
    """Each line with what the rules ask about it, all lines having been read as one."""
    report = examine("\n".join(lines), context=Context(today=TODAY))
    spans = question_spans(numbered(report.findings))
    read_lines, start = [], 0
    for number, text in enumerate(lines, 1):
        touching = within(spans, start, start + len(text))
        questions = [s.question for s in touching if s.question is not None]
        given = answer_span(number, answers)
        read_lines.append(Line(list(pieces(text, touching + given)), questions))
        start += len(text) + 1
    return read_lines


def answer_span(number: int, answers: Mapping[str, str]) -> list[Span]:
    return [
        Span(len(gap.before), len(gap.before) + len(answer), answer=True)
        for name, gap in GAPS.items()
        if gap.line == number and (answer := answers.get(name, ""))
    ]
