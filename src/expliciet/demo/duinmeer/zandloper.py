"""Zandloper: photographs of a fence, and who asked for them.

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
    SPEAK,
    Changes,
    Corrects,
    Describes,
    HandsOver,
    Invites,
    Leaves,
    Opens,
    PassesOn,
    Reads,
    Says,
    Story,
    in_time,
)
from .people import (
    FLOOR,
    GEMEENTE,
    HILDE,
    JEROEN,
    MARIJKE,
    RECLASSERING,
    RUBEN,
    YARA,
)
from .zandloper_known import (
    ASSESSED,
    AT_HOME,
    AT_THE_FENCE,
    FOR_THE_OTHER_CASE,
    OLAF,
    ON_THE_DYKE,
    SINCE_THEN,
)
from .zandloper_read import APART, SINCE, TOGETHER

STORY = Story(
    "Zandloper",
    in_time(
        (
            Opens(
                "-30 wo 09:30",
                MARIJKE,
                deputy=HILDE,
                regime=Dossier.Regime.WET_PGA,
                controller=GEMEENTE,
                ground="""
            Besluit van de weegploeg van {vr -1}. Aanleiding: foto’s van het hek van een
            opvanglocatie, met de tijden van de bewaking, in een besloten groep waarin
            anderen over brandstichting schrijven.
            """,
                grounded="-31 vr",
                review="-18 wo",
            ),
            Invites(
                "-30 wo 09:32",
                MARIJKE,
                YARA,
                "Casusregisseur namens de gemeente.",
                COMMIT,
                Seat.Role.CASE_DIRECTOR,
            ),
            Invites(
                "-30 wo 09:33",
                MARIJKE,
                JEROEN,
                "De politie sprak hem bij het hek en las de berichten.",
                COMMIT,
            ),
            Invites(
                "-30 wo 09:34",
                MARIJKE,
                FLOOR,
                "Beslist over vervolging wegens opruiing.",
                DECIDE,
            ),
            Describes(
                "-30 wo 09:45",
                YARA,
                role=Person.Kind.SUBJECT,
                name="Bastiaan Krol",
                age=24,
                birthday="03-30",
                contact="Neemt na 18.00 uur op. Niet op zijn werk bellen.",
                mark="bastiaan",
            ),
            Describes(
                "-30 wo 09:47",
                YARA,
                role=Person.Kind.FAMILY,
                name="Dina Krol-Meijer",
                contact="Vaste telefoon, elke ochtend.",
            ),
            Describes(
                "-30 wo 09:50",
                JEROEN,
                role=Person.Kind.THIRD_PARTY,
                name="Kevin Alders",
                age=26,
                birthday="10-12",
                close_link="Huisgenoot; zij doen bijna alles samen, op één computer.",
                necessity="""
            Zonder hem is niet te zeggen wie de foto’s maakte en wie ze plaatste.
            """,
                hears=CORE,
            ),
            Says("-30 wo 10:00", JEROEN, mark="foto")("""
            Op {za -2} zag een bewaker van de opvanglocatie de heer Krol voor de derde
            keer bij het hek. Hij maakte foto’s. Dezelfde avond stonden drie foto’s in
            een besloten groep, met de tijden waarop de bewaking wisselt. De heer Krol
            liet de wijkagent zijn telefoon zien toen die erom vroeg. Hij zegt dat een
            ander de tijden erbij zette.
        """),
            Says("-30 wo 10:15", JEROEN, CORE)("""
            In de groep schrijven twee anderen over ‘een keer goed vuur’. Van de heer
            Krol zijn 41 berichten. In geen daarvan kondigt hij geweld aan; in twee
            vraagt hij wie er ‘meegaat kijken’. Wij geven dit door met de vraag om het
            niet met hem te bespreken tot de officier heeft beslist.
        """),
            *AT_THE_FENCE,
            Says("-30 wo 10:30", YARA, mark="oma")("""
            Hij werkt vier dagen in een tuincentrum; op zijn werk gaat het goed. Zijn
            oma belde mij zelf. ‘Hij is niet wie ze zeggen, maar die jongen met wie hij
            woont maakt mij bang.’ Hij eet elke zondag bij haar. Zij wil meedenken en
            vraagt of hij mag weten dat zij belde. Dat heb ik toegezegd.
        """),
            *AT_HOME,
            Says("-30 do 14:10", YARA, OWN)("""
            Voor onszelf: de locatiemanager vraagt of het hek tien meter naar achteren
            kan. Dat ligt bij vergunningen. Antwoord vóór {do +1}, ook als het nee is.
        """),
            Corrects(
                "-29 ma 11:00",
                JEROEN,
                "foto",
                """
            De bewaker schreef ‘derde keer’. Uit zijn eigen lijst blijkt dat het de
            tweede keer was.
            """,
            )("""
            Op {za -3} zag een bewaker van de opvanglocatie de heer Krol voor de tweede
            keer bij het hek. Hij maakte foto’s. Dezelfde avond stonden drie foto’s in
            een besloten groep, met de tijden waarop de bewaking wisselt. De heer Krol
            liet de wijkagent zijn telefoon zien toen die erom vroeg. Hij zegt dat een
            ander de tijden erbij zette.
        """),
            Says("-27 wo 09:40", FLOOR)("""
            Wij vervolgen de heer Krol niet. Wat hij schreef, is niet strafbaar; wat de
            twee anderen schreven mogelijk wel, en die zaak loopt. Wij vragen hem om weg
            te blijven bij de locatie, maar kunnen dat niet opleggen. Blijft hij komen,
            dan bekijkt de burgemeester of een gebiedsverbod past.
        """),
            Invites(
                "-26 wo 09:30",
                MARIJKE,
                OLAF,
                "Kan vrijwillig met hem praten; er is geen straf en dus geen toezicht.",
                SPEAK,
            ),
            PassesOn("-26 wo 09:35", YARA, ("bastiaan", "oma"), RECLASSERING),
            PassesOn("-26 wo 09:36", JEROEN, ("foto",), RECLASSERING),
            Says("-22 wo 09:45", HILDE, for_guest=OLAF)("""
            Ik sprak hem twee keer, wandelend over de dijk, want op kantoor wilde hij
            niet. Hij kwam in de groep in de winter dat hij geen werk had. ‘Daar vroeg
            iemand hoe het ging.’ De foto’s noemt hij ‘stom’ en ook ‘het eerste waar ze
            blij mee waren’. Dit is zijn verhaal; nagaan kan ik het niet.
        """),
            *ON_THE_DYKE,
            *APART,
            Says("-22 wo 10:05", MARIJKE)("""
            Terugkijkend spraken wij vooral over wat hij zou denken. Wat hij deed, is
            twee keer kijken en foto’s delen. Er liggen nu twee lezingen: hij helpt een
            plan, of hij wilde ergens bij horen en leverde wat de groep vroeg. Beide
            vragen hetzelfde van ons: weg bij het hek, en iets anders op de avonden.
            Zeker zijn wij niet; wij kennen alleen zijn woorden en zijn telefoon.
        """),
            *TOGETHER,
            Says("-17 di 16:20", JEROEN, CORE)("""
            De huisgenoot is {ma} aangehouden voor de berichten over vuur. De computer
            is meegenomen. De tijden van de bewaking blijken vanaf zijn account te zijn
            geplaatst. De heer Krol is als getuige gehoord en werkte mee.
        """),
            *FOR_THE_OTHER_CASE,
            Says("-16 wo 09:35", YARA)("""
            De heer Krol slaapt sinds {do -1} bij zijn oma. Tijdelijk, zeggen zij
            allebei. Hij vroeg mij wat er nu met hem gebeurt. Ik heb gezegd: wij kijken
            op {wo +8} of dit overleg nog nodig is, en u hoort van mij wat eruit komt.
        """),
            *ASSESSED,
            HandsOver(
                "-12 do 11:00",
                MARIJKE,
                RUBEN,
                """
            Neemt de tafel over: de overleggen zijn verdeeld over twee procesregisseurs.
            """,
                """
            Twee keer bij het hek, foto’s gedeeld, niet vervolgd. De huisgenoot zit
            vast. Hij woont bij zijn oma en praat met de reclassering. De tafel is het
            eens over wat er moet gebeuren, minder over het waarom; beide lezingen staan
            in het dossier.
            """,
                """
            1. Het gebiedsverbod is niet gevraagd en hoeft nu ook niet. 2. De derde
            wandeling met de reclassering is {wo +2}. 3. Op {wo +4} de vraag of de
            aanpak lichter kan. 4. Zijn oma verwacht een telefoontje van wie mij
            opvolgt; zij neemt ’s ochtends op.
            """,
            ),
            Changes(
                "-8 wo 10:15",
                RUBEN,
                phase=Dossier.Phase.MONITORING,
                review="+5 wo",
                ground="""
            Besluit van het casusoverleg van {wo}: van overleg naar volgen. Hij bleef
            vijf maanden weg bij de locatie en uit de groep, en heeft vast werk en een
            vaste plek.
            """,
                grounded="-8 wo",
                why="""
            De reden om hem vaker te bespreken is er niet meer. Wij kijken nog één keer,
            en sluiten dan af of zeggen waarom niet.
            """,
            ),
            *SINCE_THEN,
            *SINCE,
            Says("-8 wo 10:30", JEROEN)("""
            De politie stemt in met volgen. Ons voorbehoud: komt de huisgenoot vrij en
            trekken zij weer samen op, dan willen wij binnen een week overleg. Dat is
            geen oordeel over hem, maar over wat die twee samen deden.
        """),
            Leaves(
                "-5 wo 12:00",
                RUBEN,
                OLAF,
                """
            De gesprekken zijn klaar. De heer Krol heeft het nummer en mag altijd
            bellen.
            """,
            ),
            Reads("-2 do 09:15", RUBEN, "overleg voorbereiden"),
            Says("-1 wo 09:30", YARA)("""
            Hij belde zelf. Het tuincentrum biedt hem een opleiding tot hovenier aan,
            met een bewijs van goed gedrag als voorwaarde. Hij vraagt of dit dossier
            daarvoor telt. Ik weet dat niet zeker en wil hem geen verkeerd antwoord
            geven. Wie van u weet het?
        """),
            Says("-1 do 15:50", FLOOR)("""
            Antwoord op de vraag van de gemeente: voor dat bewijs wordt gekeken naar
            veroordelingen en lopende zaken. Hij heeft geen van beide. Dit dossier wordt
            daarvoor niet geraadpleegd. Dat mag u hem zo zeggen.
        """),
        )
    ),
)
