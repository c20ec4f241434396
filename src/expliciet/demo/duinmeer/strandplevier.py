"""Strandplevier: a young woman who sold her bicycle.

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
    Changes,
    Corrects,
    Describes,
    Files,
    Holds,
    Invites,
    Opens,
    PassesOn,
    Reads,
    Says,
    Story,
    in_time,
)
from .people import (
    ANOUK,
    FLOOR,
    GEMEENTE,
    GGZ,
    HILDE,
    JEROEN,
    MARIJKE,
    PRIYA,
    RUBEN,
    YARA,
)
from .strandplevier_stuck import STUCK

STORY = Story(
    "Strandplevier",
    (
        Opens(
            "-26 do 10:00",
            RUBEN,
            deputy=MARIJKE,
            regime=Dossier.Regime.WET_PGA,
            controller=GEMEENTE,
            ground="""
            Besluit van de weegploeg van {di}. Aanleiding: zij verkocht haar spullen,
            vroeg een paspoort aan en schreef haar zus dat zij niet terugkomt uit een
            gebied waar wordt gevochten.
            """,
            grounded="-26 di",
            review="-13 do",
        ),
        Invites(
            "-26 do 10:02",
            RUBEN,
            HILDE,
            "Houdt het verslag bij.",
            COMMIT,
            Seat.Role.SECRETARY,
        ),
        Invites(
            "-26 do 10:03",
            RUBEN,
            YARA,
            "Casusregisseur; heeft contact met de zus.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        Invites(
            "-26 do 10:04",
            RUBEN,
            JEROEN,
            "De politie las de berichten die de zus liet zien.",
            COMMIT,
        ),
        Invites(
            "-26 do 10:05",
            RUBEN,
            FLOOR,
            "Zegt of er een strafbaar feit kan zijn, en wat dat vraagt.",
            DECIDE,
        ),
        Describes(
            "-26 do 10:15",
            YARA,
            role=Person.Kind.SUBJECT,
            name="Lotte Wiersma",
            age=21,
            birthday="01-22",
            contact="Reageert op berichten, niet op bellen. Wil weten wie er leest.",
            mark="lotte",
        ),
        Describes(
            "-26 do 10:16",
            YARA,
            role=Person.Kind.FAMILY,
            name="Maaike Wiersma",
            contact="Altijd bereikbaar, ook in het weekend.",
        ),
        Describes(
            "-26 do 10:18",
            JEROEN,
            role=Person.Kind.THIRD_PARTY,
            name="Noemt zich online ‘Noorderlicht’; echte naam niet bekend",
            close_link="""
            Schrijft haar al een half jaar bijna elke dag. Zij noemt hem haar verloofde.
            """,
            necessity="""
            Van hem komen de filmpjes en het verzoek om te komen; zonder hem is het plan
            niet te begrijpen.
            """,
            mark="noorderlicht",
        ),
        Says("-26 do 10:30", YARA, mark="zus")("""
            Haar zus belde op {vr -2} het meldpunt. Lotte zei haar baan in een bakkerij
            op, verkocht haar fiets en haar laptop en vroeg met spoed een paspoort aan.
            In haar laatste bericht staat: ‘Ik ga helpen, en ik kom niet terug.’ De zus
            liet mij de berichten zien; ik heb ze zelf gelezen. Zij wil dat Lotte weet
            dat zij heeft gebeld.
        """),
        Says("-26 do 10:42", JEROEN, mark="berichten")("""
            De onbekende stuurde haar filmpjes van gevechten en één oproep om zich bij
            een gewapende groep aan te sluiten. Haar antwoord daarop was: ‘Ik wil voor
            de kinderen zorgen, niet vechten.’ Zij bewaarde de filmpjes niet. Wij zien
            geen boeking van een reis. Dit komt uit de telefoon van de zus en is dus
            niet alles.
        """),
        Says("-26 do 10:55", JEROEN, CORE)("""
            Het account van de onbekende schrijft op dezelfde manier aan nog drie
            vrouwen, in twee landen. Buitenlandse collega’s houden er rekening mee dat
            het om geld gaat. Wij mogen dit nu alleen met de kern delen en vragen of het
            breder mag.
        """),
        Says("-26 do 11:05", FLOOR, CORE)("""
            Mevrouw Wiersma is geen verdachte. Over het paspoort beslist een ander dan
            deze tafel. Wij geven daarover een advies, en zolang er geen antwoord is,
            blijft het een advies.
        """),
        Says("-26 do 11:20", RUBEN)("""
            Wij schrijven drie verklaringen op. Zij wil vechten. Zij wil weg uit een
            leven dat vastzit. Zij wordt gelokt door iemand die iets van haar wil. Voor
            elk is er iets gezien, voor geen ervan genoeg. Zeker is alleen dat zij wil
            vertrekken. Wat ons verder helpt: een gesprek met haarzelf. Tot dan nemen
            wij geen stap waar zij ons niet bij kent.
        """),
        Corrects(
            "-25 ma 10:10",
            YARA,
            "zus",
            """
            Ik schreef dat het paspoort met spoed was aangevraagd. Burgerzaken keek het
            na: het was een gewone aanvraag. Dat scheelt voor hoe haastig het plan
            lijkt.
            """,
        )("""
            Haar zus belde op {vr -3} het meldpunt. Lotte zei haar baan in een bakkerij
            op, verkocht haar fiets en haar laptop en vroeg een paspoort aan. In haar
            laatste bericht staat: ‘Ik ga helpen, en ik kom niet terug.’ De zus liet mij
            de berichten zien; ik heb ze zelf gelezen. Zij wil dat Lotte weet dat zij
            heeft gebeld.
        """),
        Says("-24 wo 15:30", YARA, mark="gesprek")("""
            Ik sprak Lotte {di} bij haar zus aan de keukentafel. Zij was eerst boos en
            bleef toen twee uur. Zij zegt: ‘Hier word ik niets. Daar ben ik nodig.’ Zij
            weet niet naar welke plaats zij zou gaan en wie haar ophaalt. Op mijn vraag
            wat zij achterlaat, noemde zij haar nichtje van drie. Ik mag terugkomen.
        """),
        Files(
            "-24 wo 15:45",
            YARA,
            "eigen-woorden.txt",
            """
            Wat Lotte zelf opschreef over waarom zij weg wil. Zij vroeg om dit aan de
            tafel te geven.
            """,
        )("""
            (verzonnen document)

            Ik wil dat jullie weten dat niemand mij dwingt. Ik ben niet gek en ik ben
            niet gevaarlijk.

            Ik heb drie jaar broodjes gesmeerd en niemand vroeg mij iets. Daar vragen ze
            mij elke dag hoe het gaat.

            Als het niet waar is wat hij zegt, wil ik dat weten. Maar dan wel met
            bewijs, en niet omdat jullie het zeggen.

            Lotte
        """),
        Invites(
            "-21 do 10:00",
            RUBEN,
            ANOUK,
            "Lotte wil praten met iemand die niet van de gemeente of de politie is.",
            COMMIT,
        ),
        PassesOn("-21 do 10:05", YARA, ("lotte", "zus", "gesprek"), GGZ),
        PassesOn("-21 do 10:06", JEROEN, ("berichten", "noorderlicht"), GGZ),
        Says("-19 do 10:15", ANOUK)("""
            Met toestemming van Lotte: wij spraken drie keer. Ik zie geen stoornis, wel
            iemand die zich al lang niet gezien voelt. Zij twijfelt over de man, vooral
            sinds hij boos werd toen zij om een foto van het huis vroeg. Mijn advies:
            laat haar zelf ontdekken wie hij is, en zorg dat er dan iemand is.
        """),
        Says("-18 do 10:20", FLOOR)("""
            Er is antwoord op ons advies: de aanvraag van het paspoort ligt stil tot
            {vr +20}. Zij kreeg daarover een brief, kan bezwaar maken en heeft een
            advocaat. Hiermee is het van een advies een besluit van een ander geworden.
            De gemeente vertelt haar wie dat is.
        """),
        Changes(
            "-13 do 10:40",
            RUBEN,
            review="+1 di",
            ground="""
            Besluit van het casusoverleg van {do}: de aanpak gaat door. Zij is hier, zij
            praat, en het contact met de onbekende loopt nog.
            """,
            grounded="-13 do",
            why="""
            De toets van dit kwartaal is gedaan. De maatregel op het paspoort loopt af
            en moet dan opnieuw bekeken worden.
            """,
        ),
        Says("-12 di 09:50", JEROEN)("""
            Dit mag nu de hele tafel weten: de onbekende schrijft op dezelfde manier aan
            meer vrouwen en vroeg twee van hen om geld. Wij kunnen Lotte dat vertellen,
            met één voorbeeld zonder namen. Wie doet dat, en wie is er daarna bij haar?
        """),
        Says("-10 do 16:10", YARA)("""
            Anouk en ik hebben het haar samen verteld, bij haar zus thuis. Zij werd wit
            en zei dat zij hem al eens 400 euro had gestuurd. Zij heeft hem daarna zelf
            geblokkeerd. ’s Avonds belde zij mij: of zij nu dom was. Sinds {ma} helpt
            zij in de keuken van een verpleeghuis, eerst drie ochtenden.
        """),
        Reads(
            "-4 do 08:50",
            YARA,
            "verzoek van de betrokkene behandelen",
            "Zij vraagt wat er over haar staat.",
        ),
        Says("-4 do 09:10", YARA)("""
            Lotte heeft schriftelijk gevraagd wat er over haar is vastgelegd en met wie
            het is gedeeld. Haar brief ligt bij de privacyfunctionaris. Tot het antwoord
            er is, wordt er niets vernietigd.
        """),
        Holds(
            "-3 ma 11:00",
            PRIYA,
            """
            Er loopt een verzoek om inzage van de betrokkene. Tot dat is beantwoord en
            de termijn voor een klacht voorbij is, wordt er niets vernietigd.
            """,
            review="+9 ma",
        ),
        Reads("-2 ma 14:00", ANOUK, "overleg voorbereiden"),
        Says("-2 di 10:30", ANOUK, (GEMEENTE,))("""
            Lotte vroeg mij om dit alleen met de casusregisseur te delen: zij kreeg een
            bericht van een nieuw account en weet niet of hij het is. Zij heeft niet
            geantwoord. Zij wil er eerst met u over praten, en niet met de politie.
        """),
        Says("-1 ma 10:00", YARA)("""
            Lotte liet mij zelf een bericht van een nieuw account zien en wil dat de
            politie meekijkt. Jeroen: kan dat deze week, bij haar zus, in burger? Zij
            stelt één voorwaarde: zij houdt haar telefoon in de hand.
        """),
        Says("-1 ma 16:40", JEROEN)("""
            Dat kan, {do} om 19.00 uur. Ik kom zelf, zonder uniform, en raak de telefoon
            niet aan. Wat ik zie, zet ik daarna hier, in haar woorden en in de mijne.
        """),
        Says("-1 vr 09:15", RUBEN)("""
            Voor het overleg van {di +2} vraag ik elke partner één ding: is deze tafel
            nog nodig om haar te helpen, of kan het met minder mensen? Zeg ook wat u dan
            mist.
        """),
    ),
)

STORY = STORY._replace(deeds=in_time((*STORY.deeds, *STUCK)))
