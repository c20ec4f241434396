"""Why a file could not be read, said so that somebody can do something about it."""

from enum import StrEnum

KEPT_NL = "Er is niets bewaard en uw bestand is niet gewijzigd."
KEPT_EN = "Nothing was kept and your file was not changed."


class Reason(StrEnum):
    """The closed list of reasons to turn a file away."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNKNOWN_FORMAT = "unknown-format"
    WRONG_NAME = "wrong-name"
    TWO_FORMATS = "two-formats"
    NOT_TEXT = "not-text"
    NO_TEXT = "no-text"
    SCANNED = "scanned"
    ENCRYPTED = "encrypted"
    OLD_WORD = "old-word"
    MACROS = "macros"
    BROKEN = "broken"
    UNPACKS_TOO_LARGE = "unpacks-too-large"
    UNSAFE_NAMES = "unsafe-names"
    NESTED_ARCHIVE = "nested-archive"
    FOREIGN_DEFINITIONS = "foreign-definitions"
    TOO_DEEP = "too-deep"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_SLOW = "too-slow"
    NOT_TAKEN = "not-taken"
    ODD_NAME = "odd-name"
    ACTIVE = "active"
    TOO_MANY_PIXELS = "too-many-pixels"
    HARMFUL = "harmful"


# What happened and what to do; what was kept is the same for every reason.
DUTCH: dict[Reason, tuple[str, str]] = {
    Reason.EMPTY: (
        "Het bestand is leeg (0 bytes).",
        "Kijk of het goed is opgeslagen en kies het opnieuw.",
    ),
    Reason.TOO_LARGE: (
        "Het bestand is te groot: er past hoogstens 25 MB in één keer.",
        "Splits het bestand, of haal de afbeeldingen eruit.",
    ),
    Reason.UNKNOWN_FORMAT: (
        "Dit soort bestand kan de Verslagcheck niet lezen.",
        "Sla het verslag op als docx, odt, pdf, html, md of txt.",
    ),
    Reason.WRONG_NAME: (
        "De naam en de inhoud van het bestand spreken elkaar tegen.",
        "Open het bestand in het eigen programma en sla het daar opnieuw op.",
    ),
    Reason.TWO_FORMATS: (
        "Het bestand doet zich voor als twee soorten bestanden tegelijk.",
        "Open het in het eigen programma en sla het opnieuw op.",
    ),
    Reason.NOT_TEXT: (
        "Dit is geen leesbare tekst, maar binaire inhoud.",
        "Sla het op als docx, odt, pdf of als tekst in UTF-8.",
    ),
    Reason.NO_TEXT: (
        "Er staat geen tekst in dit bestand.",
        "Kijk of dit het goede bestand is, of plak de tekst van het verslag.",
    ),
    Reason.SCANNED: (
        "Deze pdf bevat alleen beeld, geen tekst; waarschijnlijk een scan.",
        (
            "Gebruik het oorspronkelijke bestand, of laat er eerst tekstherkenning "
            "(OCR) op los."
        ),
    ),
    Reason.ENCRYPTED: (
        "Het bestand is versleuteld of met een wachtwoord beveiligd.",
        "Sla een kopie zonder wachtwoord op en kies die.",
    ),
    Reason.OLD_WORD: (
        "Dit is een bestand uit een oude versie van Office (.doc of verwant).",
        "Open het in Word of LibreOffice en sla het op als .docx.",
    ),
    Reason.MACROS: (
        "Dit document bevat macro's; die openen we niet.",
        "Sla het op als .docx of .odt zonder macro's.",
    ),
    Reason.BROKEN: (
        "Het bestand is beschadigd of onvolledig.",
        (
            "Open het in het eigen programma en sla het opnieuw op, of vraag de "
            "afzender om een nieuw exemplaar."
        ),
    ),
    Reason.UNPACKS_TOO_LARGE: (
        "Het bestand wordt bij het uitpakken onredelijk groot.",
        (
            "Open het in het eigen programma, neem de tekst over in een nieuw document "
            "en kies dat."
        ),
    ),
    Reason.UNSAFE_NAMES: (
        "In het bestand zitten onderdelen met een onveilige naam of verwijzing.",
        "Neem de tekst over in een nieuw document en kies dat.",
    ),
    Reason.NESTED_ARCHIVE: (
        "In het bestand zit nog een ingepakt bestand.",
        "Haal het ingepakte bestand eruit en sla het opnieuw op.",
    ),
    Reason.FOREIGN_DEFINITIONS: (
        "Het bestand bevat eigen definities of verwijst naar bestanden elders (DTD).",
        "Open het in Word of LibreOffice en sla het opnieuw op.",
    ),
    Reason.TOO_DEEP: (
        (
            "De opmaak van het bestand is te ingewikkeld: te diep genest of te veel "
            "onderdelen."
        ),
        "Neem de tekst zonder opmaak over in een nieuw document en kies dat.",
    ),
    Reason.TOO_MANY_PAGES: (
        "De pdf heeft te veel pagina's; er passen er hoogstens 500 in één keer.",
        "Splits het document en kies de delen een voor een.",
    ),
    Reason.TOO_SLOW: (
        "Het lezen van dit bestand duurde te lang en is gestopt.",
        "Sla het op als docx of txt, of splits het document.",
    ),
    Reason.NOT_TAKEN: (
        "Dit soort bestand kan niet bij een dossier.",
        "Sla het op als pdf, docx, odt, xlsx, png, jpg, txt of eml.",
    ),
    Reason.ODD_NAME: (
        (
            "De naam van het bestand is te lang, is leeg, of bevat een teken dat er "
            "niet in hoort: een schuine streep, een dubbele punt of een onzichtbaar "
            "teken."
        ),
        "Geef het bestand een gewone naam en kies het opnieuw.",
    ),
    Reason.ACTIVE: (
        (
            "In het bestand zit iets dat meer doet dan tonen: een script, een "
            "opdracht, of een bestand in het bestand."
        ),
        "Druk het af naar een nieuwe pdf, of haal dat onderdeel eruit.",
    ),
    Reason.TOO_MANY_PIXELS: (
        "De afbeelding is te groot: meer dan 100 miljoen beeldpunten.",
        "Verklein de afbeelding en kies die.",
    ),
    Reason.HARMFUL: (
        "In het bestand staat het kenmerk waarmee virusscanners worden getest.",
        "Open het niet, en vraag de afzender wat het is.",
    ),
}

ENGLISH: dict[Reason, tuple[str, str]] = {
    Reason.EMPTY: (
        "The file is empty (0 bytes).",
        "Check that it was saved properly and choose it again.",
    ),
    Reason.TOO_LARGE: (
        "The file is too large: at most 25 MB fits at a time.",
        "Split the file, or take the pictures out.",
    ),
    Reason.UNKNOWN_FORMAT: (
        "This kind of file cannot be read here.",
        "Save the minutes as docx, odt, pdf, html, md or txt.",
    ),
    Reason.WRONG_NAME: (
        "The name and the content of the file contradict each other.",
        "Open the file in its own program and save it there again.",
    ),
    Reason.TWO_FORMATS: (
        "The file poses as two kinds of file at once.",
        "Open it in its own program and save it again.",
    ),
    Reason.NOT_TEXT: (
        "This is not readable text but binary content.",
        "Save it as docx, odt, pdf or as text in UTF-8.",
    ),
    Reason.NO_TEXT: (
        "There is no text in this file.",
        "Check that this is the right file, or paste the text of the minutes.",
    ),
    Reason.SCANNED: (
        "This pdf holds only pictures, no text; it is probably a scan.",
        "Use the original file, or run text recognition (OCR) on it first.",
    ),
    Reason.ENCRYPTED: (
        "The file is encrypted or protected by a password.",
        "Save a copy without a password and choose that one.",
    ),
    Reason.OLD_WORD: (
        "This file comes from an old version of Office (.doc or a relative).",
        "Open it in Word or LibreOffice and save it as .docx.",
    ),
    Reason.MACROS: (
        "This document contains macros; we do not open those.",
        "Save it as .docx or .odt without macros.",
    ),
    Reason.BROKEN: (
        "The file is damaged or incomplete.",
        (
            "Open it in its own program and save it again, or ask the sender for a "
            "new copy."
        ),
    ),
    Reason.UNPACKS_TOO_LARGE: (
        "The file grows unreasonably large when unpacked.",
        (
            "Open it in its own program, copy the text into a new document and choose "
            "that one."
        ),
    ),
    Reason.UNSAFE_NAMES: (
        "The file has parts with an unsafe name or reference.",
        "Copy the text into a new document and choose that one.",
    ),
    Reason.NESTED_ARCHIVE: (
        "There is another packed file inside this file.",
        "Take the packed file out and save it again.",
    ),
    Reason.FOREIGN_DEFINITIONS: (
        "The file brings its own definitions or points to files elsewhere (DTD).",
        "Open it in Word or LibreOffice and save it again.",
    ),
    Reason.TOO_DEEP: (
        "The layout of the file is too complex: nested too deeply or too many parts.",
        "Copy the text without layout into a new document and choose that one.",
    ),
    Reason.TOO_MANY_PAGES: (
        "The pdf has too many pages; at most 500 fit at a time.",
        "Split the document and choose the parts one by one.",
    ),
    Reason.TOO_SLOW: (
        "Reading this file took too long and was stopped.",
        "Save it as docx or txt, or split the document.",
    ),
    Reason.NOT_TAKEN: (
        "This kind of file cannot be added to a dossier.",
        "Save it as pdf, docx, odt, xlsx, png, jpg, txt or eml.",
    ),
    Reason.ODD_NAME: (
        (
            "The name of the file is too long, is empty, or holds a sign that does "
            "not belong there: a slash, a colon or a sign that nobody sees."
        ),
        "Give the file a plain name and choose it again.",
    ),
    Reason.ACTIVE: (
        (
            "Something in the file does more than show: a script, a command, or a "
            "file within the file."
        ),
        "Print it to a new pdf, or take that part out.",
    ),
    Reason.TOO_MANY_PIXELS: (
        "The picture is too large: more than 100 million pixels.",
        "Make the picture smaller and choose that one.",
    ),
    Reason.HARMFUL: (
        "The file holds the mark that virus scanners are tested with.",
        "Do not open it, and ask the sender what it is.",
    ),
}


class Unreadable(Exception):
    """A file we turn away: what happened, what was kept, what to do."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        happened, advice = DUTCH[reason]
        self.nl = f"{happened} {KEPT_NL} {advice}"
        happened, advice = ENGLISH[reason]
        self.en = f"{happened} {KEPT_EN} {advice}"
        super().__init__(reason)

    def __str__(self) -> str:
        return self.nl
