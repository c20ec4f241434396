"""What is to be done in the passive: "wordt uitgezocht"."""

import re

from .advice import advised
from .agents import group_agent
from .cues import Cues
from .deed import Deed, made
from .parties import GROUP
from .spelling import Form
from .spot import Spot
from .tokens import Token
from .verbs import DECIDE, DEED, JUDGE, REPORT, SCALE, does
from .word_files import word_lists

_SAID_AT_THE_MEETING = word_lists("idle.txt")["said at the meeting"]
_DONE_AT_THE_MEETING = word_lists("idle.txt")["done at the meeting"]
_TOLD = word_lists("idle.txt")["told in a passive"]
_TO_COME = Cues(
    r"nog|zal|zullen|moet|moeten|dient|dienen|later|komende?|volgende?|binnenkort",
    r"straks|uiterlijk|z\.s\.m\.|op \d|opnieuw|eerst",
)
_HABIT = Cues(r"soms|vaak|nu|meestal|altijd|doorgaans|al|sinds|steeds|nog steeds")
_INFORMED = Cues(r"op de hoogte|in kennis|onder de aandacht|aan de orde")
_EXACT_DAY = re.compile(r"\b\d{1,2} [a-z]{3,9}|\b\d{1,2}[-/]\d{1,2}")
_IN_A_PAPER = re.compile(
    r"in (?:het|de|een) \w*(?:rapport|verslag|brief|plan|notitie|stuk|evaluatie)\b"
)
"""'In het rapport worden … genoemd': what a paper says."""
_BY = re.compile(r"\bdoor (?:de |het |een )?(\w+)")
_ASKS_SOMETHING = (" van ", " of ", " om ", " naar ", " aan ")


def is_passive(spot: Spot) -> bool:
    """worden + participle."""
    return spot.clause.is_passive


def passive(spot: Spot) -> Deed | None:
    """The participle, where it is more than the meeting's own doings."""
    main = _main_participle(spot)
    if main is None or spot.lows[0] == "volgens" or _describes(spot, main[1]):
        return None
    if _is_said(spot, *main):
        return advised(spot)
    if spot.says("niet", "geen", "kan", "kunnen", "mag", "mogen"):
        return None
    clause = spot.clause
    by_a_group = group_agent(spot.statement.said[clause.start : clause.end])
    return made(spot, main[0], GROUP if by_a_group else spot.agent)


def _main_participle(spot: Spot) -> tuple[Token, Form] | None:
    for token, form in reversed(spot.clause.participles):
        if form.infinitive != "worden":
            return token, form
    return None


def _describes(spot: Spot, form: Form) -> bool:
    """What happens at the table, or how things go: no deed to come."""
    told, verb = spot.told, form.infinitive
    to_come = told in _TO_COME
    if _IN_A_PAPER.match(told) and not to_come:
        return True
    if verb in _DONE_AT_THE_MEETING and not spot.statement.alone and not to_come:
        return True
    if told in _HABIT and not to_come and verb != "vragen":
        return True
    if verb in ("houden", "plaatsvinden") and _EXACT_DAY.search(told):
        return True
    by_a_thing = _BY.search(told) and not group_agent(told)
    return bool(by_a_thing) and not spot.by_agent


def _is_said(spot: Spot, token: Token, form: Form) -> bool:
    """Something is said, thought or decided, and by that nothing is done yet."""
    verb = form.infinitive
    if spot.finite == "zullen":
        return False
    if spot.told in _INFORMED or (SCALE in does(verb) and _on_a_condition(spot)):
        return False
    rest = spot.statement.said[spot.clause.end :].lstrip(" ,").lower()
    if rest.startswith("dat ") or DEED not in does(verb):
        return True
    if verb == "vragen" and not _asks_something(spot):
        return bool(spot.clause.subject) and spot.lows[0] != "er"
    return _is_meeting_talk(verb) or token.low in _TOLD


def _on_a_condition(spot: Spot) -> bool:
    return any(
        c.opened_by in ("als", "indien", "wanneer", "zodra") or c.is_condition
        for c in spot.statement.clauses
    )


def _asks_something(spot: Spot) -> bool:
    """'gevraagd wordt of …', 'van partners wordt … gevraagd': an expectation."""
    said = f" {spot.told} {spot.statement.said} "
    return any(word in said for word in _ASKS_SOMETHING)


def _is_meeting_talk(verb: str) -> bool:
    kinds = does(verb)
    reports = bool({REPORT, JUDGE, DECIDE} & set(kinds)) and DEED not in kinds
    return verb in _SAID_AT_THE_MEETING or reports
