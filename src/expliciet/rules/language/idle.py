"""What is no deed, though it has the looks: voting, agreeing, saying, asking back."""

import re

from .cues import Cues
from .spot import Spot
from .verbs import DEED, JUDGE, KEEP, REPORT
from .word_files import word_lists

_IDLE = word_lists("idle.txt")["idle"]
_LIGHT = word_lists("idle.txt")["light"]
_IDLE_PHRASES = Cues(
    r"(?:ga|gaat|gaan) [^.;]{0,40}(?:akkoord|ervan uit|er van uit|dicht|terug|"
    r"van tafel)",
    r"(?:akkoord|ervan uit) (?:te )?gaan",
    r"(?:maakt|maken) zich [^.;]{0,20}(?:zorgen|ongerust|druk)",
    r"(?:neemt|nemen) kennis|(?:kan|kunnen) zich|(?:heeft|hebben) (?:geen )?bezwaar",
    r"gaan er stemmen|er gaan stemmen|(?:zegt|zeggen) [^.;]{0,20}(?:ja|nee|toe)",
    r"(?:neemt|nemen) afscheid|hangt op|uit op|leest in|lees(?:t)? (?:\w+ ){0,4}als",
    r"lezen (?:\w+ ){0,4}als|verzoekt|verzoeken|onthoudt zich|onthouden zich|overdrijf",
    r"overdrijft|vraagt zich|vragen zich|vraagt naar|vragen naar",
    r"(?:plaatst|zet) \w* ?(?:vraagtekens|kanttekening)",
    r"rekent erop|baseert|gaat het om|gaat om|(?:stelt|stellen) (?:zich|dat|vast)",
    r"valt af|vallen af",
    r"(?:geeft|geven|gaf) (?:\w+ ){0,2}(?:toelichting|presentatie|uitleg|update|"
    r"overzicht|stand van zaken)",
    r"(?:geeft|geven) (?:\w+ )?(?:aanleiding|akkoord|het woord|groen licht|voorrang)",
    r"(?:doet|doen|brengt) (?:een )?(?:voorstel|suggestie)",
    r"(?:geeft|geven) (?:\w+ )?aan (?:dat|af|niet|graag|geen)",
    r"(?:houdt|houden) (?:\w+ ){0,3}zich (?:\w+ ){0,3}op",
    r"(?:loopt|lopen) (?:\w+ ){0,5}achter",
    r"start met|juicht|verwijst|presenteert|(?:houdt|houden) zich (?:aan|afzijdig)",
    r"(?:geeft|geven) de voorkeur|(?:doet|doen) zich voor",
)
_SAYS_YES = frozenset("toezeggen instemmen toestemmen zeggen accepteren".split())
_SAYS_THAT = re.compile(r"^(?:dat|of|wat|hoe|waarom|:)", re.IGNORECASE)


def is_question(spot: Spot) -> bool:
    """'Komt er een gesprek?'"""
    return spot.begins_with_verb and spot.verb in ("volgen", "komen", "gaan")


def is_idle(spot: Spot) -> bool:
    """Voting, agreeing, seeing: the meeting's own business, nothing left to be done."""
    if spot.verb in _IDLE or spot.verb in _LIGHT or spot.told in _IDLE_PHRASES:
        return True
    if DEED not in spot.kinds and KEEP not in spot.kinds:
        return True
    if spot.clause.follows and spot.begins_with_verb and _tells(spot):
        return True  # "…, zegt de directeur"
    return spot.verb == "vragen" and _is_answered(spot)


def _tells(spot: Spot) -> bool:
    return REPORT in spot.kinds or JUDGE in spot.kinds


def _is_answered(spot: Spot) -> bool:
    """Somebody else answers what is asked, later in the same sentence."""
    return any(
        c.start >= spot.clause.end and c.verb in _SAYS_YES and c.is_main
        for c in spot.statement.clauses
    )


def only_says(spot: Spot) -> bool:
    """'meldt dat …' reports; 'meldt het besluit aan …' is a deed."""
    if not _tells(spot):
        return False
    if DEED not in spot.kinds:
        return True
    rest = spot.statement.said[spot.clause.end :].lstrip(" ,")
    return bool(_SAYS_THAT.match(rest)) or spot.lows[-1:] == ["op"]


def is_denied(spot: Spot) -> bool:
    """What is not done needs nobody."""
    return spot.says("niet", "geen", "nooit")
