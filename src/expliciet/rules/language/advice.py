"""What is advised or agreed to be done: "Afgesproken wordt … af te wachten"."""

from dataclasses import replace

from .cues import Cues
from .deed import Deed, made
from .parties import PROFESSIONAL
from .spot import Spot
from .verbs import PARTICLES

_IS_AGREED = Cues(
    r"(?:afgesproken|besloten|vastgelegd|overeengekomen|toegezegd|verzocht|"
    r"voorgesteld|afspraak is|besluit is|spreken af|spreekt af)",
)
_ADVISES = Cues(
    r"afgesproken|besloten|overeengekomen|vastgelegd|voorgesteld|geadviseerd",
    r"aanbevolen|verzocht|raadt aan|raden aan|beveelt aan|aanbeveling|advies|adviseert",
    r"stelt voor|stellen voor|in overweging|verzoek|wenselijk|verdient het|oproep",
)
_REQUEST = Cues(r"(?:dringend |nader )?(?:advies|verzoek|oproep|voorstel|aanbeveling)")


def is_advice(spot: Spot) -> bool:
    """Whether the clause says that something is advised, asked for or agreed."""
    return spot.told in _ADVISES


def advised(spot: Spot) -> Deed | None:
    """The infinitive with "te" that an advice speaks of: it says what, not who."""
    if spot.says("niet", "geen", "geacht", "overslaan") or not is_advice(spot):
        return None
    clause, lows = spot.clause, spot.lows
    if clause.is_passive and clause.doer == PROFESSIONAL:
        return None
    for token, _ in reversed(clause.infinitives):
        at = clause.words.index(token)
        if "te" in lows[max(0, at - 2) : at]:
            deed = made(spot, token, spot.agent)
            apart = lows[at - 1] != "te" or (at > 1 and lows[at - 2] in PARTICLES)
            first = clause.words[at - 2 if apart else at - 1]
            return replace(deed, group_start=first.start, group_end=token.end)
    return None


def is_told(spot: Spot) -> bool:
    """A report of what has been."""
    return spot.clause.is_past and not spot.clause.opened_by


def told(spot: Spot) -> Deed | None:
    """Of what has been, only what was agreed may still be to come."""
    if spot.clause.is_perfect and spot.says("besloten", "afgesproken"):
        return advised(spot)
    return None


def is_open_request(spot: Spot) -> bool:
    """'Verzoek om de ramen te laten repareren': of whom, it does not say."""
    clause = spot.clause
    if clause.opened_by != "om" or not clause.infinitives:
        return False
    lead = spot.statement.said[spot.statement.body_start : clause.start]
    return len(lead.split()) <= 2 and _REQUEST.opens(lead.strip()) is not None


def open_request(spot: Spot) -> Deed:
    """What is requested; a request needs no day of its own."""
    deed = made(spot, spot.clause.infinitives[-1][0], "")
    return replace(deed, is_dated=True)


def is_idle_subordinate(spot: Spot) -> bool:
    """A subordinate clause, other than "besloten dat …" and "… terwijl zij belt"."""
    clause = spot.clause
    if not clause.opened_by:
        return False
    if clause.opened_by == "terwijl" and clause.doer == PROFESSIONAL:
        return False
    carries = clause.opened_by == "dat" or (
        clause.opened_by == "om" and bool(clause.infinitives)
    )
    return not carries or spot.statement.said[: clause.start] not in _IS_AGREED
