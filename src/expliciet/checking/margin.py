"""The questions as comments in the margin of a Word document."""

from collections.abc import Iterator

from .. import documents
from ..rules import Finding
from .as_text import BETTER
from .excerpt import one_line
from .report import Report

AUTHOR = "Expliciet"


def commented_docx(
    document: "documents.Document", report: Report, language: str = "nl"
) -> bytes:
    """A Word document with every question beside the words it is about.

    The document handed in stays what it was.
    """
    return documents.commented(document, list(_comments(report, language)))


def _comments(report: Report, language: str) -> Iterator["documents.Comment"]:
    for finding in report.findings:
        yield documents.Comment(
            start=finding.start,
            end=finding.end,
            text=comment(finding, language),
            author=AUTHOR,
        )


def comment(finding: Finding, language: str = "nl") -> str:
    """Question, why, a better wording where there is one, and the code."""
    lines = [finding.question(language), finding.why(language)]
    if finding.better:
        lines.append(f"{BETTER.spoken(language)}: {one_line(finding.better)}")
    label = finding.severity.label.spoken(language)
    lines.append(f"{finding.code} {finding.rule.name.spoken(language)} ({label})")
    return "\n".join(lines)
