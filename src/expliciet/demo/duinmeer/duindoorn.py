"""Duindoorn: a man who sends every letter back, and one that he wrote himself.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Decision, Progress, Result
from ...dossiers.models import Dossier, Person, Seat
from ..decisions import (
    AgreesExit,
    Aims,
    Approves,
    Came,
    Decides,
    Differs,
    Goes,
    Parks,
    Plans,
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
    Files,
    Guest,
    Invites,
    Opens,
    PassesOn,
    Reads,
    Says,
    Story,
)
from .duindoorn_read import NOW_READ
from .people import (
    ANOUK,
    FLOOR,
    GEMEENTE,
    GGZ,
    HILDE,
    JEROEN,
    MARIJKE,
    OM,
    POLITIE,
    RUBEN,
    WONEN,
    YARA,
)

TRUUS = Guest("Truus Mensink", WONEN)

STORY = Story(
    "Duindoorn",
    (
        Opens(
            "-22 di 10:00",
            MARIJKE,
            deputy=RUBEN,
            regime=Dossier.Regime.WET_PGA,
            controller=GEMEENTE,
            ground="""
            Besluit van de weegploeg van {do -1}. Aanleiding: een brief aan een
            medewerker van de gemeente met de woorden ‘laatste waarschuwing’, en het
            plan om een deurwaarder zelf aan te houden.
            """,
            grounded="-23 do",
            review="-10 di",
        ),
        Invites(
            "-22 di 10:05",
            MARIJKE,
            HILDE,
            "Houdt het verslag bij en legt vast wat gasten zeggen.",
            COMMIT,
            Seat.Role.SECRETARY,
        ),
        Invites(
            "-22 di 10:06",
            MARIJKE,
            YARA,
            "Casusregisseur; spreekt namens de gemeente met de heer Nieboer.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        Invites(
            "-22 di 10:07",
            MARIJKE,
            JEROEN,
            "De politie nam de aangifte op en kent de wijk.",
            COMMIT,
        ),
        Invites(
            "-22 di 10:08",
            MARIJKE,
            FLOOR,
            "Beslist over vervolging na de aangifte van bedreiging.",
            DECIDE,
        ),
        Describes(
            "-22 di 10:20",
            YARA,
            role=Person.Kind.SUBJECT,
            name="Harm Nieboer",
            age=52,
            birthday="04-17",
            contact="""
            Telefonisch op maandag tussen 10.00 en 12.00 uur. Brieven stuurt hij
            ongeopend terug.
            """,
            mark="harm",
        ),
        Describes(
            "-22 di 10:22",
            YARA,
            role=Person.Kind.FAMILY,
            name="Fenna Nieboer",
            age=14,
            birthday="09-02",
            representative="Ingrid Walstra, moeder",
            custody="Beide ouders samen. Zij woont bij haar moeder.",
            youth_protection="""
            Geen maatregel. Het wijkteam kent het gezin niet; nagevraagd op {wo -1}.
            """,
            necessity="""
            Zij is om de week bij haar vader. Wat er aan de deur gebeurt, raakt haar.
            """,
        ),
        Describes(
            "-22 di 10:24",
            YARA,
            role=Person.Kind.FAMILY,
            name="Ingrid Walstra",
            contact="Wil gebeld worden, niet gemaild. Na 17.00 uur.",
        ),
        Describes(
            "-22 di 10:26",
            YARA,
            role=Person.Kind.VICTIM,
            name="Carla Dijkhuis",
            contact="Alleen via de casusregisseur.",
            hears=CORE,
        ),
        Says("-22 di 10:40", YARA, mark="brieven")("""
            Al een half jaar stuurt de heer Nieboer alle post van de gemeente ongeopend
            terug, met een sticker ‘geen contract’. Ik heb elf enveloppen gezien. Op
            {ma -1} kwam er een brief voor de medewerker die zijn schuld int. Daarin
            staat: ‘U bent persoonlijk aansprakelijk. Dit is uw laatste waarschuwing.’
            Zij is geschrokken en rijdt nu een andere weg naar haar werk.
        """),
        Says("-22 di 10:52", JEROEN, mark="aangifte")("""
            De medewerker van de gemeente deed op {wo -1} aangifte van bedreiging. De
            wijkagent sprak de heer Nieboer op {vr -1} aan de deur. Hij bleef rustig,
            liet niemand binnen en zei dat hij ‘die ambtenaar voor zijn eigen rechtbank
            brengt’. Wij zagen geen wapen. Er staat geen wapenvergunning op zijn naam.
        """),
        Says("-22 di 11:05", JEROEN, CORE)("""
            De heer Nieboer doet mee in een besloten chatgroep waarin leden elkaar leren
            hoe je iemand zelf aanhoudt. Een ander lid is in een andere regio
            aangehouden. Dat onderzoek loopt. Wij vragen dit tot {di +4} in deze kring
            te houden; dan zeggen wij of het breder mag.
        """),
        Says("-22 di 11:20", FLOOR, CORE)("""
            De aangifte is genoeg om hem als verdachte te horen. Wij wachten daarmee tot
            de casusregisseur met hem heeft gesproken, uiterlijk {vr +4}. Onze reden:
            een verhoor nu kan het enige contact dat er nog is, verbreken. Doet hij in
            de tussentijd iets nieuws, dan wachten wij niet.
        """),
        Says("-22 wo 09:10", YARA, OWN)("""
            Voor onszelf: de aangeefster wil haar adres in geen enkel stuk. Haar
            dossiers liggen sinds vandaag bij een collega van een ander team. Ik ga na
            of haar kenteken op de parkeerlijst van het gemeentehuis staat.
        """),
        Invites(
            "-20 di 10:00",
            MARIJKE,
            TRUUS,
            "De corporatie verhuurt de woning en overweegt een gang naar de rechter.",
            SPEAK,
        ),
        Says("-20 di 10:25", HILDE, for_guest=TRUUS)("""
            De huur is drie maanden niet betaald. De huurder schreef ons dat het huis
            ‘van niemand’ is en dat wij niets te vorderen hebben. Wij zijn nog niet naar
            de rechter gegaan. Eerst willen wij van deze tafel horen wat dat bij hem
            losmaakt.
        """),
        Says("-20 di 10:50", MARIJKE)("""
            Wij lezen de brief verschillend, en dat laten wij staan. De politie ziet een
            dreiging tegen één persoon, die kan groeien. De gemeente ziet iemand die na
            zijn faillissement de greep op zijn leven terug wil. Waar wij het over eens
            zijn: hij kondigt aan wat hij gaat doen, en tot nu toe deed hij het niet.
            Wat ons van gedachten zou doen veranderen: als hij haar opzoekt.
        """),
        Decides(
            "-20 di 11:00",
            MARIJKE,
            question="Wie spreekt met de heer Nieboer, en over wat?",
            outcome="""
            De casusregisseur spreekt met hem, in de bibliotheek, over de schuld en over
            de brief. De politie blijft op de achtergrond.
            """,
            why="""
            Hij opende nog één deur: die van iemand die niet over invordering gaat. Een
            verhoor kan later nog, een gesprek misschien niet.
            """,
            options=(
                ("De casusregisseur spreekt met hem", ""),
                (
                    "De politie verhoort hem als verdachte",
                    "Het kan het enige contact dat er nog is, verbreken.",
                ),
                (
                    "Wij wachten de volgende brief af",
                    "De aangeefster is bang, en wachten lost dat niet op.",
                ),
            ),
            arguments=(
                (
                    GEMEENTE,
                    "for",
                    "Hij wil over de schuld praten als er iemand luistert.",
                ),
                (
                    POLITIE,
                    "against",
                    "De dreiging gaat over één persoon en kan groeien.",
                ),
                (OM, "for", "De aangifte blijft staan; wij kunnen altijd nog horen."),
            ),
            deciders=(YARA, JEROEN, FLOOR),
            way=Decision.Way.NO_OBJECTION,
            review="-17 di",
            mark="wie spreekt",
        ),
        Differs(
            "-20 di 11:10",
            JEROEN,
            "wie spreekt",
            """
            Wij hadden hem liever eerst gehoord. Na een tweede brief is het te laat om
            nog te kiezen.
            """,
            "Bij iets nieuws komt de tafel binnen een dag bij elkaar.",
        ),
        AgreesExit(
            "-20 di 11:20",
            MARIJKE,
            "Een half jaar geen brief, bericht of bezoek aan medewerkers.",
            "De aangeefster en de politie zeggen dat allebei.",
        ),
        Aims(
            "-20 di 11:25",
            YARA,
            "money",
            "Hij heeft een regeling voor zijn schuld en komt die na.",
            "Drie maanden betaald, gezien door de formulierenbrigade.",
            "schuld",
        ),
        Plans(
            "-20 di 11:30",
            YARA,
            towards="schuld",
            deed="Eén vaste persoon aan de telefoon, en een gesprek over de schuld.",
            owner=YARA,
            factors=("I5", "C5"),
            start="-18 ma",
            review="-8 di",
            effect="Hij praat over de schuld en schrijft niet meer over personen.",
            seen_by="Er komt geen nieuwe brief, en hij komt op het gesprek.",
            offered="Voorgelegd door de casusregisseur; hij zei: ‘Dat is goed.’",
            mark="gesprek schuld",
        ),
        Says("-18 do 16:30", YARA, mark="gesprek")("""
            Ik sprak de heer Nieboer {wo} een uur in de bibliotheek. Hij kwam op tijd en
            bleef beleefd. Zijn bouwbedrijf ging twee jaar geleden failliet nadat de
            gemeente een opdracht introk. Hij zegt: ‘Toen heeft niemand mij gebeld.’
            Zijn dochter heeft hij al een half jaar niet gezien. Hij wil over de schuld
            praten als er iemand van buiten de gemeente bij zit.
        """),
        Files(
            "-18 do 16:45",
            YARA,
            "gesprek-bibliotheek.pdf",
            "De afspraken uit het gesprek, zoals de heer Nieboer ze meekreeg.",
        )("""
            Afspraken na ons gesprek (verzonnen document)

            1. U krijgt één vaste persoon aan de telefoon: Yara Bentaleb.

            2. De gemeente stuurt tot {vr +4} geen aanmaningen.

            3. U schrijft geen brieven meer aan medewerkers van invordering.

            4. Wij zoeken iemand van buiten de gemeente voor het gesprek over uw schuld.

            Bent u het ergens niet mee eens? Bel dan. Dan schrijven we dat erbij.
        """),
        Corrects(
            "-17 ma 11:15",
            YARA,
            "gesprek",
            """
            Ik schreef dat hij zijn dochter een half jaar niet zag. Dat zei hij over
            zijn zoon van zijn eerste vrouw. Haar moeder wees mij erop.
            """,
        )("""
            Ik sprak de heer Nieboer {wo -1} een uur in de bibliotheek. Hij kwam op tijd
            en bleef beleefd. Zijn bouwbedrijf ging twee jaar geleden failliet nadat de
            gemeente een opdracht introk. Hij zegt: ‘Toen heeft niemand mij gebeld.’
            Zijn dochter ziet hij om de week, van vrijdag tot zondag. Hij wil over de
            schuld praten als er iemand van buiten de gemeente bij zit.
        """),
        Goes(
            "-17 ma 11:30",
            YARA,
            "gesprek schuld",
            Progress.Known.CLAIMED,
            "Het eerste gesprek was op {do -1}. Hij kwam op tijd.",
        ),
        Says("-17 di 10:30", FLOOR, (GEMEENTE, POLITIE))("""
            Na het gesprek zien wij af van een verhoor op korte termijn. De aangifte
            blijft staan. Wij besluiten op {di +7} opnieuw en zeggen dat ook tegen de
            aangeefster.
        """),
        Says("-10 di 10:30", FLOOR)("""
            Over de aangifte beslissen wij nu niet. Zolang het gesprek over de schuld
            loopt en er niets nieuws gebeurt, houden wij haar aan tot {di +13}. De
            aangeefster weet dat en vindt het goed.
        """),
        Goes(
            "-10 di 10:35",
            JEROEN,
            "gesprek schuld",
            Progress.Known.CONFIRMED,
            "Er is geen nieuwe brief of melding; de aangeefster zegt dat ook.",
        ),
        Changes(
            "-10 di 10:40",
            MARIJKE,
            review="+3 di",
            ground="""
            Besluit van het casusoverleg van {di}: de aanpak gaat door. Het gesprek over
            de schuld is begonnen en er kwam geen nieuwe brief.
            """,
            grounded="-10 di",
            why="""
            De toets van dit kwartaal is gedaan. Nodig blijft: één aanspreekpunt, en
            zicht op de chatgroep.
            """,
        ),
        Plans(
            "-10 di 10:50",
            MARIJKE,
            towards="schuld",
            deed="Hij komt tot het einde van de regeling niet in het gemeentehuis.",
            owner=JEROEN,
            factors=("G2",),
            start="-9 ma",
            review="+3 di",
            effect="De aangeefster durft weer zonder begeleiding naar haar werk.",
            seen_by="Zij zegt het zelf, en de balie ziet hem niet.",
            offered="De casusregisseur vertelde het hem; hij vindt het overdreven.",
            power="Artikel van een fictieve verordening; de burgemeester besluit",
            proportionate="Eén gebouw, voor een afgesproken tijd; de balie belt hem.",
            lighter="Een afspraak vooraf hield hij twee keer niet.",
            harm="Hij kan zich buitengesloten voelen, zoals na zijn faillissement.",
            mark="gemeentehuis",
        ),
        Approves("-10 di 10:55", FLOOR, "gemeentehuis"),
        Parks(
            "-10 di 11:00",
            YARA,
            "Een gesprek tussen hem en de ambtenaar die de opdracht introk.",
            "Als de regeling een paar maanden loopt en beide dat willen.",
        ),
        Invites(
            "-9 di 09:30",
            MARIJKE,
            ANOUK,
            """
            Denkt mee over de spanning die de heer Nieboer zelf beschrijft; hij is geen
            patiënt.
            """,
            SPEAK,
        ),
        PassesOn("-9 di 09:40", YARA, ("harm", "brieven", "gesprek"), GGZ),
        PassesOn("-9 di 09:45", JEROEN, ("aangifte",), GGZ),
        Says("-7 di 10:15", ANOUK)("""
            Ik heb hem niet gesproken en stel dus niets vast. Wat ik lees: hij slaapt
            slecht, hij telt de dagen tot een zitting en hij noemt steeds dezelfde
            datum, die van zijn faillissement. Mijn advies: bel hem in de week van die
            datum ({wo +6}) een keer extra, en laat die week geen brief van wie dan ook
            bezorgen. Een andere verklaring kan gewoon geldzorg zijn; dan helpt de
            regeling meer dan ik.
        """),
        Says("-5 di 10:20", JEROEN)("""
            Het onderzoek naar het andere lid van de chatgroep is afgerond. De heer
            Nieboer is daarin niet verdacht. Hij schreef in de groep dat hij ‘even op de
            handrem’ zit. Dit mag nu de hele tafel weten.
        """),
        Came(
            "-5 di 10:30",
            YARA,
            "gesprek schuld",
            Result.Came.PARTLY,
            "Hij praat en schrijft niet meer; de regeling is nog niet getekend.",
        ),
        Reads("-2 ma 15:10", YARA, "uitvoeren wat is afgesproken"),
        Reads("-2 di 08:40", JEROEN, "overleg voorbereiden"),
        Reads("-2 di 09:20", MARIJKE, "overleg voorbereiden"),
        Says("-1 di 10:10", YARA)("""
            De regeling is op {do -1} getekend: 85 euro per maand, de eerste keer op
            {di +1}. Een vrijwilliger van de formulierenbrigade zat erbij. De heer
            Nieboer vroeg of hij de medewerker van invordering mag schrijven dat het hem
            spijt. Ik heb gezegd dat ik dat eerst aan haar vraag.
        """),
        Says("-1 di 10:35", HILDE, for_guest=TRUUS)("""
            Wij trekken de zaak bij de rechter niet door zolang hij de regeling nakomt.
            Betaalt hij twee keer niet, dan bellen wij eerst de casusregisseur en pas
            daarna onze advocaat.
        """),
        Says("-1 wo 13:20", MARIJKE, (GEMEENTE, POLITIE, OM, GGZ))("""
            Open voor {di +4}: wil de aangeefster een brief ontvangen? Gaat de aangifte
            door? Kan de aanpak lichter, en waaraan zien wij dat? Ik vraag elke partner
            om zijn antwoord twee werkdagen vooraf in het dossier te zetten.
        """),
        *NOW_READ,
    ),
)
