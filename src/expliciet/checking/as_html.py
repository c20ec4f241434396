"""The findings as one page to keep or pass on: no script, nothing fetched.

The text stands on the left, line by line, its spans underlined and numbered; the
questions stand beside the line they are about.
"""

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from ..rules import Finding, Words
from .as_text import BETTER, WHY
from .excerpt import one_line
from .harmless import harmless
from .report import Report
from .said import in_words

TITLE = Words("Verslagcheck", "Minutes check")
FOUND = Words("In deze tekst", "In this text")
ABOUT = Words("Waar het over gaat", "What it is about")
LEGEND = Words(
    "Een onderstreping is een vraag aan de tekst, geen oordeel over iemand. "
    "Bewust open laten mag: zet erbij wie, waarom en tot wanneer.",
    "An underlining is a question to the text, not a judgement of anybody. "
    "Leaving something open is fine: add who, why and until when.",
)
TO_TEXT = Words("naar de tekst", "to the text")
TO_QUESTION = Words("naar vraag", "to question")
NOTHING = Words("Geen vragen bij deze tekst.", "No questions about this text.")


def as_html(report: Report, name: str, language: str = "nl") -> str:
    """One document as a page that stands on its own."""
    return "".join(_page(report, name, language))


def _page(report: Report, name: str, language: str) -> Iterator[str]:
    title = f"{escape(harmless(name))} – {TITLE.spoken(language)}"
    spoken = "en" if language.startswith("en") else "nl"
    yield (
        f'<!doctype html>\n<html lang="{spoken}">\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
    )
    yield from _opening(report, name, language)
    yield '<main lang="nl">\n'
    numbered = list(enumerate(report.findings, 1))
    for start, end, here in _lines(report.text, numbered):
        yield from _line(report.text, start, end, here, language)
    yield "</main>\n</body>\n</html>\n"


def _opening(report: Report, name: str, language: str) -> Iterator[str]:
    yield f"<header>\n<p>{TITLE.spoken(language)}</p>\n"
    yield f"<h1>{escape(harmless(name))}</h1>\n"
    if not report.findings:
        yield f"<p>{NOTHING.spoken(language)}</p>\n</header>\n"
        return
    yield f"<p>{FOUND.spoken(language)}: {in_words(report.counts(), language)}.</p>\n"
    yield f"<p>{LEGEND.spoken(language)}</p>\n"
    yield f"<h2>{ABOUT.spoken(language)}</h2>\n<ul>\n"
    for _, words, count in report.phenomena():
        yield f"<li>{escape(words.spoken(language))}: {count}</li>\n"
    yield "</ul>\n</header>\n"


Numbered = tuple[int, Finding]


def _lines(
    text: str, numbered: list[Numbered]
) -> Iterator[tuple[int, int, list[Numbered]]]:
    """Each line that is not empty, with the findings that touch it."""
    touching: list[Numbered] = []
    coming = 0
    start = 0
    while start < len(text):
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        touching = [each for each in touching if each[1].end > start]
        while coming < len(numbered) and numbered[coming][1].start <= end:
            touching.append(numbered[coming])
            coming += 1
        if touching or text[start:end].strip():
            yield start, end, list(touching)
        start = end + 1


def _line(
    text: str, start: int, end: int, here: list[Numbered], language: str
) -> Iterator[str]:
    yield '<section>\n<p class="text">'
    yield from _underlined(text, start, end, here, language)
    yield "</p>\n"
    begins = [each for each in here if start <= each[1].start <= end]
    if begins:
        spoken = "en" if language.startswith("en") else "nl"
        yield f'<ol lang="{spoken}">\n'
        for number, finding in begins:
            yield from _question(number, finding, language)
        yield "</ol>\n"
    yield "</section>\n"


def _underlined(
    text: str, start: int, end: int, here: list[Numbered], language: str
) -> Iterator[str]:
    """The words of a line, cut wherever a span begins or ends; spans may overlap."""
    edges = sorted(
        {start, end}
        | {edge for _, f in here for edge in (f.start, f.end) if start < edge < end}
    )
    numbers: dict[int, list[int]] = {}
    opening: dict[int, int] = {}
    for number, finding in here:
        if finding.start >= start:
            numbers.setdefault(finding.start, []).append(number)
        first = max(finding.start, start)
        opening[first] = opening.get(first, 0) + 1
        opening[finding.end] = opening.get(finding.end, 0) - 1
    covered = 0
    for left, right in zip(edges, [*edges[1:], end], strict=True):
        covered += opening.get(left, 0)
        for number in numbers.get(left, ()):
            yield (
                f'<a class="number" id="t{number}" href="#v{number}" '
                f'aria-label="{TO_QUESTION.spoken(language)} {number}">{number}</a>'
            )
        words = escape(harmless(text[left:right], keep="\t"))
        if words:
            yield f"<mark>{words}</mark>" if covered else words


def _question(number: int, finding: Finding, language: str) -> Iterator[str]:
    weight = finding.severity
    name = finding.rule.name.spoken(language)
    yield (
        f'<li id="v{number}" value="{number}" class="{weight.name.lower()}">\n'
        f"<p><strong>{escape(finding.question(language))}</strong></p>\n"
        f'<p lang="nl"><q>{escape(one_line(finding.words, 120))}</q></p>\n'
    )
    yield f"<p>{WHY.spoken(language)}: {escape(finding.why(language))}</p>\n"
    if finding.better:
        better = escape(one_line(finding.better))
        yield f'<p>{BETTER.spoken(language)}: <span lang="nl">{better}</span></p>\n'
    yield (
        f'<p class="code">{finding.code} {escape(name)} · '
        f"{weight.label.spoken(language)} · "
        f'<a href="#t{number}">{TO_TEXT.spoken(language)}</a></p>\n</li>\n'
    )


@cache
def _style() -> str:
    return (files(__package__) / "page.css").read_text(encoding="utf-8")
