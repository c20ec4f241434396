"""The levels between which an approach in Duinmeer steps up and down; all made up."""

from ..levels import Rung
from .people import MARIJKE

SOURCE = "Afspraken op- en afschalen Duinmeer {year} (verzonnen)"

LADDER = (
    Rung(
        when="-64 wo 10:00",
        by=MARIJKE,
        code="volgen",
        name="Volgen",
        order=1,
        meaning="Eén partner houdt contact; de tafel kijkt op afspraak mee.",
        criteria=(
            "Er is geen zorg meer die partners samen moeten dragen.",
            "Eén partner houdt contact, en weet wie hij belt.",
        ),
        decider="De tafel samen",
        review_days=180,
        source=SOURCE,
    ),
    Rung(
        when="-64 wo 10:05",
        by=MARIJKE,
        code="overleg",
        name="Casusoverleg",
        order=2,
        meaning="Partners zitten samen aan tafel; één van hen houdt het overzicht.",
        criteria=(
            "Er is een zorg over geweld of radicalisering, gezien in gedrag.",
            "Geen partner kan dit alleen oplossen.",
        ),
        decider="Gemeente, politie en Openbaar Ministerie samen",
        review_days=90,
        source=SOURCE,
    ),
    Rung(
        when="-64 wo 10:10",
        by=MARIJKE,
        code="intensief",
        name="Intensief",
        order=3,
        meaning="De kern spreekt elkaar elke week; er is dag en nacht een nummer.",
        criteria=(
            "Er is een plan of een dreiging met een plaats of een dag.",
            "Wachten tot het volgende overleg is te laat.",
        ),
        decider="Gemeente, politie en Openbaar Ministerie; burgemeester geïnformeerd.",
        review_days=28,
        source=SOURCE,
    ),
)
