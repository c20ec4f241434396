"""Deeds that are promised by half: "is bereid te bellen", "wil wel kijken"."""

from .cues import Cues
from .deed import Deed, made
from .parties import CLIENT, PROFESSIONAL
from .spot import Spot

_HALF = Cues(
    r"(?:is|zijn) (?:\w+ ){0,3}(?:bereid|voornemens|van plan|genegen|geneigd|van zins)",
    r"(?:probeert|proberen|tracht|trachten|overweegt|overwegen|hoopt|hopen|beoogt|"
    r"poogt|streeft|(?:denkt|denken) (?:\w+ ){0,8}te|belooft)",
    r"(?:wil|willen) (?:wel|best)",
)
_MAY = frozenset("kunnen mogen hoeven willen".split())


def is_no_promise(spot: Spot) -> bool:
    """Able, allowed, willing, trying: not said to be done."""
    form = spot.clause.form
    would = form is not None and form.infinitive == "zullen" and form.tense == "past"
    return spot.finite in _MAY or would or spot.told in _HALF


def half_promised(spot: Spot) -> Deed | None:
    """The infinitive, where somebody half promises it."""
    clause = spot.clause
    if not clause.infinitives or clause.doer == CLIENT or not clause.subject:
        return None
    if spot.told not in _HALF:
        return None
    return made(spot, clause.infinitives[-1][0], clause.doer or PROFESSIONAL)
