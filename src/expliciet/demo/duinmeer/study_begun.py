"""How a made-up study over the made-up dossiers of Duinmeer began.

Not that of any research that was done: every question, code, word and figure is of our
own invention. The house is not a year old, so the study looks at the weeks there are.
"""

from ..deeds import Deed
from ..partners import Colleague
from ..studies import Draws, Hides, LetsLook, Masks, Proposes, Releases, Task
from .people import IVO, MARIJKE, MARLOES, PRIYA, RUBEN

NAME = "Samen duiden in Duinmeer (verzonnen, niet die van het onderzoek)"
FIRST = "eerste"

BEGUN: tuple[Deed, ...] = (
    Proposes(
        "-14 di 10:00",
        MARIJKE,
        study=FIRST,
        name=NAME,
        commissioner="de stuurgroep van het Zorg- en Veiligheidshuis (verzonnen)",
        ground="""
        Besluit van de stuurgroep van {ma -1} (verzonnen): leren van eigen casuïstiek
        hoort bij de taak van het samenwerkingsverband, zoals het convenant zegt
        (verzonnen). Onderzoekers lezen alleen gemaskeerde tekst, en alleen zolang het
        onderzoek loopt.

        Het huis bestaat nog geen jaar. Dit onderzoek kijkt daarom naar de weken die er
        zijn, en een volgend meet opnieuw.
        """,
        interpretation=(
            "Waar rustte een duiding op: op wat iemand zag, of op wat iemand dacht?",
            "Stond er bij een stap wat die moest bereiken, en waaraan men dat ziet?",
            "Wat gebeurde er als partners het verschillend lazen?",
        ),
        scaling=(
            "Met welke maatstaven ging een dossier een trap omhoog of omlaag?",
            "Werd een trap op tijd opnieuw bekeken?",
        ),
        cooperation=(
            "Kreeg een verwachting een antwoord, ook als dat nee was?",
            "Werd gedaan wat was afgesproken, en hoe wist de tafel dat?",
            "Wat hielp als een zaak vastliep?",
        ),
        begins="-34 ma",
        until="-11 zo",
        ends="+36 vr",
        researchers=((MARLOES, Task.LEAD), (IVO, Task.CODER)),
    ),
    LetsLook("-14 do 15:20", MARIJKE, study=FIRST, with_core=True)("""
        Wij willen weten of wij doen wat wij afspraken. Wat de kern zei hoort erbij:
        daar vallen de besluiten. Wat onder gekozen partners bleef, blijft daar.
    """),
    LetsLook("-13 di 09:40", PRIYA, study=FIRST, with_core=True)("""
        Akkoord: namen gaan eruit, wie de tafel leidt kijkt elke tekst na, en de toegang
        eindigt vanzelf. Kleine groepen komen niet in de cijfers.
    """),
    Draws("-10 ma 09:10", MARIJKE, study=FIRST),
)


def let_go(
    dossier: str, by: Colleague, when: str, *hidden: tuple[str, str]
) -> list[Deed]:
    """Masked, looked over, what was left hidden by hand, and released."""
    day = when.rpartition(":")[0]
    return [
        Masks(f"{day}:00", by, study=FIRST, dossier=dossier),
        *(
            Hides(
                f"{day}:{minute}",
                by,
                study=FIRST,
                dossier=dossier,
                hides=words,
                shown_as=shown,
            )
            for minute, (words, shown) in enumerate(hidden, start=11)
        ),
        Releases(f"{day}:30", by, study=FIRST, dossier=dossier),
    ]


RELEASED = (
    *let_go("Duindoorn", MARIJKE, "-10 ma 10:00"),
    *let_go("Stormmeeuw", MARIJKE, "-10 ma 11:00"),
    *let_go("Wulp", MARIJKE, "-10 ma 13:00", ("pompstation", "een locatie")),
    *let_go("Strandplevier", RUBEN, "-10 di 09:00"),
    *let_go("Zandloper", RUBEN, "-10 di 10:00", ("tuincentrum", "een winkel")),
)
"""Of two others nobody looked over the texts yet: no researcher reads these."""
