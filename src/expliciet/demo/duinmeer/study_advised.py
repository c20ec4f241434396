"""Twelve recommendations of the made-up study, and what was answered to them."""

from ...evaluation.models import Response, Subject
from ..concluding import Answers, OffersAdvice, Recommends
from ..deeds import Deed
from .people import (
    ANOUK,
    DELANO,
    FLOOR,
    GEMEENTE,
    GGZ,
    HAMZA,
    JEROEN,
    JEUGDWERK,
    KANTOOR,
    MARIJKE,
    MARLOES,
    OM,
    POLITIE,
    RUBEN,
    SCHOOL,
    YARA,
)
from .study_begun import FIRST

READING, SCALING, TOGETHER = Subject
ADOPT, ADAPT, DECLINE = Response.Says

GIVEN: tuple[Deed, ...] = (
    Recommends(
        "-5 wo 09:00",
        MARLOES,
        study=FIRST,
        mark="een teken",
        subject=READING,
        findings=("teken",),
        reason="Dan kan ook een ander zeggen of de stap doorgaat, verandert of stopt.",
    )("Schrijf bij elke stap één teken waaraan een ander ziet dat hij helpt."),
    Recommends(
        "-5 wo 09:10",
        MARLOES,
        study=FIRST,
        mark="van wie",
        subject=READING,
        findings=("herkomst",),
        to=POLITIE,
        reason="Wat van horen komt, weegt anders. Zonder herkomst weegt het te zwaar.",
    )("""
        Zet ook na een telefoontje in het dossier van wie u iets hoorde, of dat u dat
        niet mag zeggen.
    """),
    Recommends(
        "-5 wo 09:20",
        MARLOES,
        study=FIRST,
        mark="eerst doen",
        subject=READING,
        findings=("doen en denken",),
        to=GEMEENTE,
        reason="Over wat iemand deed is de tafel het sneller eens.",
    )("Begin een bespreking met wat iemand deed. Praat pas daarna over het waarom."),
    Recommends(
        "-5 wo 09:30",
        MARLOES,
        study=FIRST,
        mark="van gedachten",
        subject=READING,
        findings=("naast elkaar",),
        reason="Een verschil dat blijft staan, vraagt om iemand die het nagaat.",
    )("""
        Spreek bij lezingen die verschillen af wat u van gedachten zou doen veranderen,
        en wie dat nagaat.
    """),
    Recommends(
        "-5 wo 09:40",
        MARLOES,
        study=FIRST,
        mark="vragen van de ggz",
        subject=READING,
        findings=("doen en denken", "herkomst"),
        to=GGZ,
        reason="De GGZ is gewend om gedrag en uitleg apart op te schrijven.",
    )("Denk aan elke tafel een keer mee: welke vraag gaat over wat iemand deed?"),
    Recommends(
        "-5 wo 09:50",
        MARLOES,
        study=FIRST,
        mark="maatstaven",
        subject=SCALING,
        findings=("afschalen",),
        to=KANTOOR,
        reason="Wat bij afschalen goed gaat, kan bij opschalen ook.",
    )("Leg de maatstaven van de trap op tafel bij elk besluit over op- of afschalen."),
    Recommends(
        "-5 wo 10:00",
        MARLOES,
        study=FIRST,
        mark="terug omlaag",
        subject=SCALING,
        findings=("omhoog",),
        reason="Dan weet ook degene om wie het gaat wat er moet zijn.",
    )("Schrijf bij opschalen meteen op wat er moet zijn om weer af te schalen."),
    Recommends(
        "-5 wo 10:10",
        MARLOES,
        study=FIRST,
        mark="ook nee",
        subject=TOGETHER,
        findings=("antwoord",),
        to=OM,
        reason="Een nee geeft ruimte om zelf iets te doen. Stilte niet.",
    )("Antwoord op elke vraag binnen tien werkdagen, ook als het antwoord nee is."),
    Recommends(
        "-5 wo 10:20",
        MARLOES,
        study=FIRST,
        mark="een persoon",
        subject=TOGETHER,
        findings=("antwoord",),
        to=SCHOOL,
        reason="Een antwoord dat niemand ontvangt, is geen antwoord.",
    )("Wijs één persoon aan bij wie antwoorden binnenkomen, ook in de vakantie."),
    Recommends(
        "-5 wo 10:30",
        MARLOES,
        study=FIRST,
        mark="terugkomen",
        subject=TOGETHER,
        findings=("niet gedeeld",),
        to=POLITIE,
        reason="Zeggen dat er meer is, werkt alleen als u er later op terugkomt.",
    )("Kom op de dag die u noemt terug op wat u niet kon delen."),
    Recommends(
        "-5 wo 10:40",
        MARLOES,
        study=FIRST,
        mark="na twee weken",
        subject=TOGETHER,
        findings=("antwoord", "teken"),
        to=KANTOOR,
        reason="Wie bezig is, merkt laat dat een zaak vastzit.",
    )("Vraag na twee weken stilstand wie boven de tafel mee kan denken."),
    Recommends(
        "-5 wo 10:50",
        MARLOES,
        study=FIRST,
        mark="wat werkte",
        subject=TOGETHER,
        findings=("niet gedeeld", "herkomst"),
        to=JEUGDWERK,
        reason="Wat bij jongeren werkt, weten anderen vaak niet.",
    )("Vertel twee keer per jaar, zonder namen, wat bij jongeren hielp en wat niet."),
    OffersAdvice(
        "-5 do 09:00",
        MARLOES,
        study=FIRST,
        advice=(
            "een teken",
            "van wie",
            "eerst doen",
            "van gedachten",
            "vragen van de ggz",
            "maatstaven",
            "terug omlaag",
            "ook nee",
            "een persoon",
            "terugkomen",
            "na twee weken",
            "wat werkte",
        ),
    ),
)

