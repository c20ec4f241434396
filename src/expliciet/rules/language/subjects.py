"""Who a clause speaks of: the noun group that goes with its finite verb."""

from collections.abc import Sequence

from .clause import Clause
from .function_words import (
    ADVERBS,
    PREPOSITIONS,
    SUBORDINATORS,
    sends_the_subject_back,
)
from .parties import GROUP, PROFESSIONAL, group_in, kind_of, party_of
from .tokens import Token

LONGEST_GROUP = 8
_PASSED_OVER = frozenset("zich dan ook nog er eerst nu daarom".split())
_OBJECTS = frozenset(
    "dit dat deze die hetzelfde daarover hierover daarmee hiermee er het wie wat zulks "
    "beide".split()
)
_TAKES_AN_OBJECT = frozenset("krijgt ontvangt bereikt heeft is raakt".split())


def find_subject(clause: Clause, finite: int) -> None:
    """Give the clause its subject and its doer, now that the finite verb is known."""
    words = clause.words
    if clause.opened_by:
        start = 1 if words[0].low == clause.opened_by else 0
        clause.subject = noun_group(words, start)
    elif finite == 0:
        clause.subject = [] if clause.joined else noun_group(words, 1)
    else:
        clause.subject = _around(clause, finite)
    clause.doer = doer_of(clause.subject)


def _around(clause: Clause, finite: int) -> list[Token]:
    """What stands before the finite verb or, where the order is turned, behind it."""
    words = clause.words
    before = [w for w in words[:finite] if w.is_word]
    first = before[0] if before else words[0]
    behind = noun_group(words, finite + 1)
    each = first.low in ("ieder", "allen") and finite == 1
    if sends_the_subject_back(first) and not each:
        return behind
    if doer_of(behind) and not doer_of(before):
        singular = clause.form is not None and clause.form.tense == "present"
        acts = singular and words[finite].low not in _TAKES_AN_OBJECT
        if first.low in _OBJECTS or acts:
            return behind
    return before


def noun_group(words: Sequence[Token], start: int) -> list[Token]:
    """The noun group that starts here, if one does."""
    group: list[Token] = []
    for at, token in enumerate(words[start : start + LONGEST_GROUP], start):
        if not token.is_word:
            break
        if token.low in _PASSED_OVER:
            continue
        if token.low in PREPOSITIONS and not (group and token.low == "van"):
            break
        if group and (token.low in ADVERBS or token.low in SUBORDINATORS):
            break
        group.append(token)
        behind = words[at + 1].low if at + 1 < len(words) else ""
        if party_of(token.low) and behind not in ("en", "van", "als"):
            break
    return group


def doer_of(group: Sequence[Token]) -> str:
    """What kind of party a subject names; unknown nouns are left to the verb."""
    if not group:
        return ""
    lows = [w.low for w in group]
    if lows[0] in ("wij", "we") and any(w in lows[1:3] for w in ("als", "van", "bij")):
        return PROFESSIONAL
    collective = group_in(" ".join(lows))
    if collective and collective.start() == 0:
        return GROUP
    return kind_of(_head(group))


def _head(group: Sequence[Token]) -> Sequence[Token]:
    """The noun group up to its first preposition: "de mentor van de jongen"."""
    for at, token in enumerate(group):
        if at and token.low in PREPOSITIONS:
            return group[:at]
    return group


def is_plural_subject(group: Sequence[Token]) -> bool:
    """Whether this names more than one: "wij", "moeder en zoon", "de ouders"."""
    if not group or len(group) > 7:
        return False
    first, last = group[0].low, group[-1].low
    if last in ("geen", "een", "eigen", "alleen", "samen"):
        return False
    if last in ("we", "wij", "zij", "ze", "allen", "partners", "ouders", "beide"):
        return True
    if first in PREPOSITIONS:
        return False
    lows = [w.low for w in group]
    if "en" in lows and first not in ADVERBS:
        return True
    if group_in(" ".join(lows)) is not None:
        return True
    return last.endswith(("en", "s")) and len(group) <= 3 and first not in ADVERBS
