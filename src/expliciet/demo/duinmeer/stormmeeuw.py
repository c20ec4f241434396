"""Stormmeeuw: somebody who told about a plan before it was carried out.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Closure, Met, Review, Scaling
from ...dossiers.models import (
    Dossier,
    Person,
    Seat,
)
from ..decisions import AgreesExit
from ..deeds import (
    COMMIT,
    CORE,
    DECIDE,
    Changes,
    Describes,
    Guest,
    Invites,
    Leaves,
    Opens,
    PassesOn,
    Says,
    Story,
    Withdraws,
)
from ..levels import Closes, Informs, Reviews, Scales
from .people import (
    FLOOR,
    GEMEENTE,
    JEROEN,
    MARIJKE,
    RECLASSERING,
    RUBEN,
    YARA,
)

OLAF = Guest("Olaf Brandt", RECLASSERING)

STORY = Story(
    "Stormmeeuw",
    (
        Opens(
            "-32 di 13:30",
            MARIJKE,
            deputy=RUBEN,
            regime=Dossier.Regime.WET_PGA,
            controller=GEMEENTE,
            ground="""
            Besluit van de weegploeg van {do -1}. Aanleiding: vernielingen bij twee
            verhuurkantoren, en een plan in een groep om de auto van een verhuurder in
            brand te steken.
            """,
            grounded="-33 do",
            review="-20 di",
        ),
        Invites(
            "-32 di 13:32",
            MARIJKE,
            YARA,
            "Casusregisseur namens de gemeente.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        Invites(
            "-32 di 13:33",
            MARIJKE,
            JEROEN,
            "Aan de politie vertelde hij over het plan.",
            COMMIT,
        ),
        Invites(
            "-32 di 13:34",
            MARIJKE,
            FLOOR,
            "Beslist over vervolging voor de vernieling.",
            DECIDE,
        ),
        Describes(
            "-32 di 13:45",
            YARA,
            role=Person.Kind.SUBJECT,
            name="Joris Verwey",
            age=27,
            birthday="11-05",
            contact="Per mail; geen vast adres na {vr +6}.",
            mark="joris",
        ),
        Describes(
            "-32 di 13:46",
            YARA,
            role=Person.Kind.FAMILY,
            name="Romy Haverkamp",
            contact="Alleen via Joris; zij wil zelf niet gebeld worden.",
        ),
        Describes(
            "-32 di 13:48",
            JEROEN,
            role=Person.Kind.VICTIM,
            name="Gideon Smeets",
            contact="Via zijn kantoor. Zijn huisadres blijft buiten dit dossier.",
            hears=CORE,
        ),
        Says("-32 di 14:00", JEROEN, mark="verteld")("""
            In twee nachten is verf en beton gegooid bij twee verhuurkantoren. Op de
            beelden staan vier mensen, niet te herkennen. Op {do -2} kwam de heer Verwey
            uit zichzelf naar de wijkagent. Hij deed de eerste keer mee. Nu praten
            anderen over een auto. ‘Daar wonen mensen boven’, zei hij. Hij noemde geen
            namen.
        """),
        Says("-32 di 14:15", JEROEN, CORE)("""
            Wij hebben zicht op wie over de auto spraken en grijpen in voordat er iets
            gebeurt. Wij vragen om de heer Verwey in geen enkel gesprek te noemen als
            bron. De groep weet niet dat hij is gekomen.
        """),
        Says("-32 di 14:25", FLOOR)("""
            Voor de eerste nacht is de heer Verwey verdachte van vernieling. Dat hij
            zelf is gekomen, weegt mee. Hij krijgt binnen zes weken een beslissing en
            een advocaat weet ervan.
        """),
        Says("-32 di 14:40", MARIJKE)("""
            Aan tafel vielen de woorden activist en extremist. Wij gebruiken geen van
            beide als naam voor hem. Wij schrijven op wat hij deed: meedoen aan één
            vernieling, en daarna waarschuwen voor een brand. Boos zijn over huren mag,
            en demonstreren ook.
        """),
        Says("-32 wo 10:20", JEROEN, mark="demonstratie")("""
            Zijn vriendin stond op {za -1} met een spandoek bij een demonstratie over
            huren op de Markt.
        """),
        Withdraws(
            "-32 do 09:00",
            JEROEN,
            "demonstratie",
            """
            De demonstratie was aangemeld en toegestaan. Dat iemand daaraan meedoet,
            hoort niet in dit dossier. Het had niet gedeeld mogen worden.
            """,
        ),
        Says("-30 di 13:50", YARA)("""
            Hij en zijn vriendin moeten op {vr +4} uit hun tijdelijke woning; zij
            verwachten een kind. Ik heb hem verteld wat het wijkteam wel en niet kan.
            Hij vroeg of dit een beloning is. Ik heb nee gezegd: iedereen met een kind
            op komst krijgt dit gesprek.
        """),
        Says("-28 di 13:40", JEROEN, CORE)("""
            Twee mensen zijn {vr -1} aangehouden toen zij met benzine bij de auto
            stonden. Er raakte niemand gewond. De heer Verwey was er niet bij; hij was
            thuis. In de groep wordt gezocht naar wie heeft gepraat. Wij letten op zijn
            veiligheid.
        """),
        Invites(
            "-26 di 13:30",
            MARIJKE,
            OLAF,
            "Voert de werkstraf uit en houdt toezicht.",
            COMMIT,
        ),
        PassesOn("-26 di 13:35", JEROEN, ("verteld",), RECLASSERING),
        PassesOn("-26 di 13:36", YARA, ("joris",), RECLASSERING),
        Says("-26 di 13:50", FLOOR)("""
            De heer Verwey kreeg een werkstraf van veertig uur voor de eerste vernieling
            en betaalt zijn deel van de schade. Hij heeft dat aanvaard.
        """),
        Says("-20 di 13:45", MARIJKE, for_guest=OLAF)("""
            De veertig uur zijn gedaan, bij de kringloop. Hij was altijd op tijd. Op
            mijn vraag of hij weer mee zou doen, zei hij: ‘Ik heb nu iets te verliezen.’
            Meer dan dat kan ik er niet van maken.
        """),
        AgreesExit(
            "-20 di 14:02",
            MARIJKE,
            "Een half jaar geen nieuwe feiten, en een huis en werk dat blijft.",
            "De wijkagent en de casusregisseur zeggen dat allebei.",
        ),
        Scales(
            "-20 di 14:05",
            MARIJKE,
            level="volgen",
            direction=Scaling.Direction.DOWN,
            reason="De straf is uitgevoerd en de groep is uit elkaar.",
            review="-4 di",
            answers=(
                (Met.Is.MET, "Geen partner vraagt nog iets van een ander."),
                (Met.Is.MET, "De casusregisseur houdt contact en weet wie zij belt."),
            ),
        ),
        Changes(
            "-20 di 14:10",
            MARIJKE,
            phase=Dossier.Phase.MONITORING,
            review="-4 di",
            ground="""
            Besluit van het casusoverleg van {di}: van overleg naar volgen. De straf is
            uitgevoerd, de groep is uit elkaar en hij heeft een woning.
            """,
            grounded="-20 di",
            why="""
            Er is niets meer dat wij samen moeten doen. Wij kijken na vier maanden nog
            één keer.
            """,
        ),
        Leaves(
            "-18 di 12:00",
            MARIJKE,
            OLAF,
            "De straf is uitgevoerd; er is geen toezicht meer.",
        ),
        Says("-12 wo 11:10", YARA)("""
            Zij hebben een woning in een ander deel van de stad en een dochter van drie
            weken. Hij werkt bij de kringloop waar hij zijn straf deed. Hij vroeg of ik
            volgende keer zonder map wil komen.
        """),
        Informs(
            "-12 wo 11:15",
            YARA,
            whom="hijzelf, zijn vriendin was erbij",
            words="Verteld bij de koffie, met de brief. Hij wist het al, en knikte.",
        ),
        Says("-4 di 13:40", JEROEN)("""
            Geen nieuwe feiten in vijf maanden. De dreiging tegen hem is voorbij; de
            zaak van de twee anderen is afgerond zonder dat zijn naam viel.
        """),
        Reviews(
            "-4 di 13:50",
            MARIJKE,
            outcome=Review.Outcome.CLOSE,
            necessary="""
            De reden om te beginnen is er niet meer. Wat er nog is, een krap inkomen,
            hoort bij het wijkteam en niet bij deze tafel.
            """,
            lighter="Ja: één vast gezicht bij het wijkteam.",
        ),
        Closes(
            "-4 di 14:00",
            MARIJKE,
            outcome=Closure.Outcome.REGULAR,
            why="""
            Besluit van gemeente, politie en Openbaar Ministerie van {di}: de aanpak
            stopt. De reden om te beginnen is er niet meer.
            """,
            criteria="""
            Geen nieuwe feiten in vijf maanden, en een huis en werk: allebei gezien door
            de casusregisseur en de wijkagent.
            """,
            remaining="Zijn inkomen is krap.",
            keeper=YARA,
            aftercare="""
            Het wijkteam helpt met zijn inkomen. De casusregisseur bracht hem er zelf
            heen op {do -1}, en belt hem nog één keer.
            """,
            look="+22 di",
            signs="""
            Iemand van de oude groep staat bij hem op de stoep, of hij raakt zijn woning
            of zijn werk kwijt.
            """,
            call="De casusregisseur; buiten kantoortijd de wijkagent.",
            person_told="""
            In een gesprek, en op papier: wij stoppen, niemand gebruikt dit dossier nog,
            en na de bewaartermijn wordt het vernietigd.
            """,
            reporter_told="De jeugdagent is gebeld: afgesloten, zonder inhoud.",
            named=(JEROEN,),
        ),
    ),
)
