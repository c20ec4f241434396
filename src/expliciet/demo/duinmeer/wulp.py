"""Wulp: a man who has the water tested, and does not believe the answer.

Nothing here happened; see the first page of this folder.
"""

from ...dossiers.models import (
    Dossier,
    Link,
    Person,
    Seat,
)
from ..deeds import (
    COMMIT,
    CORE,
    DECIDE,
    SPEAK,
    Describes,
    Invites,
    Links,
    Opens,
    PassesOn,
    Reads,
    Says,
    Story,
)
from .people import (
    ANOUK,
    FLOOR,
    GEMEENTE,
    GGZ,
    HILDE,
    JEROEN,
    MARIJKE,
    RUBEN,
    YARA,
)

STORY = Story(
    "Wulp",
    (
        Opens(
            "-20 do 13:30",
            MARIJKE,
            deputy=RUBEN,
            regime=Dossier.Regime.WET_PGA,
            controller=GEMEENTE,
            ground="""
            Besluit van de weegploeg van {ma}. Aanleiding: hij klom over het hek van een
            pompstation, filmde wie daar werkt, en noemt op zijn kanaal één medewerker
            met naam en straat.
            """,
            grounded="-20 ma",
            review="-1 wo",
        ),
        Invites(
            "-20 do 13:31",
            MARIJKE,
            HILDE,
            "Houdt het verslag bij.",
            COMMIT,
            Seat.Role.SECRETARY,
        ),
        Invites(
            "-20 do 13:32",
            MARIJKE,
            YARA,
            "Casusregisseur namens de gemeente.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        Invites(
            "-20 do 13:33",
            MARIJKE,
            JEROEN,
            "De politie nam de aangifte van de medewerker op.",
            COMMIT,
        ),
        Invites(
            "-20 do 13:34",
            MARIJKE,
            FLOOR,
            "Beslist over de aangifte en over wat er online mag blijven staan.",
            DECIDE,
        ),
        Describes(
            "-20 do 13:45",
            YARA,
            role=Person.Kind.SUBJECT,
            name="Rob Tersteeg",
            age=45,
            birthday="05-08",
            contact="Neemt op, en neemt elk gesprek op. Dat zegt hij erbij.",
            mark="rob",
        ),
        Describes(
            "-20 do 13:46",
            YARA,
            role=Person.Kind.FAMILY,
            name="Willemijn Tersteeg",
            contact="Op haar werk, alleen in de pauze van 12.30 uur.",
        ),
        Describes(
            "-20 do 13:48",
            YARA,
            role=Person.Kind.FAMILY,
            name="Sem Tersteeg",
            age=16,
            birthday="08-27",
            representative="Willemijn Tersteeg, moeder",
            custody="Beide ouders samen",
            youth_protection="""
            Geen maatregel. School ziet geen zorgen; gevraagd op {wo}.
            """,
        ),
        Describes(
            "-20 do 13:50",
            JEROEN,
            role=Person.Kind.VICTIM,
            name="Hakan Demir",
            contact="Via het waterbedrijf; hij heeft nu een geheim nummer.",
            hears=CORE,
        ),
        Says("-20 do 14:00", JEROEN)("""
            Op {zo -2} klom de heer Tersteeg over het hek van het pompstation. Hij
            filmde een medewerker en vroeg hem wat hij ‘erin doet’. Hij raakte niemand
            aan en vertrok toen de politie kwam. Op zijn kanaal, met zo’n drieduizend
            volgers, noemt hij de medewerker bij naam, en in één film de straat waar hij
            woont. De medewerker deed aangifte. Onbekenden stopten daarna briefjes in
            zijn bus.
        """),
        Says("-20 do 14:12", YARA, mark="broer")("""
            De heer Tersteeg was installateur. Zijn broer stierf twee jaar geleden aan
            een ziekte van de nieren. In zijn eerste film vertelt hij daarover, en hoe
            niemand hem kon zeggen waardoor het kwam. Zijn vrouw zegt: ‘Hij zoekt iemand
            die het gedaan heeft.’ Zij deelde dit zelf met ons, en hij weet dat.
        """),
        Says("-20 do 14:25", FLOOR, CORE)("""
            Het filmen en de naam alleen zijn niet strafbaar. De straat noemen, met de
            oproep ‘gaan jullie maar vragen’, is dat misschien wel. Wij beslissen vóór
            {vr +3}. Tot dan vragen wij het platform niet om iets te verwijderen, omdat
            dat zijn verhaal voedt.
        """),
        Says("-20 do 14:40", MARIJKE)("""
            Wij maken verschil tussen wat hij gelooft en wat hij doet. Wat hij gelooft,
            is aan hem. Wat hij deed: een hek over, een mens met naam en straat aan
            drieduizend anderen geven. Eén ding is onzeker en belangrijk: wil hij dat er
            iemand langsgaat, of wil hij antwoord?
        """),
        Says("-18 wo 16:00", YARA, mark="water")("""
            Met het waterbedrijf en de heer Tersteeg samen lieten wij water testen, op
            een plek en door een laboratorium van zijn keuze. Hij stond erbij toen het
            flesje dichtging. Het laboratorium vond niets bijzonders. Hij zegt nu dat
            het laboratorium erbij hoort. De film over de test haalde hij niet weg;
            daarin is ook te zien dat hij zelf koos.
        """),
        Says("-17 do 13:50", FLOOR)("""
            Wij vervolgen niet voor het filmen. Voor de straat krijgt hij een gesprek
            bij de officier, met de keus: de film weg en er niet op terugkomen, of een
            zaak. Hij koos het eerste en deed het nog in de kamer.
        """),
        Invites(
            "-15 do 13:30",
            MARIJKE,
            ANOUK,
            "Denkt mee over rouw, en over wat praten met hem wel en niet kan.",
            SPEAK,
        ),
        PassesOn("-15 do 13:35", YARA, ("rob", "broer", "water"), GGZ),
        Says("-15 do 14:00", ANOUK)("""
            Ik ken hem alleen uit wat u vertelt. Wie een schuldige zoekt, hoort in elk
            bewijs dat die er niet is een nieuwe leugen. Nog een test helpt dus niet.
            Wat soms helpt, is iemand die over zijn broer praat en niet over het water.
            De huisarts van zijn broer wil dat doen, als hij het vraagt.
        """),
        Says("-12 do 13:45", YARA, mark="thuis")("""
            Zijn vrouw belde. Thuis gaat elk gesprek over het water, en zij is met de
            jongste een week naar haar moeder. Sem bleef bij zijn vader. Hij zit tot
            diep in de nacht op zijn kamer achter een scherm, zegt zij, en hij laat
            niemand meekijken. Zij vraagt of wij ook aan hem willen denken.
        """),
        Says("-11 do 13:40", MARIJKE)("""
            De zorgen om Sem gaan niet over water en horen niet in het dossier van zijn
            vader. De weegploeg besloot {ma} apart over hem. Wie in beide dossiers zit,
            ziet de koppeling; de anderen niet.
        """),
        Links(
            "-10 do 14:00",
            MARIJKE,
            "Smient",
            Link.Kind.FAMILY,
            """
            Vader en zoon in één huis. Wat aan de ene tafel wordt besloten, merkt de
            ander aan de keukentafel.
            """,
            shows=("thuis",),
        ),
        Says("-7 do 13:35", YARA)("""
            Hij heeft de huisarts van zijn broer gesproken, twee keer. Op zijn kanaal
            staat sinds drie weken niets nieuws. Zijn vrouw en de jongste zijn terug.
            Hij vroeg mij niet naar het water. Wel of ik wist dat je aan die ziekte
            gewoon dood kunt gaan.
        """),
        Says("-5 wo 17:10", JEROEN, CORE)("""
            Een volger van zijn kanaal is in een andere streek bij een waterbedrijf
            binnengekomen. De heer Tersteeg schreef hem vooraf: ‘Niet doen, het is mijn
            zaak niet meer.’ Wij willen dit graag breder delen en vragen dat na.
        """),
        Says("-2 do 13:30", HILDE)("""
            De toets van dit kwartaal staat voor {wo +1}. De politie en het Openbaar
            Ministerie hebben hun antwoord nog niet gegeven. De GGZ wel: kan lichter.
            Zonder antwoord besluiten wij niet.
        """),
        Reads("-1 di 16:20", HILDE, "overleg voorbereiden"),
        Says("-1 vr 11:00", MARIJKE)("""
            De toets van {wo} is niet gedaan: twee van de drie kernpartners waren er
            niet. Ik heb beide gebeld. Nieuwe datum is {do +2}. De aanpak loopt tot dan
            door zoals hij was; niemand begint iets nieuws.
        """),
    ),
)
