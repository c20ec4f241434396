"""Zandloper: what was brought in, read in factors and assessed.

Nothing here happened; see the first page of this folder.
"""

from ...casework.life_domains import LifeDomain
from ...casework.models import Contribution, FactorReading
from ..deeds import CORE, Guest
from ..knowing import (
    ESTIMATE,
    FACT,
    HEARSAY,
    AllowsUse,
    Assesses,
    Brings,
    Line,
    ReadsFactor,
)
from .people import FLOOR, HILDE, JEROEN, RECLASSERING, YARA

OLAF = Guest("Olaf Brandt", RECLASSERING)
Use, Sure, Read = Contribution.Use, Contribution.Reliability, FactorReading.Read

AT_THE_FENCE = (
    Brings(
        "-30 wo 10:20",
        JEROEN,
        source="wijkagent, en de bewaker van de opvanglocatie",
        obtained="Gesprek bij het hek, en de lijst die de bewaking bijhoudt.",
        seen="-32 za",
        reliability=Sure.CONFIRMED,
        use=Use.ORDER,
        lines=(
            Line(
                FACT,
                LifeDomain.CONDUCT,
                "Hij maakte op {za -2} drie foto’s van het hek en liep daarna weg.",
            ),
            Line(
                FACT,
                LifeDomain.NETWORK,
                "Dezelfde avond stonden die foto’s in een besloten groep.",
            ),
            Line(
                HEARSAY,
                LifeDomain.NETWORK,
                "Een ander zette de tijden van de bewaking bij de foto’s.",
                "de heer Krol zelf",
            ),
        ),
        mark="bij het hek",
    ),
)

AT_HOME = (
    Brings(
        "-30 wo 10:40",
        YARA,
        source="zijn oma, en de eigenaar van het tuincentrum",
        obtained="Zij belden zelf; hij weet dat wij dit delen en vindt het goed.",
        seen="-30 ma",
        reliability=Sure.DIRECT,
        use=Use.CARE,
        ground=Contribution.Ground.CONSENT,
        lines=(
            Line(
                FACT,
                LifeDomain.WORK,
                "Hij werkt vier dagen per week en was dit jaar twee keer ziek.",
            ),
            Line(FACT, LifeDomain.FAMILY, "Hij eet elke zondag bij zijn oma."),
            Line(
                HEARSAY,
                LifeDomain.LIVING,
                "De huisgenoot bepaalt wie er over de vloer komt.",
                "zijn oma",
            ),
            Line(
                ESTIMATE,
                LifeDomain.NETWORK,
                "Wij schatten in dat zijn huisgenoot meer invloed heeft dan de groep.",
            ),
        ),
        mark="thuis en werk",
    ),
    ReadsFactor(
        "-30 wo 10:50",
        JEROEN,
        factor="G5",
        read=Read.OBSERVED,
        argument="""
        Hij was twee keer bij het hek en legde het vast. Waarvoor, weten wij niet.
        """,
        rests=(("bij het hek", 1), ("bij het hek", 2)),
    ),
    ReadsFactor(
        "-30 wo 10:52",
        JEROEN,
        factor="G1",
        read=Read.NOT_OBSERVED,
        argument="In geen van zijn berichten noemt hij zelf een doel of een dag.",
    ),
    ReadsFactor(
        "-30 wo 10:55",
        YARA,
        factor="P2",
        read=Read.OBSERVED,
        argument="Vier vaste dagen, en een werkgever die hem wil houden.",
        rests=(("thuis en werk", 1),),
    ),
    ReadsFactor(
        "-30 wo 10:57",
        YARA,
        factor="P1",
        read=Read.UNKNOWN,
        argument="""
        Zijn oma kan dat zijn. Of hij haar laat tegenspreken, vroegen wij nog niet.
        """,
        rests=(("thuis en werk", 2),),
    ),
)

ON_THE_DYKE = (
    Brings(
        "-22 wo 09:55",
        HILDE,
        source="reclasseringswerker",
        obtained="Twee gesprekken, wandelend over de dijk.",
        seen="-23 do",
        reliability=Sure.UNSURE,
        necessity="""
        Er liggen twee lezingen van zijn motief. Zonder wat hij daar zelf over zegt,
        kiezen wij er een zonder hem te horen.
        """,
        lines=(
            Line(
                HEARSAY,
                LifeDomain.NETWORK,
                "In de winter zonder werk vroeg in de groep iemand hoe het ging.",
                "de heer Krol zelf",
            ),
            Line(
                ESTIMATE,
                LifeDomain.MEANING,
                "Hij zocht er gezelschap, geen strijd; zeker is dat niet.",
            ),
        ),
        for_guest=OLAF,
        mark="op de dijk",
    ),
)

FOR_THE_OTHER_CASE = (
    AllowsUse(
        "-17 di 16:40",
        JEROEN,
        "bij het hek",
        Use.ANY,
        "de officier van justitie",
        """
        Alleen in de zaak tegen de huisgenoot: de foto’s laten zien wanneer de
        tijden erbij kwamen.
        """,
    ),
)

ASSESSED = (
    Assesses(
        "-14 di 14:00",
        FLOOR,
        instrument="VERA-2R",
        on="-15 do",
        assessor="Gedragsdeskundige van de reclassering, daartoe opgeleid",
        conclusion="""
        Geen aanwijzing dat hij zelf geweld voorbereidt. Let op wie hij om zich heen
        verzamelt als hij weer alleen woont.
        """,
        limits="""
        Eén gesprek en het dossier. Zegt niets over zijn huisgenoot, en geldt zolang
        zijn omstandigheden zo blijven.
        """,
        hears=CORE,
    ),
)

SINCE_THEN = (
    ReadsFactor(
        "-8 wo 10:25",
        JEROEN,
        factor="G5",
        read=Read.NOT_OBSERVED,
        argument="Vijf maanden niet gezien bij de locatie of een andere plek.",
        why="Sinds hij bij zijn oma slaapt, is hij daar niet meer geweest.",
    ),
)
