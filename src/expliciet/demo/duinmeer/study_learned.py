"""The learning session of Duinmeer, what was adopted, and the study that follows."""

from ...accounts.models import WorkingAgreement, WorkingAnswer
from ..deeds import Deed
from ..learning import (
    Adopts,
    CallsSession,
    Claims,
    ClosesBoard,
    Groups,
    Judges,
    OpensBoard,
    PutsDots,
    SaysToAgreement,
    SitsDown,
    TakesUp,
)
from ..studies import LetsLook, Proposes, Task
from .people import (
    ANOUK,
    DELANO,
    ESMEE,
    FLOOR,
    GEMEENTE,
    GGZ,
    HAMZA,
    JEROEN,
    JEUGDBESCHERMING,
    JEUGDWERK,
    KANTOOR,
    MARIJKE,
    MARLOES,
    OM,
    POLITIE,
    RECLASSERING,
    SCHOOL,
    WONEN,
    YARA,
)
from .study_begun import FIRST

SECOND = "tweede"
BOARD = "leersessie"
SIGN, NO_TOO, STILL = "een teken", "ook nee", "na twee weken"
YES = WorkingAnswer.Says.YES

SESSION: tuple[Deed, ...] = (
    CallsSession(
        "-4 vr 09:00",
        MARIJKE,
        study=FIRST,
        session=BOARD,
        held="-3 wo",
        name="Van stap naar teken (verzonnen)",
        case="""
        Verzonnen zaak. Iemand krijgt vier maanden hulp bij zijn geld. Elke vier weken
        staat er in het verslag: loopt. Dan belt zijn buurvrouw: hij doet de deur niet
        meer open.

        Welk teken had u willen zien, van wie, en na hoeveel weken?
        """,
        advice=(SIGN, NO_TOO, STILL),
    ),
    OpensBoard("-3 wo 13:00", MARIJKE, BOARD),
    SitsDown(
        "-3 wo 13:05",
        MARIJKE,
        session=BOARD,
        of=POLITIE,
        adds=(
            (SIGN, "zichtbaar", "Kies een teken dat iemand op straat ook ziet."),
            (NO_TOO, "zelfde dag", "Zeg dezelfde dag of er een antwoord komt."),
        ),
    ),
    SitsDown(
        "-3 wo 13:06",
        MARIJKE,
        session=BOARD,
        of=GGZ,
        adds=(
            (SIGN, "vraag hem", "Vraag de betrokkene zelf waaraan hij het merkt."),
            (STILL, "wie mist iets", "Vraag rond: wie mist er iets, en van wie?"),
        ),
    ),
    SitsDown(
        "-3 wo 13:07",
        MARIJKE,
        session=BOARD,
        of=SCHOOL,
        adds=(
            (NO_TOO, "een bus", "Eén postbus per organisatie, elke dag gelezen."),
            (SIGN, "een zin", "Eén zin per stap, meer niet. Anders doet niemand het."),
        ),
    ),
    SitsDown(
        "-3 wo 13:08",
        MARIJKE,
        session=BOARD,
        of=GEMEENTE,
        adds=(
            (
                SIGN,
                "in de regel",
                "Typ het teken in de regel waarin je de stap vastlegt.",
            ),
            (STILL, "na drie weken", "Wat drie weken stilstaat, komt vanzelf terug."),
        ),
    ),
    SitsDown(
        "-3 wo 13:09",
        MARIJKE,
        session=BOARD,
        of=JEUGDWERK,
        adds=(
            (SIGN, "buiten", "Laat iemand van buiten de tafel kijken of het zo is."),
            (NO_TOO, "nee mag", "Zet ‘nee’ als gewoon antwoord in de lijst."),
        ),
    ),
    SitsDown(
        "-3 wo 13:10",
        MARIJKE,
        session=BOARD,
        of=OM,
        adds=((NO_TOO, "wanneer", "Mag het niet? Zeg dan wanneer wel."),),
    ),
    SitsDown(
        "-3 wo 13:11",
        MARIJKE,
        session=BOARD,
        of=WONEN,
        adds=(
            (SIGN, "huur", "Voor ons is betaalde huur een teken. Vraag er ons om."),
            (STILL, "een lijst", "Eén lijst van wat stilstaat, voor alle tafels."),
        ),
    ),
    SitsDown(
        "-3 wo 13:12",
        MARIJKE,
        session=BOARD,
        of=RECLASSERING,
        adds=(
            (SIGN, "uit het plan", "Neem het teken over uit het plan dat er al is."),
        ),
    ),
    SitsDown(
        "-3 wo 13:13",
        MARIJKE,
        session=BOARD,
        of=JEUGDBESCHERMING,
        adds=((STILL, "van boven", "Spreek af wie boven de tafel bereikbaar is."),),
    ),
    Groups(
        "-3 wo 13:40",
        MARIJKE,
        session=BOARD,
        advice=SIGN,
        name="Kort, en waar je het toch al opschrijft",
        lines=("een zin", "in de regel", "uit het plan"),
    ),
    Groups(
        "-3 wo 13:43",
        MARIJKE,
        session=BOARD,
        advice=SIGN,
        name="Een ander ziet het ook",
        lines=("zichtbaar", "buiten", "huur"),
    ),
    Groups(
        "-3 wo 13:46",
        MARIJKE,
        session=BOARD,
        advice=STILL,
        name="Stilstand komt vanzelf boven",
        lines=("na drie weken", "een lijst"),
    ),
    PutsDots(
        "-3 wo 14:00", MARIJKE, session=BOARD, of=POLITIE, at=("in de regel", "nee mag")
    ),
    PutsDots(
        "-3 wo 14:00", MARIJKE, session=BOARD, of=GGZ, at=("vraag hem", "in de regel")
    ),
    PutsDots(
        "-3 wo 14:01", MARIJKE, session=BOARD, of=SCHOOL, at=("in de regel", "een bus")
    ),
    PutsDots("-3 wo 14:01", MARIJKE, session=BOARD, of=GEMEENTE, at=("na drie weken",)),
    PutsDots(
        "-3 wo 14:02", MARIJKE, session=BOARD, of=JEUGDWERK, at=("nee mag", "buiten")
    ),
    PutsDots(
        "-3 wo 14:02", MARIJKE, session=BOARD, of=OM, at=("wanneer", "na drie weken")
    ),
    TakesUp(
        "-3 wo 14:20",
        MARIJKE,
        line="in de regel",
        owner=GEMEENTE,
        step="De casusregisseur zet bij alle lopende stappen een teken",
        on="-2 vr",
    ),
    TakesUp(
        "-3 wo 14:24",
        MARIJKE,
        line="nee mag",
        owner=OM,
        step="Wij schrijven op wat een antwoord is, en leggen dat voor aan de school",
        on="+2 vr",
    ),
    TakesUp(
        "-3 wo 14:28",
        MARIJKE,
        line="na drie weken",
        owner=KANTOOR,
        step="De secretaris legt elke maandag naast elkaar wat stilstaat",
        on="+1 ma",
    ),
    ClosesBoard("-3 wo 14:45", MARIJKE, BOARD),
)

