"""Three dossiers of a year ago, closed since: the records of the year before this one.

Nothing here happened; see the first page of this folder.
"""

from ..past import (
    AGREED,
    ANSWERS_YES,
    LATE,
    OTHERWISE,
    SEEN,
    TOLD,
    Asked,
    Kept,
    Past,
    Stuck,
)
from .people import (
    ANOUK,
    DELANO,
    GGZ,
    HAMZA,
    JEROEN,
    MARIJKE,
    OM,
    POLITIE,
    RUBEN,
    YARA,
)

CLOSED = -49

LAST_YEAR = (
    Past(
        "Kraanvogel",
        "Lammert Rietveen",
        MARIJKE,
        -61,
        DELANO,
        "Leuzen op de muur van een gemeentehuis, drie weken achter elkaar.",
        "Wie maakt het eerste praatje met hem?",
        "De wijkagent spreekt hem aan op straat",
        "Een brief van de gemeente",
        "Hem kent de wijkagent al, een brief leest hij niet.",
        (
            Kept(JEROEN, "spreekt hem aan", "er is één gesprek geweest", SEEN),
            Kept(YARA, "laat de muur schoonmaken", "de muur is schoon", LATE),
        ),
        (
            Asked(
                OM,
                JEROEN,
                "Dat wij horen of dit vernieling is.",
                ANSWERS_YES,
                "Dat zeggen wij vrijdag.",
            ),
        ),
        closed=CLOSED,
    ),
    Past(
        "Goudplevier",
        "Wieger Zandvoorde",
        RUBEN,
        -60,
        ANOUK,
        "Hij nam afscheid van vrienden alsof hij niet terugkomt.",
        "Wie zoekt hem thuis op?",
        "De GGZ gaat langs, samen met zijn broer",
        "De politie doet een controle aan de deur",
        "Zijn broer laat hij binnen, een uniform niet.",
        (
            Kept(ANOUK, "gaat langs met de broer", "hij heeft opengedaan", TOLD),
            Kept(
                JEROEN,
                "houdt zijn telefoon bereikbaar",
                "de broer heeft het nummer",
                SEEN,
            ),
        ),
        (
            Asked(
                GGZ,
                YARA,
                "Dat er dezelfde week iemand gaat.",
                OTHERWISE,
                "Deze week bellen wij, volgende week gaan wij.",
            ),
        ),
        dissent="Wij waren liever dezelfde dag gegaan.",
        closed=CLOSED,
    ),
    Past(
        "Slobeend",
        "Ditte Oeverland",
        MARIJKE,
        -60,
        HAMZA,
        "Zij deelde filmpjes van een aanslag in de groepsapp van haar klas.",
        "Wat zegt de school tegen de klas?",
        "De mentor bespreekt de filmpjes in de klas, zonder haar naam",
        "De school zwijgt tot na de vakantie",
        "De klas heeft ze gezien; zwijgen zegt ook iets.",
        (
            Kept(
                HAMZA, "helpt de mentor met het gesprek", "het gesprek is geweest", SEEN
            ),
            Kept(YARA, "belt haar ouders", "beide ouders zijn gesproken", TOLD),
        ),
        (
            Asked(
                POLITIE,
                HAMZA,
                "Dat iemand komt vertellen wat delen betekent.",
                ANSWERS_YES,
                "De jeugdagent komt.",
            ),
        ),
        stuck=Stuck(
            "Vertelt de school het aan de andere ouders?",
            AGREED,
            "Ja, in één zin in de nieuwsbrief, zonder klas of naam.",
        ),
        closed=CLOSED,
    ),
)
"""With them the yearly scan of that year has facts to lie beside."""
