"""Words of time that no calendar knows, and words for what comes back."""

from __future__ import annotations

from .moment import Moment, vague
from .time import Role
from .words import DAY_PARTS, NUMBERS, WEEKDAYS, listed, phrase_at

VAGUE = {
    "z": r"z\. ?s\. ?m\b\.?",
    "zsm": r"zsm",
    "asap": r"asap",
    "a": r"a\.s\.a\.p\.?",
    "zo": (
        r"zo (?:snel|spoedig|gauw|vlug|vroeg)"
        r" (?:als )?(?:mogelijk|(?:dat |het )(?:kan|lukt|mogelijk is))"
    ),
    "binnenkort": r"binnenkort",
    "spoedig": r"spoedig",
    "eerdaags": r"eerdaags",
    "straks": r"straks",
    "ooit": r"ooit",
    "tzt": r"tzt",
    "t": r"t\. ?z\. ?t\b\.?",
    "zodra": r"zodra (?:mogelijk|het kan|dat kan)",
    "tot": r"tot nader (?:order|bericht)",
    "te": r"te (?:zijner|gelegener) tijd|te zijnertijd",
    "ter": r"ter gelegener tijd",
    "op": (
        r"op (?:(?:zeer |heel )?(?:korte|kortere|middellange|lange|langere) )?termijn"
        r"|op een (?:later|nader te bepalen) (?:moment|tijdstip)|op enig moment"
    ),
    "mettertijd": r"mettertijd",
    "nader": r"nader te bepalen",
    "n": r"n\.t\.b\.?",
    "ntb": r"ntb",
    "per": r"per (?:direct|omgaande|ommegaande)",
    "onmiddellijk": r"onmiddellijk(?! na)",
    "omgaand": r"omgaand",
    "later": r"later(?! dan)(?: (?:vandaag|deze week|deze maand|dit jaar))?",
    "gauw": r"gauw",
}
NOT_LATER_AFTER = listed(
    "dag dagen week weken maand maanden jaar jaren uur niet iets eerder"
)

EACH = (
    r"(?:elke?|iedere?)(?: (?:andere|eerste|tweede|derde|laatste|even|oneven))?"
    rf" (?:(?:{'|'.join(WEEKDAYS)})(?:{'|'.join(DAY_PARTS)})?(?: van de maand)?"
    r"|(?:dag|werkdag|week|maand|kwartaal|jaar|ochtend|middag|avond|nacht|uur|weekend)"
    r"|(?:@number|paar|enkele) @unit|(?:keer|maal))"
    r"(?:(?:,| en) (?:op )?(?:maan|dins|woens|donder|vrij|zater|zon)dag)*"
)
TIMES_PER = (
    r"(?:@number|eens|paar|aantal)(?: ?(?:keer|maal|x|malen))?"
    r" (?:per|in de|in het|elke|iedere)"
    r" (?:dag|werkdag|week|maand|kwartaal|jaar|uur|[0-9]{1,2} weken|twee weken)"
)
PER = r"per (?:dag|werkdag|week|maand|kwartaal|jaar|uur)"
OTHER = r"om de (?:(?:andere|@number) )?(?:dag|dagen|week|weken|maand|maanden)"
ADVERBS = frozenset(
    f"{often}{each}{ending}"
    for often in ("", "twee", "drie", "vier", "zes", "half")
    for each in ("dagelijks", "wekelijks", "maandelijks", "jaarlijks")
    for ending in ("", "e")
) | {f"{day}s" for day in WEEKDAYS}
PHRASES = {
    **dict.fromkeys(("elk", "elke", "ieder", "iedere"), EACH),
    **dict.fromkeys((*NUMBERS, "eens", "paar", "aantal"), TIMES_PER),
    "om": OTHER,
    "per": PER,
    "op": rf"op (?:{'|'.join(f'{day}en' for day in WEEKDAYS)})",
}
FREQUENCY_STARTS = ADVERBS | PHRASES.keys()


def read_frequency(text: str, at: int, word: str) -> Moment | None:
    """*elke vrijdag*, *twee keer per week*, *dagelijks*."""
    if word in ADVERBS:
        return Moment(at + len(word), role=Role.FREQUENCY)
    phrase = TIMES_PER if word[0] in "123456789" else PHRASES.get(word)
    found = phrase_at(phrase, text, at) if phrase else None
    return Moment(found.end(), role=Role.FREQUENCY) if found else None


def read_vague(text: str, at: int, word: str) -> Moment | None:
    """*z.s.m.*, *binnenkort*, *t.z.t.*, *later*."""
    phrase = VAGUE.get(word)
    found = phrase_at(phrase, text, at) if phrase else None
    if not found:
        return None
    if word == "later":
        before = text[max(0, at - 12) : at].split()
        if before and before[-1] in NOT_LATER_AFTER:
            return None
    return vague(found.end())
