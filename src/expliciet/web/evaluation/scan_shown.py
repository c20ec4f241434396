"""An opened scan: who says what, beside last year and the facts of the process."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from ...accounts.models import Appointment, Organisation
from ...evaluation.actions.scans import who_is_in
from ...evaluation.figured import Figure, figures_of
from ...evaluation.models import Reconstruction, Scan, ScanAnswer
from ...evaluation.scan_statements import THEMES
from .beside import drawing


class Said(NamedTuple):
    """What one organisation says, and what it said the year before."""

    organisation: Organisation
    answer: ScanAnswer
    before: ScanAnswer | None

    @property
    def says(self) -> object:
        return in_words(self.answer)

    @property
    def said_before(self) -> object:
        return in_words(self.before) if self.before else ""


def in_words(answer: ScanAnswer) -> object:
    """The choice, as one reads it."""
    return ScanAnswer.Says(answer.says or "").label


class Own(NamedTuple):
    """What one said oneself to a statement."""

    statement: object
    says: object
    words: str


def own_words(answers: Iterable[ScanAnswer]) -> list[Own]:
    """In the order of the statements."""
    said = {each.statement: each for each in answers}
    return [
        Own(each.words, in_words(said[each.slug]), said[each.slug].words or "")
        for theme in THEMES
        for each in theme.statements
        if each.slug in said
    ]


class About(NamedTuple):
    """One statement: who says what, in the order of names; and whether they agree."""

    words: object
    said: list[Said]

    @property
    def differs(self) -> bool:
        return len({each.answer.says for each in self.said}) > 1


class Theme(NamedTuple):
    """Three statements that belong together."""

    name: object
    statements: list[About]

    @property
    def whys(self) -> list[tuple[About, Said]]:
        """What was written with an answer, at which statement and by whom."""
        return [
            (about, each)
            for about in self.statements
            for each in about.said
            if each.answer.words
        ]


Answers = dict[tuple[Any, str], ScanAnswer]


def opened(scan: Scan, by: Appointment, now: datetime) -> dict[str, Any]:
    """What a page of an opened scan shows; no sum over statements or organisations."""
    inside = who_is_in(scan)
    answers = answers_of(scan, inside)
    last = (
        Scan.objects.visible_to(by.user, now)
        .filter(house=scan.house_id, year=scan.year - 1, opened_at__isnull=False)
        .first()
    )
    before = answers_of(last, who_is_in(last)) if last else {}
    return {
        "told": [
            Theme(
                theme.name,
                [
                    About(each.words, said(each.slug, inside, answers, before))
                    for each in theme.statements
                ],
            )
            for theme in THEMES
        ],
        "last": last,
        "facts": facts_of(scan, last),
    }


def answers_of(scan: Scan, inside: Iterable[Organisation]) -> Answers:
    scan.unlock([each.pk for each in inside])
    found = scan.answers.select_related("scan")
    return {(each.organisation_id, each.statement): each for each in found}


def said(
    slug: str, inside: Iterable[Organisation], now: Answers, before: Answers
) -> list[Said]:
    return [
        Said(each, now[each.pk, slug], before.get((each.pk, slug)))
        for each in inside
        if (each.pk, slug) in now
    ]


class Fact(NamedTuple):
    """One part of a figure this year, and the year before."""

    name: object
    now: float | None
    then: float | None


class Facts(NamedTuple):
    """One figure of both years, drawn where there are two to draw."""

    title: object
    parts: list[Fact]
    drawn: SafeString


def facts_of(scan: Scan, last: Scan | None) -> list[Facts]:
    """What the records of that year show, as it was frozen; beside last year's."""
    now, then = read(scan), read(last) if last else {}
    return [
        facts(figure, then.get(name), scan.year)
        for name, figure in now.items()
        if any(part.number is not None for part in figure.parts)
    ]


def facts(figure: Figure, then: Figure | None, year: int) -> Facts:
    parts = beside(figure, then)
    pairs = [(each.name, each.then, each.now) for each in parts]
    drawn = drawing(str(figure.title), str(year - 1), str(year), pairs)
    return Facts(figure.title, parts, drawn)


def beside(figure: Figure, then: Figure | None) -> list[Fact]:
    before = {str(part.name): part.number for part in then.parts} if then else {}
    return [
        Fact(part.name, part.number, before.get(str(part.name)))
        for part in figure.parts
    ]


def read(scan: Scan) -> dict[str, Figure]:
    frozen = Reconstruction(figures=scan.figures)
    return figures_of(frozen) if scan.figures else {}
