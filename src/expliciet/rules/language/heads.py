"""With which letters a pattern can begin.

Most sentences hold none of the words that a rule looks for. Knowing the first letters
of every pattern, and of every word in a sentence, one look tells so.
"""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

_WORD = re.compile(r"\w+")
LENGTH = 3
LENGTHS = range(1, LENGTH + 1)
_Head = tuple[str, bool]
"""The first letters, and whether anything may follow them."""
_ANYTHING: set[_Head] = {("", True)}
_NOTHING: set[_Head] = {("", False)}


def _parser() -> Any:
    """Python's own reader of patterns, private to it; a Python may do without."""
    try:
        return import_module("re._parser")
    except ImportError:
        return None


parser = _parser()


def heads(pattern: str) -> frozenset[str] | None:
    """The first few letters of all it can match; nothing where that is unknown."""
    if parser is None:
        return None
    found = {head for head, _ in _sequence(parser.parse(pattern))}
    if any(not head or not head[0].isalnum() for head in found):
        return None
    return frozenset(found)


def _sequence(nodes: Iterable[Any]) -> set[_Head]:
    sofar: set[_Head] = set(_NOTHING)
    for node in nodes:
        if all(wild or len(head) >= LENGTH for head, wild in sofar):
            break
        choices = _choices(node)
        grown: set[_Head] = set()
        for head, wild in sofar:
            if wild or len(head) >= LENGTH:
                grown.add((head, wild))
                continue
            grown.update(((head + more)[:LENGTH], open_) for more, open_ in choices)
        sofar = grown
    return sofar


def _choices(node: Any) -> set[_Head]:
    kind, value = str(node[0]), node[1]
    if kind == "LITERAL":
        return {(chr(value), False)}
    if kind == "IN":
        return _members(value)
    if kind == "BRANCH":
        return set().union(*(_sequence(branch) for branch in value[1]))
    if kind == "SUBPATTERN":
        return _sequence(value[-1])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, repeated = value
        found = _sequence(repeated)
        if most > 1:
            found = {(head, True) if head else (head, wild) for head, wild in found}
        return found | _NOTHING if least == 0 else found
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return set(_NOTHING)
    return set(_ANYTHING)


def _members(members: Iterable[Any]) -> set[_Head]:
    found: set[_Head] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            found.add((chr(value), False))
        elif str(kind) == "RANGE" and value[1] - value[0] < 40:
            found |= {(chr(code), False) for code in range(value[0], value[1] + 1)}
        elif str(kind) == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            found |= {(digit, False) for digit in "0123456789"}
        else:
            return set(_ANYTHING)
    return found


def word_starts(low: str) -> dict[str, list[int]]:
    """Where words begin in a text in lower case, by their first letters."""
    starts: dict[str, list[int]] = {}
    for word in _WORD.finditer(low):
        at = word.start()
        for length in LENGTHS:
            head = low[at : at + length]
            if head in starts:
                starts[head].append(at)
            else:
                starts[head] = [at]
    return starts