ADOPTED: tuple[Deed, ...] = (
    Adopts(
        "-3 do 10:00",
        MARIJKE,
        advice=SIGN,
        line="in de regel",
        owner=GEMEENTE,
        subject=WorkingAgreement.Subject.APPROACH,
        review="+36 do",
    )("""
        Wie een stap vastlegt, zet er in dezelfde regel één teken bij waaraan een ander
        ziet dat hij helpt. Op de dag van herzien zegt iemand die de stap niet zelf
        doet, of het teken er is.
    """),
    SaysToAgreement("-3 do 14:00", YARA, advice=SIGN, says=YES),
    SaysToAgreement("-3 do 15:10", JEROEN, advice=SIGN, says=YES),
    SaysToAgreement("-3 vr 09:20", FLOOR, advice=SIGN, says=YES),
    SaysToAgreement("-3 vr 11:00", ANOUK, advice=SIGN, says=YES),
    SaysToAgreement("-2 ma 10:30", DELANO, advice=SIGN, says=YES),
    Claims("-2 vr 15:00", YARA, advice=SIGN)("""
        In alle lopende stappen van de gemeente staat nu een teken. Bij vier stappen
        bleek dat wij er geen wisten; twee daarvan zijn gestopt.
    """),
    Judges("-1 di 11:00", HAMZA, advice=SIGN)("""
        In het overleg van vorige week stond het bij elke stap die wij zagen. Ik kon bij
        één ervan zelf zeggen dat het teken er was.
    """),
)
"""A year has not passed: this is as far as these weeks go."""

FOLLOWED: tuple[Deed, ...] = (
    Proposes(
        "-1 wo 10:00",
        MARIJKE,
        study=SECOND,
        follows=FIRST,
        name="Staat het teken erbij? (verzonnen, niet die van het onderzoek)",
        commissioner="de stuurgroep van het Zorg- en Veiligheidshuis (verzonnen)",
        ground="""
        Hetzelfde besluit van de stuurgroep (verzonnen), dat een tweede meting noemt.
        """,
        interpretation=(
            "Staat bij een stap waaraan een ander ziet dat die helpt?",
            "Wie keek of dat teken er was?",
        ),
        scaling=("Staat bij opschalen al wat er moet zijn om weer af te schalen?",),
        cooperation=("Krijgt een verwachting nu vaker een antwoord?",),
        begins="-10 ma",
        until="+20 zo",
        ends="+50 vr",
        researchers=((MARLOES, Task.LEAD), (ESMEE, Task.CODER)),
    ),
    LetsLook("-1 wo 10:20", MARIJKE, study=SECOND)("""
        Wij maakten een werkafspraak van een aanbeveling. Dan willen wij ook weten of er
        iets door veranderde.
    """),
)
"""It waits for the word of the privacy officer."""
