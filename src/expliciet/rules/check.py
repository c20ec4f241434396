"""The checker: one item in, the questions it leaves open out.

Deterministic: the same item always gives the same findings, in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from .catalogue import catalogue
from .finding import Finding
from .in_words import in_words
from .item import TEXT_FIELDS, Item
from .language import moments
from .language.cues import forget
from .language.parties import PROFESSIONAL, party_of
from .language.read import sections
from .language.reasons import REASON, has_reason
from .language.rows import names
from .language.statement import Statement
from .rule import Gap, Mark, RecordRule, TextRule

_SET_ASIDE = re.compile(r"\[expliciet:\s*(EX\d{3})\s*(?:[–:-]\s*([^\]]*\w[^\]]*))?\]")
_KEPT_OPEN = re.compile(r"\bbewust\s+open\b", re.IGNORECASE)
_ABSENCES = frozenset(
    "actor_missing time_missing time_vague end_missing reason_missing deferred_item "
    "condition_open status_vague escalation_no_criterion dissent_unresolved "
    "expectation_unaccepted action_vague".split()
)

_OF_THE_DEED = _ABSENCES | {
    "actor_group",
    "weak_commitment",
    "double_agreement",
    "reference_unresolved",
}
"""What is asked of a deed; inside "omdat …" there is none."""


def check(item: Item) -> list[Finding]:
    """Everything an item leaves open, in the order in which it stands there."""
    return sorted(
        look_through(item),
        key=lambda f: (f.field, f.start, f.end, f.code, f.phenomenon),
    )


def look_through(item: Item) -> Iterator[Finding]:
    """The same, one agenda item at a time, for texts too long to hold at once.

    No sentence is kept in memory once its questions have been asked.
    """
    kept = {k.field for k in item.kept_open}
    if "" in kept:
        return
    silenced: set[str] = set()
    for rule, gap in _in_record(item):
        silenced.update(rule.silences)
        if gap.field not in kept:
            yield _of_record(rule, item, gap)
    try:
        for name, given in TEXT_FIELDS.get(item.kind, {}).items():
            text = item.text(name)
            if text and name not in kept:
                yield from _in_text(item, name, text, given, frozenset(silenced))
    finally:
        forget()


def _in_record(item: Item) -> Iterator[tuple[RecordRule, Gap]]:
    """The empty fields, also those kept open: the text need not fill these either."""
    for rule in _record_rules():
        if item.kind in rule.kinds:
            for gap in rule.look(item):
                yield rule, gap


def _of_record(rule: RecordRule, item: Item, gap: Gap) -> Finding:
    value = item.fields.get(gap.field)
    text = value if isinstance(value, str) else in_words(value)
    words = text[gap.start : gap.end]
    return Finding(rule, rule.phenomenon, gap.field, gap.start, gap.end, words, text, 0)


def _in_text(
    item: Item, name: str, text: str, given: str, silenced: frozenset[str]
) -> Iterator[Finding]:
    free = item.kind == "minutes"
    rules = [
        r
        for r in _text_rules()
        if r.code not in silenced and (free or not r.minutes_only)
    ]
    asked: set[tuple[str, str]] = set()
    for section in sections(text, item.context.glossary, given):
        for statement in section.statements:
            for finding in _in_statement(rules, statement, name):
                rule = finding.rule
                if isinstance(rule, TextRule) and rule.once_a_text:
                    if (rule.code, finding.words) in asked:
                        continue
                    asked.add((rule.code, finding.words))
                yield finding


def _in_statement(
    rules: Iterable[TextRule], statement: Statement, name: str
) -> Iterator[Finding]:
    found: list[tuple[TextRule, Mark]] = []
    for rule in rules:
        if statement.kind in rule.kinds:
            found += [(rule, mark) for mark in rule.look(statement)]
    if not found:
        return
    set_aside = {code for code, reason in _SET_ASIDE.findall(statement.text) if reason}
    explicit = _kept_open(statement)
    seen = set()
    for rule, mark in _not_silenced(found, statement):
        phenomenon = mark.phenomenon or rule.phenomenon
        where = (phenomenon, mark.start, mark.end)
        if rule.code in set_aside or where in seen:
            continue
        if explicit and phenomenon in _ABSENCES:
            continue
        if phenomenon in _OF_THE_DEED and _gives_a_reason(statement, mark.start):
            continue
        seen.add(where)
        yield _of_statement(rule, phenomenon, statement, mark, name)


def _gives_a_reason(statement: Statement, at: int) -> bool:
    """Inside "omdat …" nothing is promised, so nothing is asked about the promise."""
    return any(
        c.start <= at < c.end
        and c.opened_by in ("omdat", "want", "doordat", "aangezien")
        for c in statement.clauses
    )


def _of_statement(
    rule: TextRule, phenomenon: str, statement: Statement, mark: Mark, name: str
) -> Finding:
    sentence, place = statement.written, statement.start
    start, end = statement.as_written(mark.start, mark.end)
    words = sentence[start:end]
    found = Finding(
        rule, phenomenon, name, place + start, place + end, words, sentence, place
    )
    in_a_row = statement.piece.kind == "row"
    better = rule.mend(found) if rule.mend and not in_a_row else ""
    return replace(found, better=better) if better else found


def _not_silenced(
    found: list[tuple[TextRule, Mark]], statement: Statement
) -> list[tuple[TextRule, Mark]]:
    """Leave out what a graver or more telling finding at the same deed makes idle."""
    kept = []
    reaches = [(d.clause.start, d.clause.end) for d in statement.deeds]
    for rule, mark in found:
        for other, there in found:
            if rule.code in other.silences and _same_deed(mark, there, reaches):
                break
        else:
            kept.append((rule, mark))
    return kept


def _same_deed(one: Mark, other: Mark, reaches: list[tuple[int, int]]) -> bool:
    """A sentence mostly holds one deed; where it holds more, the reach tells them."""
    if one.reach and other.reach:
        return one.reach == other.reach
    if one.reach and not other.reach:
        within = [r for r in reaches if r[0] <= other.start <= r[1]]
        return one.reach in within if within else True
    if other.reach:
        return other.reach[0] <= one.start <= other.reach[1]
    return True


def _kept_open(statement: Statement) -> bool:
    """'Bewust open' with an owner, a reason and a review date is explicit."""
    match = _KEPT_OPEN.search(statement.text)
    if not match:
        return False
    rest = statement.text[match.end() :]
    owned = any(_names_owner(part) for part in re.split(r"[,;()–]", rest))
    return owned and has_reason(rest) and rest in moments.DATED


def _names_owner(part: str) -> bool:
    """Whether somebody is named here, other than in the reason: "omdat de rechter"."""
    if names(part) == PROFESSIONAL:
        return True
    reason = REASON.find(part)
    before = part[: reason.start()] if reason else part
    words = re.findall(r"[\w-]+", before.lower())
    return any(party_of(word) == PROFESSIONAL for word in words)


@cache
def _text_rules() -> tuple[TextRule, ...]:
    return tuple(r for r in catalogue() if isinstance(r, TextRule))


@cache
def _record_rules() -> tuple[RecordRule, ...]:
    return tuple(r for r in catalogue() if isinstance(r, RecordRule))
