"""Small promises at five tables, each kept: done as its owner said, or seen by another.

Nothing here happened; see the first page of this folder.
"""

from ..deeds import Deed
from ..partners import Colleague
from ..promises import Agrees, Promised, SaysDone, SaysSo
from .people import FLOOR, JEROEN, YARA


def kept(
    who: Colleague,
    what: str,
    done_when: str,
    weeks: tuple[int, int],
    said: str,
    seen_by: Colleague | None = None,
) -> tuple[Deed, ...]:
    """Promised in one week, done in another; and where somebody saw it, so said."""
    begun, done = weeks
    mark = f"vroeg {what}"
    promised = Promised(what=what, owner=who, by_day=f"{done} vr", done_when=done_when)
    deeds: tuple[Deed, ...] = (
        Agrees(f"{begun} do 15:10", who, promised=promised, mark=mark),
        SaysDone(f"{done} wo 15:20", who, mark=mark, words=said),
    )
    if seen_by:
        so = "Dat hebben wij ook gezien."
        deeds += (SaysSo(f"{done} do 15:30", seen_by, mark=mark, words=so),)
    return deeds


DUINDOORN = (
    *kept(
        YARA,
        "belt de medewerker die de aangifte deed en vraagt hoe het gaat",
        "de medewerker weet bij wie zij terechtkan",
        (-22, -21),
        "Gebeld; zij weet nu wie zij belt.",
    ),
    *kept(
        FLOOR,
        "laat de aangeefster weten wanneer er over een verhoor wordt beslist",
        "de aangeefster heeft een brief met de dag",
        (-19, -18),
        "De brief is weg.",
        seen_by=YARA,
    ),
)
WULP = kept(
    JEROEN,
    "loopt langs bij de medewerker van wie de straat is genoemd",
    "de wijkagent heeft hem gesproken",
    (-19, -18),
    "Gesproken, en het nummer van de wijkagent gegeven.",
)
STORMMEEUW = kept(
    FLOOR,
    "laat de advocaat weten wanneer de beslissing valt",
    "de advocaat heeft de dag op papier",
    (-31, -29),
    "De advocaat heeft het gekregen.",
)
STRANDPLEVIER = kept(
    YARA,
    "vraagt de zus of zij bij het eerste gesprek wil zijn",
    "de zus heeft ja of nee gezegd",
    (-26, -25),
    "Zij komt mee.",
    seen_by=JEROEN,
)
ZANDLOPER = kept(
    JEROEN,
    "spreekt de bewaker bij het hek over wat hij moet melden",
    "de bewaker weet wat hij meldt en bij wie",
    (-29, -28),
    "Gesproken; het staat in zijn boek.",
    seen_by=YARA,
)
