"""Kluut: a notebook with names, found in a classroom.

Nothing here happened; see the first page of this folder.
"""

from ...casework.models import Decision
from ...dossiers.models import Dossier, Person, Seat
from ..asking_guests import AsksGuest
from ..decisions import Decides, Differs
from ..deeds import (
    COMMIT,
    OWN,
    SPEAK,
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
    Withdraws,
    in_time,
)
from .kluut_agreed import AGREED
from .kluut_level import AT_FIRST, LATELY, TOLD
from .people import (
    ANOUK,
    DELANO,
    GEMEENTE,
    GGZ,
    HAMZA,
    HILDE,
    JEROEN,
    JEUGDBESCHERMING,
    JEUGDWERK,
    MARIJKE,
    POLITIE,
    SCHOOL,
    YARA,
)

MACHTELD = Guest("Machteld Oosting", JEUGDBESCHERMING)

STORY = Story(
    "Kluut",
    (
        Opens(
            "-9 di 13:00",
            MARIJKE,
            deputy=HILDE,
            regime=Dossier.Regime.WGS,
            controller=GEMEENTE,
            ground="""
            Aanmelding door het Strekdam College op {ma}, met instemming van de moeder.
            Er spelen zorgen thuis, op school en online, en geen van de partners kan dit
            alleen oplossen.
            """,
            grounded="-9 ma",
            review="+2 di",
        ),
        Invites(
            "-9 di 13:02",
            MARIJKE,
            YARA,
            "Casusregisseur; kan hulp thuis regelen.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        Invites(
            "-9 di 13:03",
            MARIJKE,
            HAMZA,
            "Zorgcoördinator; de school vond het schrift en kent de jongen.",
            COMMIT,
        ),
        Invites(
            "-9 di 13:04", MARIJKE, JEROEN, "De jeugdagent was bij hem thuis.", COMMIT
        ),
        Describes(
            "-9 di 13:15",
            HAMZA,
            role=Person.Kind.SUBJECT,
            name="Milan Schouten",
            age=16,
            birthday="02-11",
            contact="Via zijn mentor, of via zijn moeder.",
            representative="Petra Schouten, moeder",
            custody="Alleen de moeder. De vader heeft geen gezag.",
            youth_protection="""
            Geen maatregel. Of er eerder hulp was, vraagt de casusregisseur na vóór
            {vr +1}.
            """,
            mark="milan",
        ),
        Describes(
            "-9 di 13:17",
            HAMZA,
            role=Person.Kind.FAMILY,
            name="Petra Schouten",
            contact="Werkt in de avond; het best bereikbaar vóór 14.00 uur.",
        ),
        Describes(
            "-9 di 13:19",
            HAMZA,
            role=Person.Kind.VICTIM,
            name="Noor de Graaf",
            age=15,
            birthday="06-23",
            representative="Beide ouders; de moeder doet het woord",
            custody="Beide ouders samen",
            youth_protection="Geen maatregel, niet bekend bij hulp.",
            hears=(GEMEENTE, POLITIE),
        ),
        Says("-9 di 13:30", HAMZA, mark="schrift")("""
            Op {vr -1} vond een docent een schrift in lokaal 2.14. Op twee bladzijden
            staan veertien namen van leerlingen en docenten. Achter zes namen staat een
            datum; de eerste is {vr +2}. Milan zei meteen dat het van hem is. Hij huilde
            en vroeg of zijn moeder het moest weten.
        """),
        Says("-9 di 13:40", JEROEN, mark="huisbezoek")("""
            De jeugdagent was {ma} bij hem thuis. Moeder liet ons zijn kamer zien. Onder
            het matras lag een keukenmes van zestien centimeter. Milan zegt dat hij het
            daar legde omdat hij ’s nachts bang is. Andere wapens vonden wij niet. Op
            zijn telefoon, die hij zelf gaf, staan filmpjes van geweld op scholen. Hij
            heeft ze bewaard, niet doorgestuurd.
        """),
        Says("-9 di 13:55", HAMZA, mark="pesten")("""
            Milan wordt sinds de brugklas gepest. Vorig jaar filmden drie leerlingen hem
            in de kleedkamer. Die drie staan op de lijst. Wij hebben toen een gesprek
            gevoerd en het daarna laten rusten; dat was achteraf te weinig. Een andere
            lezing van de lijst is dus: wie mij kwaad deed.
        """),
        Says("-9 di 14:10", HAMZA, mark="gerucht")("""
            In de app van klas 4B zou een andere leerling hebben geschreven dat hij
            ‘meedoet’. Ik hoorde dit van een ouder op het schoolplein.
        """),
        *AT_FIRST,
        Withdraws(
            "-9 wo 08:50",
            HAMZA,
            "gerucht",
            """
            Dit gaat over een leerling die niets met deze zaak te maken heeft. De mentor
            las de app na: het staat er niet. Ik had het van horen zeggen en had het
            eerst moeten nagaan.
            """,
        ),
        Corrects(
            "-9 wo 09:05",
            HAMZA,
            "schrift",
            "Twee namen staan er dubbel op. Het zijn er twaalf, niet veertien.",
        )("""
            Op {vr -1} vond een docent een schrift in lokaal 2.14. Op twee bladzijden
            staan twaalf namen van leerlingen en docenten. Achter zes namen staat een
            datum; de eerste is {vr +2}. Milan zei meteen dat het van hem is. Hij huilde
            en vroeg of zijn moeder het moest weten.
        """),
        Files(
            "-9 do 15:30",
            HAMZA,
            "veiligheidsplan-school.pdf",
            "Wat de school doet tot de datum die in het schrift staat.",
            mark="plan",
        )("""
            Veiligheidsplan Strekdam College (verzonnen document)

            Milan komt om 10.00 uur binnen door de zij-ingang, bij de conciërge.

            De mentor ziet hem elke dag en schrijft één zin op over hoe het ging.

            De leerlingen van de lijst en hun ouders zijn gebeld, niet gemaild.

            Op {vr +2} zijn er twee surveillanten meer en is de jeugdagent in de buurt.

            Wie iets ziet of hoort, belt de zorgcoördinator. Bij gevaar: 112.
        """),
        Says("-8 wo 11:30", YARA)("""
            Moeder vertelde {di} dat zij twee jaar geleden zelf om hulp vroeg. Zij kwam
            op een wachtlijst en hoorde daarna niets meer. Ik heb het nagezocht: dat
            klopt. Ik heb namens de gemeente gezegd dat ons dat spijt.
        """),
        *TOLD,
        Says("-8 wo 13:20", HAMZA, OWN)("""
            Voor onszelf: de mentor van de kleedkamer-zaak vindt het zwaar dat dit nu zo
            op tafel komt. Teamleider praat met hem op {do}.
        """),
        Invites(
            "-7 di 13:00",
            MARIJKE,
            DELANO,
            "Milan komt sinds dit jaar in de muziekstudio van het jongerenwerk.",
            SPEAK,
        ),
        PassesOn(
            "-7 di 13:10", HAMZA, ("milan", "schrift", "pesten", "plan"), JEUGDWERK
        ),
        PassesOn("-7 di 13:12", JEROEN, ("huisbezoek",), JEUGDWERK),
        Says("-7 di 13:40", DELANO, mark="sorry")("""
            Milan maakt op woensdag muziek in de studio. Hij vertelde mij zelf over het
            schrift: ‘Het is een lijst van wie sorry moet zeggen. De datum is wanneer ik
            het ga vragen.’ Ik geloof dat hij dat meent. Ik heb hem gezegd dat ik dit
            hier vertel. Hij vond dat goed, als zijn moeder het niet uit een brief
            hoort.
        """),
        Says("-7 di 14:00", JEROEN)("""
            Wij lezen het anders dan het jongerenwerk. Een datum, een mes en bewaarde
            filmpjes wegen voor ons zwaarder dan een uitleg achteraf. Wij zien ook wat
            helpt: hij praat, hij gaf zijn telefoon, zijn moeder werkt mee. Onze
            inschatting blijft voorzichtig tot de datum voorbij is.
        """),
        Invites(
            "-6 di 13:00",
            MARIJKE,
            MACHTELD,
            "Kan hulp thuis bieden; de moeder vroeg daar zelf om.",
            SPEAK,
        ),
        PassesOn(
            "-6 di 13:08",
            HAMZA,
            ("milan", "schrift", "pesten", "plan"),
            JEUGDBESCHERMING,
        ),
        PassesOn("-6 di 13:10", DELANO, ("sorry",), JEUGDBESCHERMING),
        Says("-6 wo 16:40", HAMZA)("""
            De datum {vr -1} is rustig voorbijgegaan. Milan was op school, at in de aula
            en ging om 15.00 uur naar huis. Eén van de drie leerlingen van de kleedkamer
            heeft sorry gezegd, met de mentor erbij. De ouders van Noor willen dat hij
            nog niet in haar lessen zit.
        """),
        Invites(
            "-5 di 13:00",
            MARIJKE,
            ANOUK,
            "Onderzoekt op verzoek van moeder en zoon de angst in de nacht.",
            COMMIT,
        ),
        PassesOn("-5 di 13:06", HAMZA, ("milan", "pesten"), GGZ),
        PassesOn("-5 di 13:08", JEROEN, ("huisbezoek",), GGZ),
        Decides(
            "-5 di 13:25",
            MARIJKE,
            question="Hoe en wanneer gaat Milan weer naar school?",
            outcome="""
            Milan volgt vanaf {ma +1} weer alle lessen, behalve die met Noor. Wij zien
            dat het lukt als hij drie weken blijft komen en Noor zelf zegt dat het gaat.
            """,
            why="Hij hoort erbij te horen, zonder dat zij bang is. Nog een maand thuis "
            "maakt dat moeilijker.",
            options=(
                ("Terug naar alle lessen, behalve die met Noor", ""),
                (
                    "Thuis blijven tot het onderzoek van de GGZ klaar is",
                    "Dat duurt nog weken, en thuis zit hij alleen met zijn telefoon.",
                ),
                (
                    "Naar een andere school",
                    "Daar kent niemand hem; dat helpt Noor, en hem niet.",
                ),
            ),
            arguments=(
                (
                    SCHOOL,
                    "for",
                    "Zijn klas vraagt naar hem en zijn mentor staat klaar.",
                ),
                (POLITIE, "against", "Liever pas na het onderzoek van de GGZ."),
            ),
            deciders=(YARA, HAMZA, JEROEN),
            way=Decision.Way.MAJORITY,
            review="-1 di",
            mark="school",
        ),
        Differs(
            "-5 di 13:30",
            JEROEN,
            "school",
            "Wij zouden wachten op het onderzoek van de GGZ.",
            "Het besluit is genomen met de andere stemmen; de GGZ belt als dat moet.",
        ),
        Describes(
            "-4 ma 10:00",
            HAMZA,
            role=Person.Kind.SUBJECT,
            name="Milan Schouten",
            age=16,
            birthday="02-11",
            contact="Via zijn mentor, of via zijn moeder.",
            representative="Petra Schouten, moeder",
            custody="Alleen de moeder. De vader heeft geen gezag.",
            youth_protection="""
            Vrijwillige hulp thuis sinds {do -1}, door Jeugdbescherming Zeebries. Geen
            maatregel van de rechter; moeder en zoon stemmen in.
            """,
            instead_of="milan",
            why="De hulp thuis is begonnen. Er stond dat er geen hulp was.",
        ),
        Says("-2 di 13:15", ANOUK, (GEMEENTE, SCHOOL, POLITIE))("""
            Milan en zijn moeder gaven toestemming om dit te delen. Hij slaapt weer zes
            uur. De angst komt vooral na berichten op zijn telefoon; die legt hij nu om
            negen uur weg. Wij zien hem nog vier keer. Over geweld kan ik geen
            voorspelling doen en dat vraagt u mij hopelijk ook niet.
        """),
        Reads("-2 wo 08:30", HAMZA, "uitvoeren wat is afgesproken"),
        Reads(
            "-2 do 17:20",
            DELANO,
            "overleg voorbereiden",
            "Lees ik één keer per maand; nu voor dinsdag.",
        ),
        Says("-1 di 13:10", HAMZA)("""
            Drie weken zijn om: hij was er elke dag, twee keer te laat. Noor zegt dat
            zij hem op de gang groet. Haar ouders willen het nog twee weken zo laten.
            Vraag aan de tafel: wie zegt hem dat, en wanneer?
        """),
        *LATELY,
        Says("-1 wo 09:40", HILDE, for_guest=MACHTELD)("""
            Moeder vraagt of de hulp thuis na deze acht weken door kan gaan. Wij kunnen
            dat tot {ma +10} toezeggen. Voor langer is een besluit van de gemeente
            nodig, en dat duurt ongeveer drie weken.
        """),
        AsksGuest(
            "-1 wo 10:05",
            HILDE,
            guest=MACHTELD,
            sentence="Wie van u is er op {vr} bij moeder thuis, en hoe laat?",
            answered="-1 wo 14:20",
            answer="Dat ben ik zelf, van vier tot vijf. Milan weet ervan.",
        ),
    ),
)

STORY = STORY._replace(deeds=in_time((*STORY.deeds, *AGREED)))
