"""Tapuit: a man who moved, and a past that others wrote down.

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
    Describes,
    Files,
    Invites,
    Opens,
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
    RUBEN,
    YARA,
)
from .tapuit_still import STILL

STORY = Story(
    "Tapuit",
    (
        Opens(
            "-7 wo 14:00",
            RUBEN,
            deputy=HILDE,
            regime=Dossier.Regime.WET_PGA,
            controller=GEMEENTE,
            since="-58 ma",
            ground="""
            Overgenomen van Veiligheidshuis Waddenrand (verzonnen) na een verhuizing op
            {ma -2}. Daar besloot een weegploeg tot een aanpak na brieven met foto’s van
            de huizen van bestuurders. De weegploeg van Duinmeer bevestigde op {vr -1}
            dat de aanpak hier doorgaat.
            """,
            grounded="-8 vr",
            review="+4 wo",
        ),
        Invites(
            "-7 wo 14:02",
            RUBEN,
            YARA,
            "Casusregisseur in zijn nieuwe gemeente.",
            COMMIT,
            Seat.Role.CASE_DIRECTOR,
        ),
        Invites(
            "-7 wo 14:03",
            RUBEN,
            JEROEN,
            "De wijkagent van zijn nieuwe buurt hoort bij dit team.",
            COMMIT,
        ),
        Invites(
            "-7 wo 14:04",
            RUBEN,
            FLOOR,
            "Er loopt een voorwaardelijke straf; het parket hier volgt die.",
            DECIDE,
        ),
        Describes(
            "-7 wo 14:15",
            YARA,
            role=Person.Kind.SUBJECT,
            name="Dirk Huisinga",
            age=61,
            birthday="10-02",
            contact="Per brief of aan de deur. Hij heeft geen mobiele telefoon.",
        ),
        Describes(
            "-7 wo 14:16",
            YARA,
            role=Person.Kind.FAMILY,
            name="Aleida Huisinga",
            contact="Neemt de vaste telefoon op.",
        ),
        Describes(
            "-7 wo 14:18",
            JEROEN,
            role=Person.Kind.VICTIM,
            name="Saar Molenaar",
            contact="Via de politie van haar eigen gemeente.",
            necessity="Voormalig wethouder; zij kreeg drie van de vijf brieven.",
            hears=CORE,
        ),
        Files(
            "-7 wo 14:25",
            RUBEN,
            "overdracht-waddenrand.pdf",
            """
            De brief waarmee het andere huis dit dossier overdroeg. Wij nemen hem op
            zoals hij is.
            """,
        )("""
            Overdracht (verzonnen document)

            Aan: Veiligheidshuis Duinmeer. Van: Veiligheidshuis Waddenrand.

            Aanleiding: voor de versterking van een dijk verdween het huis waarin de
            heer Huisinga geboren was. Daarna stuurde hij vijf brieven aan bestuurders,
            met een foto van hun huis en de zin ‘Zo begint het’.

            Straf: tachtig uur werkstraf, uitgevoerd, en twee maanden voorwaardelijk.

            Wat hielp: een vaste persoon, en het antwoord op zijn brief dat hij nooit
            kreeg.

            Wat niet hielp: een gesprek op het gemeentehuis, met beveiliging in de
            kamer.
        """),
        Says("-7 wo 14:40", RUBEN)("""
            Dit dossier liep al ruim een jaar in een ander huis. Wij schrijven dat
            verleden niet na. Wat wij weten, staat in de brief van overdracht; wat daar
            niet in staat, weten wij niet. Drie dingen vraag ik na: wie zijn vaste
            persoon was, of hij weet dat wij dit overnamen, en of er na de straf nog
            brieven kwamen. Antwoord vóór {wo +2}.
        """),
        Says("-7 wo 14:55", FLOOR)("""
            De proeftijd loopt tot {ma +40}. De voorwaarde is dat hij geen nieuwe
            brieven aan bestuurders stuurt. Een klacht of bezwaar valt daar niet onder;
            dat mag hij altijd. Wij vragen om dat verschil ook zo aan hem te vertellen.
        """),
        Says("-7 wo 15:05", JEROEN, CORE)("""
            Een van de bestuurders verhuisde naar onze streek en weet niet dat de heer
            Huisinga hier ook woont. De afstand is elf kilometer. Wij overleggen met
            haar eigen politie of en hoe zij het hoort. Tot {wo +1} graag in deze kring.
        """),
        Says("-6 do 10:30", YARA)("""
            Ik was {wo} bij de heer en mevrouw Huisinga thuis, met koffie en zonder map.
            Hij wist niet dat zijn dossier was meegekomen en was daar kwaad over.
            Terecht, vind ik: niemand had het hem gezegd. Hij liet mij een brief zien
            die hij aan de burgemeester van zijn oude gemeente schreef, drie jaar
            geleden. Daar kwam nooit antwoord op.
        """),
        Says("-5 wo 14:10", RUBEN)("""
            Antwoord op mijn drie vragen. Zijn vaste persoon was een ouderenadviseur,
            die met hem wil bellen. Hij wist het niet; dat had het andere huis moeten
            doen en wij hadden het moeten vragen. Na de straf kwamen er geen brieven.
        """),
        Says("-5 wo 14:20", JEROEN, CORE)("""
            De voormalige bestuurder is ingelicht door haar eigen politie, en niet door
            ons. Zij wil geen maatregelen. Zij vraagt wel om te horen als hij weer een
            brief stuurt.
        """),
        Says("-3 do 11:15", YARA, OWN)("""
            Voor onszelf: onze burgemeester wil de oude brief beantwoorden namens zijn
            collega. Juridische zaken vraagt of dat kan. Ik wil het eerst weten voordat
            ik iets beloof; antwoord {ma +1}.
        """),
        Reads("-2 wo 13:15", YARA, "uitvoeren wat is afgesproken"),
        Reads("-1 wo 08:45", FLOOR, "overleg voorbereiden"),
        Says("-1 wo 14:05", YARA)("""
            De burgemeester van zijn oude gemeente schrijft zelf. Het antwoord komt na
            drie jaar, met een excuus dat het zo lang duurde, en het verandert niets aan
            de dijk. Ik breng de brief {do +2}, samen met de ouderenadviseur. Vraag aan
            de politie: is het goed als wij die dag geen wijkagent in de straat zien?
        """),
        Says("-1 do 09:00", JEROEN)("""
            Dat is goed. De wijkagent rijdt die dag een andere ronde en is binnen tien
            minuten bereikbaar op het nummer dat u heeft.
        """),
    ),
)

STORY = STORY._replace(deeds=in_time((*STORY.deeds, *STILL)))
