"""Duindoorn: a round that runs, with two readings in and others still to come.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Theme
from ..deeds import Deed
from ..reading import NO, UNSURE, OpensRound, ReadsAlone, Says
from .people import ANOUK, GEMEENTE, GGZ, MARIJKE, OM, POLITIE, YARA

ASKED = "kan het lichter"

NOW_READ: tuple[Deed, ...] = (
    OpensRound(
        "-1 wo 13:30",
        MARIJKE,
        question="Zien wij nu nog dreiging van geweld tegen de ambtenaar?",
        answer_by="+1 ma",
        hears=(GEMEENTE, POLITIE, OM, GGZ),
        mark=ASKED,
    ),
    ReadsAlone(
        "-1 do 10:05",
        YARA,
        of=ASKED,
        sees="Hij tekende de regeling, met een vrijwilliger naast zich.",
        reads="De boosheid zat vast aan de invordering; die is nu van tafel.",
        would_change="Als hij een termijn mist en niet belt.",
        themes=(
            Says(
                Theme.ANSWER,
                NO,
                "Hij vraagt of hij haar mag schrijven dat het hem spijt.",
            ),
        ),
    ),
    ReadsAlone(
        "-1 vr 09:20",
        ANOUK,
        of=ASKED,
        sees="Ik sprak hem niet. Ik lees over slecht slapen en over één datum.",
        reads="De week van die datum is zwaar; wat hij dan doet, weet ik niet.",
        would_change="Hoe die week verloopt als iemand hem extra belt.",
        themes=(
            Says(Theme.ANSWER, UNSURE, "Ik stel niets vast over wie ik niet sprak."),
        ),
    ),
)