ANSWERED: tuple[Deed, ...] = (
    Answers("-5 vr 09:00", MARIJKE, advice="een teken", says=ADOPT, done="-2 vr")(
        "Wij maken er een werkafspraak van, eerst met elkaar in een leersessie."
    ),
    Answers("-5 vr 10:00", JEROEN, advice="van wie", says=ADOPT, done="+4 vr"),
    Answers("-4 ma 09:30", YARA, advice="eerst doen", says=ADAPT, done="+4 ma")("""
        Wij doen dat waar wij de bespreking leiden. Is er acuut gevaar, dan begint het
        met wat er nu moet gebeuren.
    """),
    Answers("-5 vr 09:10", MARIJKE, advice="van gedachten", says=ADOPT, done="+8 vr"),
    Answers("-4 di 11:00", ANOUK, advice="vragen van de ggz", says=DECLINE)("""
        Wij hebben daar nu geen mensen voor. Wel schrijven wij een kaart met vijf vragen
        die elke tafel zelf kan gebruiken.
    """),
    Answers("-5 vr 13:00", RUBEN, advice="maatstaven", says=ADOPT, done="+2 ma"),
    Answers("-4 wo 10:00", FLOOR, advice="ook nee", says=ADAPT, done="+6 wo")("""
        Tien werkdagen halen wij niet als een zaak bij de rechter ligt. Dan zeggen wij
        binnen tien werkdagen wannéér er antwoord komt.
    """),
    Answers("-4 wo 14:20", HAMZA, advice="een persoon", says=ADOPT, done="+1 ma"),
    Answers("-4 do 09:00", RUBEN, advice="na twee weken", says=ADAPT, done="+3 do")("""
        Wij vragen het na drie weken: in twee weken is er soms nog geen overleg geweest.
    """),
    Answers("-4 do 16:00", DELANO, advice="wat werkte", says=ADOPT, done="+12 do"),
)
"""Two wait for an answer still."""
