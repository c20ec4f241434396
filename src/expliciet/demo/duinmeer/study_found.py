"""What the made-up study found, on what, and how partners checked the facts."""

from ...evaluation.models import FactCheck, Finding, Subject
from ..concluding import (
    ChecksFacts,
    Finds,
    MakesFinal,
    OffersFindings,
    SaysWhatBecame,
)
from ..deeds import Deed
from .people import (
    ANOUK,
    DELANO,
    FLOOR,
    HAMZA,
    IVO,
    JEROEN,
    MARIJKE,
    MARLOES,
    POLITIE,
    SCHOOL,
    YARA,
)
from .study_begun import FIRST

READING, SCALING, TOGETHER = Subject
WELL, BETTER = Finding.Goes
RIGHT, OTHERWISE, UNKNOWN = FactCheck.Says

FOUND: tuple[Deed, ...] = (
    Finds(
        "-7 do 09:00",
        MARLOES,
        study=FIRST,
        mark="herkomst",
        subject=READING,
        goes=WELL,
        rests_on=(
            "Ik heb elf enveloppen gezien.",
            "Ik ken hem alleen uit wat u vertelt.",
        ),
        against=("tafel 3",),
        limits="Wij lazen wat is opgeschreven, niet wat in de kamer is gezegd.",
    )("""
        Wie iets inbrengt, zegt er vaak bij of hij het zelf zag of van een ander hoorde.
        Daardoor kan een ander het wegen.
    """),
    Finds(
        "-7 do 09:20",
        MARLOES,
        study=FIRST,
        mark="naast elkaar",
        subject=READING,
        goes=WELL,
        rests_on=(
            "Wij lezen de brief verschillend, en dat laten wij staan.",
            "De tafel laat beide lezingen staan",
            "tafel 4",
        ),
        against=("tafel 5",),
    )("""
        Lezen partners iets verschillend, dan blijft dat naast elkaar staan. Het wordt
        niet gladgestreken, en wie het anders ziet, zegt waarom.
    """),
    Finds(
        "-7 do 09:40",
        MARLOES,
        study=FIRST,
        mark="teken",
        subject=READING,
        goes=BETTER,
        rests_on=("vast 3", "vast 4"),
        against=("Er komt geen nieuwe brief, en hij komt op het gesprek.",),
    )("""
        Bij een deel van de stappen staat geen teken waaraan een ander ziet dat het
        helpt. Dan blijft een stap lopen omdat hij loopt.
    """),
    Finds(
        "-7 do 10:00",
        MARLOES,
        study=FIRST,
        mark="doen en denken",
        subject=READING,
        goes=BETTER,
        rests_on=(
            "Terugkijkend spraken wij vooral over wat hij zou denken.",
            "tafel 3",
        ),
        against=("Wij maken verschil tussen wat hij gelooft en wat hij doet.",),
    )("""
        In een deel van de dossiers gaat het eerst over wat iemand zou vinden, en pas
        later over wat hij deed. De tafel merkt dat meestal zelf op.
    """),
    Finds(
        "-7 do 10:20",
        MARLOES,
        study=FIRST,
        mark="afschalen",
        subject=SCALING,
        goes=WELL,
        rests_on=(
            "Geen partner vraagt nog iets van een ander.",
            "leiders 1",
        ),
        limits="Het gaat om weinig dossiers. Over opschalen zegt dit niets.",
    )("""
        Afschalen gebeurt met maatstaven die een ander kan nagaan, en er staat bij wat
        de betrokkene ervan hoorde.
    """),
    Finds(
        "-7 do 10:40",
        IVO,
        study=FIRST,
        mark="agenda",
        subject=SCALING,
        goes=BETTER,
        rests_on=("leiders 2",),
        limits="Dit hoorden wij; in de dossiers staat er niets over.",
    )("""
        De dag om een trap opnieuw te bekijken staat er. Wie hem op de agenda zet, is
        niet afgesproken.
    """),
    Finds(
        "-7 do 11:00",
        MARLOES,
        study=FIRST,
        mark="omhoog",
        subject=SCALING,
        goes=BETTER,
        rests_on=("leiders 1", "leiders 5"),
        against=("De wijkagent en de casusregisseur zeggen dat allebei.",),
    )("""
        Bij opschalen staat zelden al waarmee de tafel weer kan afschalen. Wie in de
        aanpak zit, weet dan niet waar hij aan toe is.
    """),
    Finds(
        "-7 do 11:20",
        MARLOES,
        study=FIRST,
        mark="niet gedeeld",
        subject=TOGETHER,
        goes=WELL,
        rests_on=("Er is meer dan wij nu delen.", "partners 4"),
        against=("Dat onderzoek loopt.",),
    )("""
        Wie iets niet kan delen, zegt dát, en zegt waar de tafel wel op kan rekenen. Een
        partner kan dan verder zonder het geheim te kennen.
    """),
    Finds(
        "-7 do 11:40",
        MARLOES,
        study=FIRST,
        mark="antwoord",
        subject=TOGETHER,
        goes=BETTER,
        rests_on=(
            "Eerst willen wij van deze tafel horen wat dat bij hem losmaakt.",
            "partners 1",
            "partners 2",
        ),
    )("""
        Een verwachting krijgt niet altijd een antwoord. Dan weet niemand of wachten nog
        zin heeft, en doet niemand iets.
    """),
    Finds(
        "-7 vr 09:00",
        IVO,
        study=FIRST,
        mark="gedaan",
        subject=TOGETHER,
        goes=BETTER,
        rests_on=("gezegd door wie het doet", "partners 5", "cijfer:agreements"),
    )("""
        Dat iets is gedaan, hoort de tafel vooral van wie het zelf deed. Zelden heeft
        een ander het gezien.
    """),
    OffersFindings(
        "-6 ma 09:00",
        MARLOES,
        study=FIRST,
        findings=(
            "herkomst",
            "naast elkaar",
            "teken",
            "doen en denken",
            "afschalen",
            "omhoog",
            "niet gedeeld",
            "antwoord",
        ),
        check_by="-5 ma",
    ),
)

