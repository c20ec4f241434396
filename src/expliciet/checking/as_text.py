"""The findings as plain lines, for a screen of equal columns or a text file."""

from collections.abc import Callable, Iterator

from ..rules import Finding, Words
from .columns import Row, cells, rows, wrapped
from .excerpt import Excerpt, excerpt, one_line
from .harmless import harmless
from .report import FIRST_SHOWN, Report
from .said import in_words
from .spoken_row import Piece, SpokenRows, without_bars

Paint = Callable[[str, str], str]
"""Dresses a piece of text for its role: ``span``, ``place``, ``question`` …"""
BETTER = Words("Beter", "Better")
WHY = Words("Waarom", "Why")
HELPS = Words("Wat helpt", "What helps")
MARGIN = 2
NARROWEST = 24


def as_text(
    report: Report,
    name: str,
    *,
    language: str = "nl",
    at_most: int | None = FIRST_SHOWN,
    explain: bool = False,
    wide: int = 88,
    paint: Paint | None = None,
) -> str:
    """The questions about one document: the gravest five, or all by place.

    Without ``paint`` a line of ``^`` beneath the sentence points at the span.
    """
    wide = max(wide, NARROWEST)
    shown = report.findings if at_most is None else report.first(at_most)
    tables = SpokenRows(report.text)
    paragraphs = [
        "\n".join(_finding(report, tables, each, name, language, explain, wide, paint))
        for each in shown
    ]
    rest = len(report.findings) - len(shown)
    if rest:
        paragraphs.append(_painted(paint, "quiet", _folded(rest, language)))
    if not report.findings:
        paragraphs.append(f"{harmless(name)}: {in_words({}, language)}.")
    return "\n\n".join(paragraphs) + "\n"


def _folded(rest: int, language: str) -> str:
    if language.startswith("en"):
        return f"… and {rest} more {'question' if rest == 1 else 'questions'} (--all)."
    return f"… en nog {rest} {'vraag' if rest == 1 else 'vragen'} (toon alles: --all)."


def _finding(
    report: Report,
    tables: SpokenRows,
    finding: Finding,
    name: str,
    language: str,
    explain: bool,
    wide: int,
    paint: Paint | None,
) -> Iterator[str]:
    weight = finding.severity
    place = f"{harmless(name)}:{report.place(finding.start).line}"
    label = weight.label.spoken(language)
    title = f"{finding.code} {finding.rule.name.spoken(language)}"
    yield "  ".join(
        (
            _painted(paint, "place", place),
            _painted(paint, weight.name.lower(), label),
            _painted(paint, "quiet", title),
        )
    )
    row = tables.spoken(finding, report.line_start(finding.start))
    yield from _sentence(row or _pieces(excerpt(finding)), wide, paint)
    yield from _said(finding.question(language), "question", wide, paint)
    if finding.better:
        better = without_bars(finding.better) if row else one_line(finding.better)
        wording = f"{BETTER.spoken(language)}: {better}"
        yield from _said(wording, "better", wide, paint)
    if explain:
        why = f"{WHY.spoken(language)}: {finding.why(language)}"
        helps = f"{HELPS.spoken(language)}: {finding.helps(language)}"
        yield from _said(why, "why", wide, paint)
        yield from _said(helps, "why", wide, paint)


def _pieces(shown: Excerpt) -> list[Piece]:
    """A sentence; of a row that stands alone the outer bars say nothing."""
    before, after = shown.before, shown.after
    if before.startswith("|"):
        before, after = before.lstrip("| "), after.rstrip("| ")
    return [(before, False), (shown.span, True), (after, False)]


def _sentence(pieces: list[Piece], wide: int, paint: Paint | None) -> Iterator[str]:
    for row in rows(cells(pieces), wide - MARGIN):
        yield (" " * MARGIN + _dressed(row, paint)).rstrip()
        if paint is None and any(cell.marked for cell in row):
            yield (" " * MARGIN + _carets(row)).rstrip()


def _dressed(row: Row, paint: Paint | None) -> str:
    line, marked = "", ""
    for cell in row:
        if cell.marked:
            marked += cell.sign
            continue
        line += _painted(paint, "span", marked) + cell.sign
        marked = ""
    return line + _painted(paint, "span", marked)


def _carets(row: Row) -> str:
    return "".join(("^" if cell.marked else " ") * cell.width for cell in row)


def _said(text: str, role: str, wide: int, paint: Paint | None) -> Iterator[str]:
    for line in wrapped(harmless(text), wide - MARGIN):
        yield " " * MARGIN + _painted(paint, role, line)


def _painted(paint: Paint | None, role: str, text: str) -> str:
    return paint(role, text) if paint and text else text
