"""Strandplevier: stuck on what she may be told, until the police could let it go.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Resolution, Step, Withholding
from ..stuck import GetsStuck, HoldsBack, Resolves, SetsLimit, Stands, TakesFurther
from .people import ANOUK, FLOOR, JEROEN, RUBEN, YARA

STUCK = (
    HoldsBack(
        "-26 do 10:58",
        JEROEN,
        ground=Withholding.Ground.INVESTIGATION,
        words="""
        Er is meer dan wij nu delen. Wordt het dringend voor haar, dan bellen wij de
        casusregisseur dezelfde dag.
        """,
        review="+3 do",
    ),
    GetsStuck(
        "-17 ma 09:30",
        ANOUK,
        mark="wat mag zij weten",
        question="Wat mag Lotte nu weten over de man die haar schrijft?",
        asked="""
        Dat de politie zegt wat gedeeld mag worden, of van wie dat besluit moet komen.
        """,
        since="-19 do",
        decide_by="-15 do",
        breaker=RUBEN,
    ),
    Stands("-17 ma 09:40", ANOUK, "wat mag zij weten")("""
        Zij vraagt om bewijs en twijfelt nu zelf. Wachten wij, dan vult hij het gat. Wij
        kunnen leven met één voorbeeld zonder namen.
    """),
    Stands("-17 di 14:10", JEROEN, "wat mag zij weten")("""
        Wij willen dat zij het weet, maar mogen er nu niets over zeggen: een bericht van
        haar aan hem kan het onderzoek in twee landen raken.
    """),
    Stands("-17 wo 10:00", YARA, "wat mag zij weten")("""
        Ik wil haar niet aanhoren en intussen iets weten dat zij niet weet. Desnoods zeg
        ik haar dat er iets is dat ik niet mag vertellen.
    """),
    TakesFurther(
        "-15 vr 11:00",
        RUBEN,
        mark="wat mag zij weten",
        stage=Step.Stage.MANAGERS,
        to_whom="de teamchef van de politie en de officier van justitie",
        decide_by="-13 vr",
    )("""
        De tafel zit vast op één vraag: wat mag mevrouw over deze man weten? Wij vragen
        u te beslissen of één voorbeeld zonder namen kan, en vanaf welke dag.
    """),
    Stands("-14 di 15:20", FLOOR, "wat mag zij weten")("""
        Voor het OM kan één voorbeeld zonder namen, zodra de collega’s in het andere
        land klaar zijn. Dat is een kwestie van weken.
    """),
    Resolves("-12 di 10:05", RUBEN, "wat mag zij weten", Resolution.How.DECIDED)("""
        De teamchef en de officier besloten: één voorbeeld zonder namen mag, vanaf
        vandaag. Yara en Anouk vertellen het haar samen. De politie kan ermee leven,
        omdat het onderzoek niet meer aan haar hangt.
    """),
    SetsLimit(
        "-19 do 10:25",
        ANOUK,
        text="Wij brengen niet in wat zij ons in een gesprek vertelt.",
        why="Ons beroepsgeheim; zij komt alleen als dat blijft staan.",
        instead="Wat zij zelf wil delen, brengen wij in met haar erbij.",
    ),
)
