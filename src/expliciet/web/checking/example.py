"""Twelve lines of fictional minutes with five gaps that a visitor may close.

Nothing is put on for show: after every answer the whole text goes before the rules
again, and an answer that is vague itself, or no answer at all, is asked about again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...checking import examine
from ...rules import Context
from .answers import NOTHING_SAID, Advice, a_day, a_person, a_reason, a_source
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
    look: Callable[[str, date], Advice]
    """What is still lacking in an answer."""

    def filled(self, answer: str) -> str:
        return f"{self.before}{answer}{self.after}"


GAPS: Mapping[str, Gap] = {
    "owner": Gap(
        4,
        "Vóór 12 december belt ",
        " met de huisbaas.",
        _("Who calls the landlord?"),
        "Marieke (wijkteam)",
        a_person,
    ),
    "date": Gap(
        5,
        "De wijkagent gaat ",
        " bij hem langs.",
        _("On which day?"),
        "donderdag 3 december",
        a_day,
    ),
    "source": Gap(
        7,
        "Volgens ",
        " gokt hij weer.",
        _("Who says so, and on which day?"),
        "zijn zus (28 november)",
        a_source,
    ),
    "reason": Gap(
        10,
        "Besluit: omdat ",
        ", blijft de aanpak op niveau 2.",
        _("Because of what does it stay that way?"),
        "er sinds 1 oktober geen incident was",
        a_reason,
    ),
    "dissent": Gap(
        11,
        "GGZ zegt: anders, want ",
        ".",
        _("The mental health service says: otherwise, because …"),
        "hij slaapt nog maar drie uur per nacht",
        a_reason,
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
    advice: Advice = ""
    """What to do about an answer that does not answer the question."""

    @property
    def is_changed(self) -> bool:
        return bool(self.answer)

    @property
    def is_settled(self) -> bool:
        return self.is_changed and not self.questions and not self.advice

    @property
    def is_open(self) -> bool:
        return bool(self.questions or self.advice)

    @property
    def asked(self) -> Numbered | None:
        """One card for one gap, however many rules ask about it."""
        return self.questions[0] if self.questions else None


@dataclass(frozen=True, slots=True)
class Example:
    """The minutes side by side: as they were, and as they are with the answers."""

    rows: list[Row]
    used: str = ""
    """The blank in which the visitor was just typing."""

    @property
    def left(self) -> int:
        """How many of the gaps still stand open."""
        return sum(row.is_open for row in self.rows)

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
        unsettled.sort(key=lambda row: (row.name != self.used, not row.offered))
        return unsettled[0].name if unsettled else ""


def example(answers: Mapping[str, str], reopened: str = "", used: str = "") -> Example:
    """The minutes with these answers in their place, read again by every rule.

    A reopened gap stands open again, with its answer in the blank. Whoever leaves the
    blank that was used empty is asked to fill in something first.
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
                advice(name, answers, used),
            )
        )
    return Example(rows, reopened or used)


def advice(name: str, answers: Mapping[str, str], used: str) -> Advice:
    if not name or not answers[name]:
        return NOTHING_SAID if name and name == used else ""
    return GAPS[name].look(answers[name], TODAY)


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
