"""A finding: one question about one place in a text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rule import Rule, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule asks about one span of one field.

    Offsets count Unicode code points in the field, end exclusive. A finding says
    what a text leaves open; it never says anything about a person.
    """

    rule: Rule
    phenomenon: str
    field: str
    start: int
    end: int
    words: str
    """The words in the span; empty where a whole field is missing."""
    sentence: str
    sentence_start: int
    better: str = ""
    """This sentence with the gap left open to fill in; empty where that is unsafe."""

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    def question(self, language: str = "nl") -> str:
        return self.rule.question.spoken(language)

    def why(self, language: str = "nl") -> str:
        return self.rule.why.spoken(language)

    def helps(self, language: str = "nl") -> str:
        return self.rule.helps.spoken(language)

    @property
    def fingerprint(self) -> str:
        """The same for the same question about the same sentence, wherever it stands.

        White space and capitals do not count, so an answered question does not come
        back when the minutes are laid out anew.
        """
        plain = " ".join(f"{self.sentence} {self.words}".casefold().split())
        said = f"{self.code} {self.field} {plain}".encode()
        return hashlib.blake2b(said, digest_size=8).hexdigest()


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Gravest first, then in the order of the text: how five are chosen to show."""
    return sorted(findings, key=lambda f: (-f.severity, f.start, f.end, f.code))


def sparing(findings: Iterable[Finding], at_most: int = 3) -> list[Finding]:
    """At most one question a field and three a record, the gravest kept."""
    kept: dict[str, Finding] = {}
    for finding in by_weight(findings):
        kept.setdefault(finding.field, finding)
    return list(kept.values())[:at_most]
