"""Begrippen: six words by which the partners of Duinmeer meant different things."""

from typing import NamedTuple

from ..partners import Colleague
from .people import ANOUK, HAMZA, JEROEN, MARIJKE, YARA


class Means(NamedTuple):
    """What somebody says for their organisation, or for the whole house."""

    when: str
    by: Colleague
    text: str
    not_meant: str = ""
    why: str = ""
    """Why it takes the place of what the same organisation said before."""
    for_house: bool = False
    review: str = "+26 di"


class Word(NamedTuple):
    word: str
    forms: tuple[str, ...]
    meanings: tuple[Means, ...]


WORDS = (
    Word(
        "zorgelijk",
        ("zorgelijke", "zorgwekkend", "zorgwekkende"),
        (
            Means(
                "-24 di 10:00",
                JEROEN,
                """
                Er is een nieuw feit dat op geweld kan wijzen, en dat feit noemen wij.
                """,
                "Dat wij een ingreep willen. Wat wij doen, zeggen wij apart.",
            ),
            Means(
                "-24 wo 11:30",
                ANOUK,
                """
                Iemand lijdt, en wij verwachten dat het zonder hulp erger wordt. Dat
                hoeft met geweld niets te maken te hebben.
                """,
                "Dat iemand gevaarlijk is voor anderen.",
            ),
            Means(
                "-23 ma 09:15",
                YARA,
                """
                Wij hebben sinds vier weken geen contact meer, of een huishouden komt
                geld, eten of toezicht op kinderen tekort.
                """,
            ),
            Means(
                "-22 di 14:00",
                MARIJKE,
                """
                Wie ‘zorgelijk’ zegt, zegt erbij wat er is gezien, door wie en wanneer.
                Zonder feit laten wij het woord weg.
                """,
                for_house=True,
            ),
        ),
    ),
    Word(
        "stabiel",
        ("stabiele", "stabieler"),
        (
            Means(
                "-24 wo 11:40",
                ANOUK,
                """
                De klachten zijn zes weken niet erger geworden en iemand houdt zich aan
                de afspraken met ons. Het kan nog steeds slecht gaan.
                """,
                "Dat de behandeling klaar is.",
            ),
            Means(
                "-24 do 09:00",
                JEROEN,
                """
                Wij kregen drie maanden geen nieuwe melding. Dat zegt niets over hoe het
                met iemand gaat.
                """,
            ),
            Means(
                "-22 wo 10:20",
                YARA,
                "Er is een huis, een inkomen en een vaste hulpverlener.",
            ),
        ),
    ),
    Word(
        "risico",
        ("risico's", "risico’s"),
        (
            Means(
                "-22 di 14:20",
                MARIJKE,
                """
                Wat er kan gebeuren, met wie, en onder welke omstandigheden. Wij zeggen
                het in woorden en geven er geen cijfer of kleur aan.
                """,
                "Een eigenschap van een mens.",
                for_house=True,
            ),
            Means(
                "-21 ma 13:00",
                JEROEN,
                "De kans dat iemand anderen iets aandoet.",
            ),
            Means(
                "-21 di 09:30",
                ANOUK,
                "De kans dat het met onze patiënt slechter gaat, ook voor hemzelf.",
            ),
        ),
    ),
    Word(
        "in beeld",
        (),
        (
            Means(
                "-24 do 09:10",
                JEROEN,
                "Iemand staat in ons systeem; dat wil niet zeggen dat wij iets doen.",
                "Dat wij iemand volgen.",
            ),
            Means(
                "-23 ma 09:30",
                YARA,
                "Een van onze mensen sprak iemand in de laatste vier weken.",
            ),
            Means(
                "-23 do 15:45",
                HAMZA,
                "Een mentor weet dat er iets is en spreekt de leerling elke week.",
            ),
        ),
    ),
    Word(
        "contact",
        ("contacten",),
        (
            Means(
                "-23 ma 09:40",
                YARA,
                "Een gesprek van ten minste tien minuten, aan de deur of per telefoon.",
                "Een brief of een bericht zonder antwoord.",
            ),
            Means(
                "-21 di 09:45",
                ANOUK,
                "Wij hebben hem één keer gesproken.",
            ),
            Means(
                "-9 di 09:00",
                ANOUK,
                """
                Een afspraak die is doorgegaan. Een afspraak die iemand afzegt, is geen
                contact; wij zeggen dat er dan bij.
                """,
                why="De tafel dacht dat wij hem zagen, terwijl hij drie keer afzegde.",
            ),
        ),
    ),
    Word(
        "motivatie",
        ("gemotiveerd", "gemotiveerde"),
        (
            Means(
                "-21 di 10:00",
                ANOUK,
                "Iemand zegt zelf wat hij anders wil, en doet daar iets voor.",
                "Dat iemand op een afspraak komt. Dat kan ook uit angst.",
            ),
            Means(
                "-20 wo 16:10",
                YARA,
                "Iemand komt op afspraken en doet wat daar is afgesproken.",
            ),
        ),
    ),
)
