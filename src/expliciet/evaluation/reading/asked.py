"""What the checker asked of what was known, and asks of what was decided (F69).

Of what it asked when something was said, only which rule: the words it was about, and
why somebody left it so, were said before masking and stay where they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.utils import timezone, translation

from ...dossiers.models import Question
from ...rules import Context, Finding, Item, Words, check
from ...rules.catalogue import catalogue
from ..telling import LANGUAGE, read_back
from .known import Text

ASKED_ELSEWHERE = {"owner": True, "basis": True, "confidence": True}
"""Whose interpretation it is, on what it rests and how sure: other fields say so."""


def left_open(texts: Iterable[Text]) -> dict[int, list[Words]]:
    """By number of the text: the questions that stayed as they were."""
    of = {each.row.record_id: each.row.number for each in texts}
    asked = Question.objects.filter(record__in=of, outcome=Question.Outcome.STAYS)
    spoken = {rule.code: rule.question for rule in catalogue()}
    found: dict[int, list[Words]] = defaultdict(list)
    for record, code in asked.order_by("rule").values_list("record", "rule").distinct():
        if code in spoken:
            found[of[record]].append(spoken[code])
    return dict(found)


class Asks(NamedTuple):
    """One question, and the first words that raise it; none, where words lack."""

    question: Words
    about: str


def asks_of(text: Text) -> list[Asks]:
    """What it would ask of the running words in it now, the gravest first. What other
    fields of it say, such as the day to look again, it does not ask."""
    if not text.words:
        return []
    with translation.override(LANGUAGE):
        said = read_back(text.row.kind, text.words)
    context = Context(today=timezone.localdate(text.row.recorded_at))
    found: list[Finding] = []
    for item, fields in laid(text.row.kind, said, context):
        found += [each for each in check(item) if each.field in fields]
    found.sort(key=lambda each: -each.severity)
    first: dict[Words, Asks] = {}
    for each in found:
        first.setdefault(each.rule.question, Asks(each.rule.question, each.words))
    return list(first.values())


def laid(
    kind: str, said: Mapping[str, str], context: Context
) -> Iterator[tuple[Item, frozenset[str]]]:
    """What is laid before the checker of that at which a table came to something, and
    of which of its fields the questions count."""
    if kind == "decision" and said.get("outcome"):
        words = {"decision": said["outcome"], "reasons": [said.get("why", "")]}
        yield Item(kind, words, context), frozenset(words)
    elif kind == "scaling" and said.get("reason"):
        reasons = {"reasons": [said["reason"]]}
        yield Item(kind, reasons, context), frozenset(reasons)
    elif kind == "interpretation":
        for name in ("summary", "protective"):
            if said.get(name):
                read = {"text": said[name]} | ASKED_ELSEWHERE
                yield Item(kind, read, context), frozenset({"text"})
