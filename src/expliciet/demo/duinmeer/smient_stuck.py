"""Smient: the table is stuck on who comes first when the group finds him again.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Step
from ..deeds import Guest
from ..stuck import GetsStuck, SetsLimit, Stands, TakesFurther
from .people import (
    DELANO,
    HAMZA,
    HILDE,
    JEROEN,
    JEUGDBESCHERMING,
    MARIJKE,
)

MACHTELD = Guest("Machteld Oosting", JEUGDBESCHERMING)

STUCK = (
    SetsLimit(
        "-5 do 15:30",
        DELANO,
        text="Wij vertellen niet wat Sem ons over de groep vertelt.",
        why="""
        Hij komt omdat hij bij ons niets hoeft te laten zien. Zodra hij merkt dat wij
        verslag doen, blijft hij weg.
        """,
        instead="Is er gevaar voor hem of een ander, dan bellen wij meteen.",
    ),
    GetsStuck(
        "-4 do 15:35",
        HAMZA,
        mark="wie belt",
        question="""
        Wie is het eerste aan zet als de groep Sem weer vindt: de politie of de hulp?
        """,
        asked="""
        Eén naam en één nummer, dag en nacht, van iemand die dat mag toezeggen. Nu
        wijst iedereen naar een ander.
        """,
        since="-6 do",
        decide_by="-3 do",
        breaker=MARIJKE,
    ),
    Stands("-4 do 15:40", HAMZA, "wie belt")("""
        Op school merken wij het als eerste. Wij willen één nummer bellen, en niet zelf
        kiezen of het een zaak is voor politie of hulp.
    """),
    Stands("-4 vr 09:20", JEROEN, "wie belt")("""
        De politie wil het eerst weten: wat op zijn scherm staat, is bewijs en is na een
        uur weg. Wij kunnen leven met een belletje naar de hulp, als wij binnen een uur
        mogen meekijken.
    """),
    Stands("-4 vr 11:05", HILDE, "wie belt", MACHTELD)("""
        Eerst de hulp. Komt er een agent aan de deur, dan zegt hij niets meer, tegen
        niemand. Wij zijn ’s nachts niet bereikbaar; dat is ons eigen gat.
    """),
    TakesFurther(
        "-3 vr 10:15",
        MARIJKE,
        mark="wie belt",
        stage=Step.Stage.THIRD_EYE,
        to_whom="een procesregisseur van een Veiligheidshuis in een andere regio",
        decide_by="-1 wo",
    )("""
        Wilt u een uur met ons meekijken? Wij zijn het eens dat Sem zelf slachtoffer is.
        Wij komen er niet uit wie hem belt als de groep hem weer vindt. Wij vragen geen
        oordeel over hem, maar hoe u dit bij u hebt verdeeld, ook ’s nachts.
    """),
)
