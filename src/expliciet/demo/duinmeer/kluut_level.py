"""Kluut: how heavy the approach was, when it is done, and what his mother was told.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Met, Review, Scaling
from ..decisions import AgreesExit
from ..levels import Informs, Reviews, Scales
from .people import MARIJKE, YARA

AT_FIRST = (
    Scales(
        "-9 di 14:20",
        MARIJKE,
        level="overleg",
        direction=Scaling.Direction.UP,
        reason="""
        In het schrift staat een datum, en school, politie en gemeente hebben elkaar
        nodig om die dag rustig te laten verlopen.
        """,
        review="-1 di",
        answers=(
            (Met.Is.MET, "Het schrift, het mes onder het matras, de filmpjes."),
            (Met.Is.MET, "De school kan thuis niets; de gemeente niets op school."),
        ),
    ),
    AgreesExit(
        "-9 di 14:25",
        MARIJKE,
        "Hij volgt drie maanden alle lessen en niemand van de lijst is bang voor hem.",
        "De mentor ziet het elke dag; Noor en haar ouders zeggen het zelf.",
    ),
)

TOLD = (
    Informs(
        "-8 wo 11:40",
        YARA,
        whom="Milan en zijn moeder",
        words="""
        Thuis aan de keukentafel, met de brief erbij. Moeder vroeg wie er meelezen; dat
        heb ik opgeschreven. Milan vroeg of Noor het weet. Ja, dat weet zij.
        """,
    ),
)

LATELY = (
    Reviews(
        "-1 di 13:20",
        MARIJKE,
        outcome=Review.Outcome.CONTINUE,
        necessary="""
        De hulp thuis en de school lopen nog niet in elkaar over. Stopt de tafel nu, dan
        valt het overleg daarover weg.
        """,
        lighter="""
        Ja, straks: als de hulp thuis is verlengd, kan de zorgcoördinator het alleen.
        """,
        next="+6 di",
    ),
    Scales(
        "-1 di 13:25",
        MARIJKE,
        level="overleg",
        direction=Scaling.Direction.STAY,
        reason="Wij blijven tot de hulp thuis is verlengd en kijken dan of volgen kan.",
        review="+6 di",
        answers=(
            (
                Met.Is.UNKNOWN,
                "De datum is voorbij. Van zijn angst weten wij weinig.",
            ),
            (Met.Is.MET, "Voor de hulp thuis is een besluit van de gemeente nodig."),
        ),
    ),
)