CHECKED: tuple[Deed, ...] = (
    ChecksFacts("-6 di 09:10", JEROEN, finding="herkomst", says=RIGHT),
    ChecksFacts("-6 di 14:00", ANOUK, finding="herkomst", says=RIGHT),
    ChecksFacts("-6 di 14:05", ANOUK, finding="naast elkaar", says=RIGHT),
    ChecksFacts("-6 di 16:00", YARA, finding="naast elkaar", says=RIGHT),
    ChecksFacts("-6 di 16:05", YARA, finding="teken", says=RIGHT),
    ChecksFacts("-6 wo 08:50", HAMZA, finding="teken", says=UNKNOWN)("""
        Wij zitten aan één tafel en zien de plannen van anderen niet.
    """),
    ChecksFacts("-6 wo 10:00", JEROEN, finding="doen en denken", says=OTHERWISE)("""
        Zo algemeen klopt het niet. In de dossiers waar wij begonnen, staat eerst wat
        iemand deed.
    """),
    ChecksFacts("-6 wo 11:00", MARIJKE, finding="afschalen", says=RIGHT),
    ChecksFacts("-6 wo 11:05", MARIJKE, finding="omhoog", says=RIGHT),
    ChecksFacts("-6 do 09:30", FLOOR, finding="niet gedeeld", says=RIGHT),
    ChecksFacts("-6 do 09:40", FLOOR, finding="antwoord", says=UNKNOWN)("""
        Van vragen aan ons wel; wat partners van elkaar vragen, zien wij niet.
    """),
    ChecksFacts("-6 do 13:00", HAMZA, finding="antwoord", says=OTHERWISE)("""
        Wij krijgen sinds kort wel antwoord op meldingen. Het gaat om wat daarna komt.
    """),
    ChecksFacts("-6 do 15:30", DELANO, finding="antwoord", says=RIGHT),
    SaysWhatBecame(
        "-5 di 09:00", MARLOES, study=FIRST, finding="doen en denken", of=POLITIE
    )("""
        Wij keken het na. Er stond al ‘in een deel van de dossiers’, en dat klopt: in
        andere begint het met wat iemand deed. De tekst blijft zo; dit staat er nu bij.
    """),
    SaysWhatBecame("-5 di 09:15", MARLOES, study=FIRST, finding="antwoord", of=SCHOOL)(
        """
        Het klopt dat meldingen sneller antwoord krijgen. De dossiers die wij lazen,
        zijn van eerder. Een volgend onderzoek kijkt of het nu anders is.
    """
    ),
    MakesFinal(
        "-5 di 10:00",
        MARLOES,
        study=FIRST,
        findings=(
            "herkomst",
            "naast elkaar",
            "teken",
            "doen en denken",
            "afschalen",
            "omhoog",
            "niet gedeeld",
            "antwoord",
        ),
    ),
    OffersFindings(
        "-2 di 09:00",
        MARLOES,
        study=FIRST,
        findings=("agenda", "gedaan"),
        check_by="+2 vr",
    ),
    ChecksFacts("-2 wo 10:00", MARIJKE, finding="agenda", says=RIGHT),
    ChecksFacts("-2 do 11:30", YARA, finding="gedaan", says=OTHERWISE)("""
        Bij de stappen van de gemeente kijkt de formulierenbrigade mee. Dat is iemand
        anders dan wie het doet.
    """),
)
"""Two are still with the partners; on one of these somebody waits for an answer."""
