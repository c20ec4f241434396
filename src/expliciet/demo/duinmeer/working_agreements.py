"""Zo werken wij: what the partners of Duinmeer agreed for every case."""

from typing import NamedTuple

from ...accounts.models import WorkingAgreement, WorkingAnswer
from ..partners import Colleague, Partner
from .people import (
    ANOUK,
    DELANO,
    FLOOR,
    GEMEENTE,
    GGZ,
    HAMZA,
    JEROEN,
    JEUGDWERK,
    MARIJKE,
    POLITIE,
    RUBEN,
    SCHOOL,
    YARA,
)

Subject = WorkingAgreement.Subject
YES, NO, OTHERWISE = WorkingAnswer.Says


class Said(NamedTuple):
    when: str
    by: Colleague
    says: WorkingAnswer.Says
    words: str = ""


class Agreement(NamedTuple):
    when: str
    by: Colleague
    subject: WorkingAgreement.Subject
    text: str
    review: str
    expects: Partner | None = None
    delivers: Partner | None = None
    answers: tuple[Said, ...] = ()
    mark: str = ""
    instead_of: str = ""


AGREEMENTS = (
    Agreement(
        "-31 di 14:00",
        MARIJKE,
        Subject.PURPOSE,
        """
        Het casusoverleg is er om samen te begrijpen wat er speelt en om te besluiten
        wie wat doet. Het overleg is geen opsporing en geen behandeling. Het legt
        niemand iets op: dat doet een organisatie met een eigen bevoegdheid, en die zegt
        er dan bij welke bevoegdheid dat is.
        """,
        review="+21 di",
        answers=(
            Said("-31 wo 09:30", JEROEN, YES),
            Said("-31 wo 11:10", FLOOR, YES),
            Said("-31 do 10:00", YARA, YES),
            Said("-31 do 13:45", ANOUK, YES),
            Said("-30 ma 16:20", HAMZA, YES),
            Said("-30 vr 10:05", DELANO, YES),
        ),
    ),
    Agreement(
        "-31 di 14:15",
        MARIJKE,
        Subject.DECIDES,
        """
        De gemeente, de politie en het Openbaar Ministerie besluiten samen of iemand in
        de aanpak komt en wanneer de aanpak stopt. De andere partners geven hun oordeel
        en dat staat in het verslag. Zijn de drie het niet eens, dan zegt elk waarom, en
        de procesregisseur legt het binnen vijf werkdagen voor aan de burgemeester en de
        officier.
        """,
        review="+21 di",
        answers=(
            Said("-31 wo 09:35", JEROEN, YES),
            Said("-31 do 10:05", YARA, YES),
            Said(
                "-31 wo 11:20",
                FLOOR,
                OTHERWISE,
                """
                Wij stemmen in, met één verschil: loopt er een strafzaak, dan besluit
                het Openbaar Ministerie alleen over wat in die zaak wordt gedeeld. Dat
                kan betekenen dat wij aan tafel moeten zwijgen. Wij zeggen dan wél dat
                wij zwijgen.
                """,
            ),
            Said("-31 do 13:50", ANOUK, YES),
        ),
    ),
    Agreement(
        "-30 di 14:00",
        MARIJKE,
        Subject.BRINGS,
        """
        Wie aan tafel zit, zet uiterlijk twee werkdagen voor het overleg in het dossier
        wat er nieuw is: wat is gezien of gehoord, door wie en wanneer. Is er niets
        nieuws, dan staat dat er ook. Wat pas in de vergadering komt, kan alleen dienen
        voor een voorlopig besluit.
        """,
        review="-1 do",
        answers=(
            Said("-30 wo 09:15", YARA, YES),
            Said(
                "-30 wo 10:40",
                JEROEN,
                OTHERWISE,
                """
                Twee werkdagen lukt niet als er in het weekend iets gebeurt. Wij zetten
                het er dan op de dag zelf in, vóór 09.00 uur, en bellen de
                procesregisseur.
                """,
            ),
            Said("-30 do 16:00", FLOOR, YES),
            Said("-29 ma 12:30", ANOUK, YES),
            Said("-29 di 15:10", HAMZA, YES),
        ),
    ),
    Agreement(
        "-29 wo 11:00",
        ANOUK,
        Subject.BRINGS,
        """
        De GGZ vraagt van wie een zorgvraag stelt: welk gedrag ziet u, sinds wanneer, en
        wat heeft u zelf al geprobeerd? De GGZ zegt dan binnen tien werkdagen wat zij
        kan doen en wat niet. Over een behandeling vertelt zij alleen iets met
        toestemming van de patiënt of als het gevaar dat nodig maakt.
        """,
        review="+10 wo",
        expects=GGZ,
        answers=(
            Said("-29 do 09:20", YARA, YES),
            Said("-29 do 14:00", JEROEN, YES),
            Said("-28 ma 10:15", HAMZA, YES),
        ),
    ),
    Agreement(
        "-28 di 14:00",
        MARIJKE,
        Subject.APPROACH,
        """
        Bij elke stap staat wat wij ermee willen bereiken en waaraan wij zien dat het
        lukt. Wij vragen ook wat de stap kan stukmaken. Is er een lichtere stap die
        hetzelfde kan bereiken, dan nemen wij die eerst of zeggen wij waarom niet.
        """,
        review="+24 di",
        answers=(
            Said("-28 wo 13:00", YARA, YES),
            Said("-28 wo 15:30", JEROEN, YES),
            Said("-28 do 09:45", FLOOR, YES),
            Said("-28 vr 11:00", ANOUK, YES),
            Said("-27 ma 14:20", DELANO, YES),
        ),
    ),
    Agreement(
        "-27 do 10:30",
        YARA,
        Subject.EACH_OTHER,
        """
        De gemeente vraagt de politie om een huisbezoek of een aanhouding bij iemand die
        in de aanpak zit, een dag van tevoren te melden aan de casusregisseur, als het
        onderzoek dat toelaat. Zo loopt een hulpverlener er niet onverwacht in.
        """,
        review="+12 do",
        expects=GEMEENTE,
        delivers=POLITIE,
        answers=(
            Said(
                "-26 ma 09:10",
                JEROEN,
                OTHERWISE,
                """
                Vooraf melden doen wij bij huisbezoeken van de wijkagent. Bij een
                aanhouding melden wij het zo snel mogelijk erna, dezelfde dag, aan de
                casusregisseur en aan de procesregisseur.
                """,
            ),
        ),
    ),
    Agreement(
        "-26 wo 16:00",
        DELANO,
        Subject.EACH_OTHER,
        """
        Wat een jongerenwerker aan tafel vertelt, wordt niet gebruikt in een
        proces-verbaal. Is de informatie daar toch voor nodig, dan vraagt de politie het
        eerst aan ons en beslissen wij zelf of wij een verklaring geven.
        """,
        review="+14 wo",
        expects=JEUGDWERK,
        delivers=POLITIE,
        mark="gebruik",
        answers=(
            Said(
                "-25 ma 11:30",
                JEROEN,
                NO,
                """
                Dat kunnen wij zo niet beloven: bij direct gevaar voor een leven moeten
                wij handelen met alles wat wij weten.
                """,
            ),
        ),
    ),
    Agreement(
        "-22 wo 16:00",
        DELANO,
        Subject.EACH_OTHER,
        """
        Wat een jongerenwerker aan tafel vertelt, wordt niet gebruikt in een
        proces-verbaal. Is de informatie daar toch voor nodig, dan belt de politie eerst
        en beslissen wij zelf of wij een verklaring geven. Bij direct gevaar voor een
        leven mag de politie meteen handelen en belt zij ons daarna, nog dezelfde dag.
        """,
        review="+18 wo",
        expects=JEUGDWERK,
        delivers=POLITIE,
        instead_of="gebruik",
        answers=(
            Said("-22 do 09:00", JEROEN, YES),
            Said("-22 vr 14:10", FLOOR, YES),
        ),
    ),
    Agreement(
        "-20 di 14:00",
        RUBEN,
        Subject.CALL,
        """
        Bij acuut gevaar belt iedereen 112. Daarna belt u het piketnummer van het
        Veiligheidshuis: van 08.00 tot 18.00 uur de procesregisseur, daarbuiten de
        dienst crisisbeheersing van de gemeente. Mailen is niet genoeg: wie belt, hoort
        meteen wie het oppakt.
        """,
        review="+32 di",
        answers=(
            Said("-20 wo 10:00", YARA, YES),
            Said("-20 wo 10:30", JEROEN, YES),
            Said("-20 do 08:50", HAMZA, YES),
            Said("-19 di 17:05", DELANO, YES),
        ),
    ),
    Agreement(
        "-6 do 09:30",
        HAMZA,
        Subject.EACH_OTHER,
        """
        De school hoort binnen twee weken na een melding wat ermee gebeurt, ook als het
        antwoord is dat het niets voor dit overleg is. Zonder antwoord weten mentoren
        niet of zij een leerling moeten aanspreken of juist met rust laten.
        """,
        review="+30 do",
        expects=SCHOOL,
        answers=(
            Said("-6 vr 10:20", YARA, YES),
            Said(
                "-5 di 13:15",
                FLOOR,
                NO,
                """
                Over een strafzaak tegen een leerling mogen wij de school niet altijd
                iets vertellen. Twee weken beloven wij dus niet. Wij zeggen wel bij wie
                de mentor terechtkan.
                """,
            ),
        ),
    ),
)
