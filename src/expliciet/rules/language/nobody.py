"""Deeds that are told without a doer: "er komt", "men belt", "wie belt?"."""

from dataclasses import replace

from .deed import Deed, made, main_word
from .parties import PROFESSIONAL, kind_of, party_of
from .spot import Spot
from .tokens import Token, folded
from .verbs import JUDGE, REPORT, is_deed


def asks_who(spot: Spot) -> bool:
    """'Wie belt de school?'"""
    clause, statement = spot.clause, spot.statement
    return (
        clause.opened_by == "wie"
        and statement.said.rstrip().endswith("?")
        and clause.finite is not None
        and clause.start == statement.body_start
        and is_deed(spot.verb)
    )


def who(spot: Spot) -> Deed:
    """The deed of the question, at the word that asks for its doer."""
    return _at(made(spot, main_finite(spot), ""), spot.clause.words[0])


def main_finite(spot: Spot) -> Token:
    """The finite verb itself, where there is one."""
    return spot.clause.finite or main_word(spot.clause)


def _at(deed: Deed, word: Token) -> Deed:
    return replace(deed, group_start=word.start, group_end=word.end)


def is_somebody(spot: Spot) -> bool:
    """'Iemand belt de school', 'morgen belt iemand de school'."""
    return "iemand" in spot.lows and not spot.clause.opened_by


def somebody(spot: Spot) -> Deed:
    """The deed, from the finite verb or from "iemand"."""
    finite = main_finite(spot)
    word = spot.clause.words[spot.lows.index("iemand")]
    return replace(made(spot, finite, ""), group_start=min(word.start, finite.start))


def is_only_somebody(spot: Spot) -> bool:
    """'… dat iemand de school belt'."""
    return [t.low for t in spot.clause.subject] == ["iemand"] and is_deed(spot.verb)


def only_somebody(spot: Spot) -> Deed:
    """The deed, at the word "iemand"."""
    return _at(made(spot, main_word(spot.clause), ""), spot.clause.subject[0])


def goes_out(spot: Spot) -> bool:
    """'Er gaat een brief uit'."""
    return (
        spot.finite == "gaan"
        and "er" in spot.lows[:3]
        and not spot.clause.infinitives
        and spot.verb in ("gaan", "uitgaan")
    )


def takes_place(spot: Spot) -> bool:
    """'Een gesprek vindt plaats'."""
    return spot.finite == "vinden" and "plaats" in spot.lows


_COMES = frozenset(("volgen", "komen", "plaatsvinden", "uitgaan"))


def comes_about(spot: Spot) -> bool:
    """'Er komt een gesprek', "een brief volgt"."""
    if spot.verb not in _COMES or "uit" in spot.lows:
        return False
    if "er" in spot.lows:
        return True
    return spot.clause.doer == "" and spot.verb in ("volgen", "plaatsvinden")


def by_its_agent(spot: Spot) -> Deed:
    """The deed of whoever is named with "door"."""
    return made(spot, main_finite(spot), PROFESSIONAL if spot.by_agent else "")


def by_its_sender(spot: Spot) -> Deed:
    """The deed of whoever is named, also as the one it comes from."""
    doer = spot.agent or (PROFESSIONAL if _comes_from(spot) else "")
    if doer and _is_under_a_topic(spot):
        doer = ""
    return made(spot, main_finite(spot), doer)


def _is_under_a_topic(spot: Spot) -> bool:
    """'Kerkgebouw: er komt een plan': before the colon stands what it is about."""
    label = spot.statement.label
    if not label or spot.by_agent or "er" not in spot.lows[:2]:
        return False
    return party_of(folded(label)) != PROFESSIONAL


def _comes_from(spot: Spot) -> bool:
    """'diagnose volgt van de psychiater'."""
    words = spot.clause.words
    return any(
        low == "van" and kind_of(words[at + 1 : at + 3]) == PROFESSIONAL
        for at, low in enumerate(spot.lows)
        if at > 1
    )


def is_men(spot: Spot) -> bool:
    """'Men vraagt de gegevens op'."""
    return "men" in spot.lows


def men(spot: Spot) -> Deed | None:
    """A deed of "men"; what "men" says, finds or may do is none."""
    if {REPORT, JUDGE} & set(spot.kinds) or spot.finite in ("kunnen", "mogen"):
        return None
    return made(spot, main_word(spot.clause), "") if is_deed(spot.verb) else None
