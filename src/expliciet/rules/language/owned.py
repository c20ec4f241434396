"""Deeds of a main clause with a doer of its own: "de wijkagent belt"."""

from .clause import Clause
from .deed import Deed, made, main_word
from .parties import GROUP, PROFESSIONAL
from .spot import Spot
from .verbs import is_often_noun, needs_a_human, readings
from .word_files import word_lists

_THINGS = word_lists("idle.txt")["things"]
_OWED = frozenset("moeten dienen behoren horen".split())
"""What a party must do is expected of it, which is another question."""
_BEHIND_ORDER = frozenset("de het een even of bij met alle nog zo hoe wie".split())


def owned(spot: Spot) -> Deed | None:
    """The deed of whoever the clause, or the one before it, names."""
    clause, doer = spot.clause, _own_doer(spot)
    if doer in (PROFESSIONAL, GROUP) and spot.finite in _OWED and clause.infinitives:
        return None
    if not clause.subject and clause.joined:
        doer = _carried(spot)
    elif not doer and spot.begins_with_verb and _is_order(clause):
        return made(spot, clause.words[0], "")
    elif not doer and _acts(spot):
        doer = PROFESSIONAL
    if doer in (PROFESSIONAL, GROUP):
        return made(spot, main_word(clause), doer)
    return None


def _own_doer(spot: Spot) -> str:
    """The doer of the clause; "zij" is whoever did the deed before."""
    subject = [token.low for token in spot.clause.subject]
    if spot.earlier and subject in (["zij"], ["hij"], ["ze"]):
        return spot.earlier[-1].doer
    return spot.clause.doer or ("" if subject else spot.named)


def _carried(spot: Spot) -> str:
    """The doer of the clause before, which "en" carries on."""
    if spot.earlier:
        return spot.earlier[-1].doer
    start = spot.clause.start
    before = [c for c in spot.statement.clauses if c.end <= start and c.is_main]
    return before[-1].doer if before else ""


def _acts(spot: Spot) -> bool:
    """A verb that needs somebody to do it makes its subject a doer, known or not."""
    head = [word.low for word in spot.clause.subject]
    if not head or any(low in _THINGS for low in head[:3]):
        return False
    return needs_a_human(spot.verb)


def _is_order(clause: Clause) -> bool:
    """'Bel de school': an imperative, and not a noun in front."""
    low = clause.words[0].low
    if is_often_noun(low) and not _is_followed_as_order(clause):
        return False
    return (
        clause.form is not None
        and clause.form.tense == "present"
        and (bool(readings(low + "t")) or clause.form.infinitive[:-2].endswith("t"))
    )


def _is_followed_as_order(clause: Clause) -> bool:
    """'Check of …', 'Plan een …': what follows shows that it is a verb."""
    lows = clause.lows
    return len(lows) == 1 or lows[1] in _BEHIND_ORDER
