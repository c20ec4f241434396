"""Smient: a boy behind a screen, and a group that hands out dares.

Nothing here happened; see the first page of this folder.
"""

from ...dossiers.models import (
    Dossier,
    Person,
    Seat,
)
from ..deeds import (
    COMMIT,
    CORE,
    DECIDE,
    SPEAK,
    Describes,
    Guest,
    Invites,
    Opens,
    PassesOn,
    Reads,
    Says,
    Story,
    Withdraws,
    in_time,
)
from .people import (
    DELANO,
    FLOOR,
    GEMEENTE,
    HAMZA,
    HILDE,
    JEROEN,
    JEUGDBESCHERMING,
    JEUGDWERK,
    MARIJKE,
    OM,
    RUBEN,
    SCHOOL,
    YARA,
)
from .smient_stuck import STUCK

MACHTELD = Guest("Machteld Oosting", JEUGDBESCHERMING)

STORY = Story(
    "Smient",
    (
        Opens(
            "-11 do 15:00",
            MARIJKE,
            deputy=RUBEN,
            regime=Dossier.Regime.WET_PGA,
            controller=GEMEENTE,
            ground="""
            Besluit van de weegploeg van {ma}. Aanleiding: hij doet mee in een online
            groep die leden opdrachten geeft om anderen pijn te doen en dat te filmen.
            Een film van een ingegooide ruit kwam van zijn telefoon.
            """,
            grounded="-11 ma",
            review="+1 do",
        ),
        Invites(
            "-11 do 15:01",
            MARIJKE,
            HILDE,
            "Houdt het verslag bij en legt vast wat gasten zeggen.",
            COMMIT,
            Seat.Role.SECRETARY,
        ),
        Invites(
            "-11 do 15:02",
            MARIJKE,
            YARA,
            "Casusregisseur; kent het gezin uit een ander overleg.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        Invites(
            "-11 do 15:03",
            MARIJKE,
            JEROEN,
            "De jeugdagent en het team online vonden de film.",
            COMMIT,
        ),
        Invites(
            "-11 do 15:04",
            MARIJKE,
            FLOOR,
            "Beslist over de ingegooide ruit, als zaak van een minderjarige.",
            DECIDE,
        ),
        Invites(
            "-11 do 15:05",
            MARIJKE,
            HAMZA,
            "De school ziet hem elke dag; hij zit in de vijfde.",
            COMMIT,
        ),
        Describes(
            "-11 do 15:15",
            YARA,
            role=Person.Kind.SUBJECT,
            name="Sem Tersteeg",
            age=16,
            birthday="08-27",
            contact="Via zijn moeder; hij leest berichten ’s avonds.",
            representative="Willemijn Tersteeg, moeder",
            custody="""
            Beide ouders samen. Zij zijn het niet eens over wat er moet gebeuren.
            """,
            youth_protection="Geen maatregel. De ouders vroegen op {wo} zelf om hulp.",
            mark="sem",
        ),
        Describes(
            "-11 do 15:17",
            YARA,
            role=Person.Kind.FAMILY,
            name="Willemijn Tersteeg",
            contact="Op haar werk, alleen in de pauze van 12.30 uur.",
            mark="moeder",
        ),
        Describes(
            "-11 do 15:18",
            YARA,
            role=Person.Kind.FAMILY,
            name="Rob Tersteeg",
            contact="Neemt elk gesprek op. Dat zegt hij erbij.",
        ),
        Describes(
            "-11 do 15:20",
            JEROEN,
            role=Person.Kind.VICTIM,
            name="Joost Wagenaar",
            age=15,
            birthday="04-14",
            representative="Beide ouders",
            custody="Beide ouders samen",
            youth_protection="Geen maatregel, niet bekend bij hulp.",
            hears=CORE,
        ),
        Says("-11 do 15:30", JEROEN, mark="film")("""
            In de groep krijgen leden opdrachten, van een ruit ingooien tot een dier of
            een mens pijn doen. Wie het filmt, komt een stap hoger. Op {vr -1} verscheen
            een film van een ruit die wordt ingegooid bij een leerling van het Strekdam
            College. Die film is gemaakt met de telefoon van Sem. Of hij ook gooide,
            zien wij niet. Van opdrachten die verder gaan, vonden wij bij hem niets.
        """),
        Says("-11 do 15:45", HAMZA, mark="school")("""
            Op school is Sem stil en op tijd. Zijn cijfers zakten dit jaar. Hij staat in
            de pauze alleen en draagt lange mouwen, ook bij gym. Een mentor vroeg
            daarnaar; hij zei dat hij het koud heeft. Dat laatste is een zorg om hem, en
            geen teken van iets tegen anderen.
        """),
        Says("-11 do 15:58", FLOOR, CORE)("""
            Voor de ruit horen wij hem als verdachte, met een advocaat en een van zijn
            ouders erbij. Dat gebeurt {di +1}. Wij vragen de school om er niet met hem
            over te praten vóór die dag.
        """),
        Says("-11 do 16:10", MARIJKE)("""
            Wij zijn het eens over wat wij zien, en niet over wat het is. De politie:
            een groep die kinderen stap voor stap verder brengt; snel zijn. De school:
            een jongen die verdwijnt; voorzichtig zijn. Het kan allebei waar zijn. Wij
            doen dus twee dingen tegelijk: weg bij die groep, en iemand naast hem.
        """),
        Invites(
            "-10 do 15:00",
            MARIJKE,
            MACHTELD,
            "De ouders vroegen om hulp en willen zelf dat zij meedenkt.",
            SPEAK,
        ),
        PassesOn("-10 do 15:05", YARA, ("sem", "moeder"), JEUGDBESCHERMING),
        PassesOn("-10 do 15:06", HAMZA, ("school",), JEUGDBESCHERMING),
        PassesOn("-10 do 15:07", JEROEN, ("film",), JEUGDBESCHERMING),
        Says("-9 do 15:20", FLOOR)("""
            Sem vertelde {di -1} dat hij filmde en dat een ander gooide. Hij noemde die
            ander niet. Hij zei ook dat hij nu ‘vastzit’: de groep heeft foto’s van hem.
            Hij krijgt geen straf voor de ruit als hij de schade helpt betalen en
            excuses maakt. Voor wat de groep met hem doet, is hij zelf slachtoffer.
        """),
        Describes(
            "-9 do 15:35",
            YARA,
            role=Person.Kind.SUBJECT,
            name="Sem Tersteeg",
            age=16,
            birthday="08-27",
            contact="Via zijn moeder; hij leest berichten ’s avonds.",
            representative="Willemijn Tersteeg, moeder",
            custody="""
            Beide ouders samen. Zij besloten samen wat er met zijn telefoon gebeurt.
            """,
            youth_protection="""
            Vrijwillige hulp door Jeugdbescherming Zeebries sinds {ma}. Geen maatregel.
            """,
            instead_of="sem",
            why="De ouders zijn het nu eens, en de hulp is begonnen.",
        ),
        Says("-8 do 15:15", HILDE, for_guest=MACHTELD)("""
            Ik kom twee keer in de week. De ouders kijken nu samen naar zijn scherm, met
            hem erbij en niet stiekem. Hij sliep voor het eerst door. Over de armen: de
            huisarts heeft gekeken, en dat blijft bij de huisarts.
        """),
        Says("-7 do 15:10", JEROEN, mark="gerucht")("""
            Van een ander lid hoorden wij dat Sem een jonger kind zou hebben uitgedaagd
            om mee te doen.
        """),
        Withdraws(
            "-7 vr 13:30",
            JEROEN,
            "gerucht",
            """
            Het andere lid bedoelde een account met bijna dezelfde naam. Het was Sem
            niet. Ik heb zijn moeder gebeld, omdat zij ervan wist.
            """,
        ),
        Invites(
            "-6 do 15:00",
            MARIJKE,
            DELANO,
            "Sem vroeg zelf of hij naar de muziekstudio mag.",
            SPEAK,
        ),
        PassesOn("-6 do 15:04", YARA, ("sem",), JEUGDWERK),
        PassesOn("-6 do 15:05", HAMZA, ("school",), JEUGDWERK),
        Says("-5 do 15:25", DELANO)("""
            Hij was er twee woensdagen. De eerste keer zat hij in een hoek, de tweede
            keer zette hij de microfoons klaar. Hij zegt: ‘Hier wil niemand dat ik iets
            laat zien.’ Wat hij over de groep vertelt, vertel ik u alleen als het gevaar
            is voor hem of een ander. Dat weet hij.
        """),
        Says("-4 do 15:20", YARA)("""
            Ik vroeg Sem hoe hij het zelf ziet. Hij wilde dat dit zo wordt opgeschreven:
            ‘Eerst was het spannend. Toen moest het. Nu is het stil, en dat is ook eng.
            Ik wil dat die foto’s weg zijn en dat mijn vader niet elke dag vraagt of ze
            weg zijn.’
        """),
        Says("-3 do 15:15", JEROEN)("""
            Het platform heeft de foto’s en drie accounts verwijderd. Zeker dat alles
            weg is, kan niemand zijn; dat hebben wij Sem en zijn ouders eerlijk gezegd.
            De beheerder van de groep zit in een ander land en is daar in beeld.
        """),
        Reads("-2 wo 19:40", DELANO, "overleg voorbereiden"),
        Reads("-2 do 08:10", HAMZA, "overleg voorbereiden"),
        Says("-1 do 15:10", HAMZA)("""
            Excuses aan de leerling van de ruit zijn gemaakt, bij hem thuis. De schade
            is betaald van zijn bijbaan. Hij at deze week twee keer met anderen in de
            aula. Wij zouden graag zien dat dit overleg kleiner wordt: school, jeugdhulp
            en jongerenwerk. Wat vindt u?
        """),
        Says("-1 vr 10:05", JEROEN, (GEMEENTE, OM, SCHOOL))("""
            Voor ons kan het kleiner zodra duidelijk is wie hem belt als de groep hem
            weer vindt. Dat is nu niemand met naam. Wij stellen voor: de jeugdagent,
            binnen een uur. Graag antwoord vóór {di +2}.
        """),
    ),
)

STORY = STORY._replace(deeds=in_time((*STORY.deeds, *STUCK)))
