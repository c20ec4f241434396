"""The findings as data, for programs. The form is a promise; see the manual.

Sorted by place, without times or machine names: the same text gives the same bytes.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..rules import Finding, Severity
from .checked import Checked, Unread
from .excerpt import excerpt, one_line
from .report import Report
from .settings_file import Ignored

SCHEMA = "expliciet/check/1"


def as_json(
    checked: Iterable[Checked],
    unread: Sequence[Unread] = (),
    ignored: Sequence[Ignored] = (),
    language: str = "nl",
) -> str:
    """All findings of these documents, as one JSON object."""
    return "".join(json_pieces(checked, unread, ignored, language))


def json_pieces(
    checked: Iterable[Checked],
    unread: Sequence[Unread] = (),
    ignored: Sequence[Ignored] = (),
    language: str = "nl",
) -> Iterator[str]:
    """The same, a document at a time; what was not read is told at the end."""
    total: Counter[Severity] = Counter()
    yield f'{{\n"schema": {_said(SCHEMA)},\n"documents": ['
    comma = ""
    for document in checked:
        total.update(document.report.counts())
        yield comma
        yield from _document(document, language)
        comma = ","
    missed = [
        {"name": each.name, "reason": each.reason, "says": each.words.spoken(language)}
        for each in unread
    ]
    left_out = [{"rule": each.rule, "reason": each.reason} for each in ignored]
    yield f'],\n"unread": {_said(missed)},\n"ignored": {_said(left_out)},\n'
    yield f'"counts": {_said(_counts(total))}\n}}\n'


def _document(document: Checked, language: str) -> Iterator[str]:
    report = document.report
    phenomena = [
        {"phenomenon": phenomenon, "name": words.spoken(language), "count": count}
        for phenomenon, words, count in report.phenomena()
    ]
    yield f'\n{{"name": {_said(document.name)}, "format": {_said(document.format)},\n'
    yield f'"counts": {_said(_counts(report.counts()))},\n'
    yield f'"phenomena": {_said(phenomena)},\n"findings": ['
    comma = "\n"
    for finding in report.findings:
        yield comma + _said(_finding(report, finding, language))
        comma = ",\n"
    yield "]}"


def _finding(report: Report, finding: Finding, language: str) -> dict[str, Any]:
    line, column = report.place(finding.start)
    shown = excerpt(finding)
    return {
        "code": finding.code,
        "phenomenon": finding.phenomenon,
        "severity": finding.severity.name.lower(),
        "start": finding.start,
        "end": finding.end,
        "line": line,
        "column": column,
        "words": shown.span,
        "sentence": str(shown),
        "question": finding.question(language),
        "why": finding.why(language),
        "helps": finding.helps(language),
        "better": one_line(finding.better),
        "fingerprint": finding.fingerprint,
    }


def _counts(counts: Mapping[Severity, int]) -> dict[str, int]:
    weights = sorted(Severity, reverse=True)
    return {weight.name.lower(): counts.get(weight, 0) for weight in weights}


def _said(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
