"""The sentence as it could be said, with the gap left open to fill in.

A rewrite never fills in a fact and never changes what was said: it opens a place for
what is missing, between angle brackets, or puts such a place where a vague word stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .finding import Finding

Mend = Callable[["Finding"], str]
_END = re.compile(r"[\s.!;,…]*$")
_MARK = re.compile(r"\s*(?:[-*•–>]|(?:\d{1,3}|[a-zA-Z])[.)])\s+")


def at_the_end(gap: str) -> Mend:
    """Put the gap behind the sentence, before its full stop."""

    def mend(finding: Finding) -> str:
        sentence = " ".join(finding.sentence.split())
        if not sentence or sentence.endswith("?"):
            return ""
        stop = "!" if sentence.endswith("!") else "."
        return _END.sub("", sentence) + gap + stop

    return mend


def in_its_place(gap: str) -> Mend:
    """Put the gap where the vague words stand; a sentence keeps its capital."""

    def mend(finding: Finding) -> str:
        start = finding.start - finding.sentence_start
        end = finding.end - finding.sentence_start
        before, after = finding.sentence[:start], finding.sentence[end:]
        opens = not before or _MARK.fullmatch(before)
        words = gap[0].upper() + gap[1:] if opens else gap
        return " ".join(f"{before}{words}{after}".split())

    return mend


def behind_it(gap: str) -> Mend:
    """Put the gap right behind the words."""

    def mend(finding: Finding) -> str:
        end = finding.end - finding.sentence_start
        sentence = finding.sentence
        return " ".join(f"{sentence[:end]}{gap}{sentence[end:]}".split())

    return mend


def with_a_doer(finding: Finding) -> str:
    """Open a place for who does it: in front of a note, behind a whole sentence."""
    words = finding.words.lower().split()
    if not words:
        return ""
    if words[0] in ("men", "iemand", "wie"):
        start = finding.start - finding.sentence_start
        rest = finding.sentence[start + len(words[0]) :].rstrip(" ?")
        lead = finding.sentence[:start]
        if lead.strip() and words[0] != "wie":
            return " ".join(f"{lead}<wie>{rest}".split())
        return " ".join(f"<wie>{rest}".split())
    if {"wordt", "worden"} & set(words):
        return at_the_end(" door <wie>")(finding)
    if words[0] in ("er", "volgt", "komt", "vindt"):
        return at_the_end("; <wie> zorgt daarvoor")(finding)
    mark = _MARK.match(finding.sentence)
    cut = mark.end() if mark else 0
    return " ".join(f"{finding.sentence[:cut]}<wie>: {finding.sentence[cut:]}".split())


def with_a_measure(finding: Finding) -> str:
    """How often or how much, for the words of which that is sure."""
    low = finding.words.lower()
    if low in _HOW_OFTEN:
        return in_its_place("<hoe vaak>")(finding)
    return ""


_HOW_OFTEN = frozenset(
    {
        *("regelmatig", "geregeld", "vaak", "soms", "af en toe", "vaker", "periodiek"),
        *("veelvuldig", "zo nu en dan", "nu en dan", "met regelmaat", "frequent"),
    }
)
