"""Grutto: a woman with a megaphone, and a child who lies awake.

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
    OWN,
    Changes,
    Corrects,
    Describes,
    Files,
    Invites,
    Opens,
    Reads,
    Says,
    Story,
)
from .people import (
    FLOOR,
    GEMEENTE,
    HILDE,
    JEROEN,
    RUBEN,
    YARA,
)

STORY = Story(
    "Grutto",
    (
        Opens(
            "-28 di 15:00",
            RUBEN,
            deputy=HILDE,
            regime=Dossier.Regime.WET_PGA,
            controller=GEMEENTE,
            ground="""
            Besluit van de weegploeg van {vr -1}. Aanleiding: doorgesneden slangen bij
            een viskwekerij, en drie bezoeken in de nacht aan het huis van de kweker,
            waar kinderen slapen.
            """,
            grounded="-29 vr",
            review="-16 di",
        ),
        Invites(
            "-28 di 15:02",
            RUBEN,
            YARA,
            "Casusregisseur namens de gemeente.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        Invites(
            "-28 di 15:03",
            RUBEN,
            JEROEN,
            "De politie was erbij in de nachten en onderzoekt de vernieling.",
            COMMIT,
        ),
        Invites(
            "-28 di 15:04", RUBEN, FLOOR, "Kan een gedragsaanwijzing geven.", DECIDE
        ),
        Describes(
            "-28 di 15:15",
            YARA,
            role=Person.Kind.SUBJECT,
            name="Esther Nijland",
            age=34,
            birthday="07-19",
            contact="Belt zelf terug; laat een bericht achter.",
        ),
        Describes(
            "-28 di 15:17",
            JEROEN,
            role=Person.Kind.VICTIM,
            name="Arend Brouwer",
            contact="Via de wijkagent.",
        ),
        Describes(
            "-28 di 15:19",
            JEROEN,
            role=Person.Kind.VICTIM,
            name="Tess Brouwer",
            age=9,
            birthday="12-03",
            representative="Arend en Lieke Brouwer, ouders",
            custody="Beide ouders samen",
            youth_protection="Geen maatregel, en daar is ook geen reden voor.",
        ),
        Says("-28 di 15:30", JEROEN, mark="nacht")("""
            Op {za -3} waren bij de viskwekerij de slangen voor de zuurstof
            doorgesneden. Er stierven ongeveer tweeduizend vissen. In de weken daarna
            stond mevrouw Nijland drie keer ’s nachts voor het huis van de kweker, met
            een lamp en een megafoon. Dat zette zij zelf op haar pagina. Of zij ook de
            slangen doorsneed, weten wij niet; zij zegt van niet.
        """),
        Says("-28 di 15:45", YARA)("""
            Mevrouw Nijland werkt als assistente bij een dierenarts en heeft geen
            schulden of ruzies die wij kennen. Op haar pagina staat een lijst van
            bedrijven in de streek, met openingstijden. Huisadressen staan er niet op.
            Volgers vragen daar wel om, en zij antwoordt daar niet op.
        """),
        Says("-28 di 15:55", FLOOR, CORE)("""
            Voor de vernieling is er te weinig bewijs tegen een persoon. Het onderzoek
            loopt nog, met een spoor van schoenen. Wij vragen om daar niet over te
            spreken met haar of met de kweker.
        """),
        Says("-28 di 16:05", RUBEN)("""
            Wij houden drie dingen uit elkaar. Demonstreren bij de poort van het
            bedrijf: dat mag, na een melding. ’s Nachts bij een huis staan: dat treft
            kinderen, en daar willen wij een eind aan. De slangen: dat zoekt de politie
            uit, en tot dan schrijven wij dat niet aan haar toe.
        """),
        Files(
            "-28 wo 10:20",
            JEROEN,
            "verslag-wijkagent.txt",
            "Wat de wijkagent in de drie nachten zag, met tijden.",
            hears=CORE,
        )("""
            Verslag van de wijkagent (verzonnen document)

            Eerste nacht, 02.30 uur. Eén vrouw met een lamp. Op verzoek weggegaan,
            zonder discussie.

            Tweede nacht, 03.10 uur. Twee personen, megafoon. Kind huilt boven.
            Weggegaan na tien minuten. Op haar vraag uitgelegd dat demonstreren overdag
            kan.

            Derde nacht, 02.50 uur. Eén vrouw, geen megafoon. Zij filmt het huis.
            Bewoner komt naar buiten; zij loopt weg.
        """),
        Corrects(
            "-27 ma 09:40",
            JEROEN,
            "nacht",
            """
            Ik noemde tweeduizend vissen; dat was een schatting van de eerste ochtend.
            De verzekeraar telde er negenhonderd.
            """,
        )("""
            Op {za -4} waren bij de viskwekerij de slangen voor de zuurstof
            doorgesneden. Er stierven ongeveer negenhonderd vissen. In de weken daarna
            stond mevrouw Nijland drie keer ’s nachts voor het huis van de kweker, met
            een lamp en een megafoon. Dat zette zij zelf op haar pagina. Of zij ook de
            slangen doorsneed, weten wij niet; zij zegt van niet.
        """),
        Says("-26 di 15:20", FLOOR)("""
            De officier gaf {ma} een gedragsaanwijzing: negentig dagen niet binnen
            vijfhonderd meter van het huis. De poort van het bedrijf ligt daarbuiten;
            daar mag zij staan. Wij kozen dit boven een aanhouding, omdat het de nachten
            stopt en haar haar mening laat.
        """),
        Says("-25 do 13:15", YARA)("""
            Mevrouw Nijland kwam {wo} naar het stadhuis, met een vriendin. Zij was boos
            over de vijfhonderd meter. Over het kind zei zij niets, tot ik vertelde dat
            het negen is. Toen zei zij: ‘Dat wist ik niet. Dat was niet de bedoeling.’
            Zij wil een plek waar de wethouder haar hoort over het welzijn van vissen.
            Dat kan: op {do +3} is er een inloopavond.
        """),
        Says("-24 ma 10:00", YARA, OWN)("""
            Voor onszelf: de wethouder wil weten of hij naast haar op de foto komt.
            Communicatie regelt dat er niet gefotografeerd wordt, voor niemand.
        """),
        Says("-20 di 15:25", JEROEN)("""
            Het spoor van de schoenen leidt naar iemand anders, die is aangehouden en
            bekent. Hij kent mevrouw Nijland niet, behalve van haar pagina. Haar naam
            gaat uit het onderzoek. Wij zeggen haar dat deze week.
        """),
        Changes(
            "-16 di 15:30",
            RUBEN,
            review="-6 di",
            ground="""
            Besluit van het casusoverleg van {di}: de aanpak gaat door, alleen voor de
            nachten bij het huis. Over de vernieling gaat dit dossier niet meer.
            """,
            grounded="-16 di",
            why="""
            De verdenking van de vernieling is weg. De reden om te beginnen is daardoor
            kleiner geworden, en dat hoort bovenaan te staan.
            """,
        ),
        Says("-12 di 15:15", JEROEN)("""
            De aanwijzing liep {ma -1} af. Zij hield zich eraan. Sindsdien stond zij
            twee zaterdagen bij de poort, aangemeld, met twaalf mensen. De kweker
            groette haar. Hij zegt dat zijn dochter nog slecht slaapt als er een auto
            stopt.
        """),
        Changes(
            "-6 di 15:20",
            RUBEN,
            phase=Dossier.Phase.MONITORING,
            review="+6 di",
            ground="""
            Besluit van het casusoverleg van {di}: van overleg naar volgen. In vier
            maanden kwam zij niet meer bij het huis.
            """,
            grounded="-6 di",
            why="""
            Het doel is gehaald. Wij volgen nog één kwartaal, omdat het gezin daarom
            vroeg en zij daar geen bezwaar tegen heeft.
            """,
        ),
        Says("-3 wo 11:45", YARA)("""
            Mevrouw Nijland vroeg of zij de dochter een tekening mag sturen. Het gezin
            wil dat niet en wil ook geen gesprek. Dat heb ik haar verteld. Zij zei dat
            zij het begrijpt. Hiermee is die vraag klaar; wij stellen hem niet opnieuw.
        """),
        Reads("-2 vr 10:40", JEROEN, "verslag nalopen"),
        Says("-1 di 15:10", JEROEN)("""
            Niets nieuws sinds {di -5}. Een nieuwe volger plaatste het huisadres van de
            kweker onder een bericht. Zij haalde dat binnen een uur zelf weg en belde de
            wijkagent.
        """),
    ),
)
