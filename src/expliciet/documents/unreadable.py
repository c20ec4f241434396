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


# What happened and what to do; what was kept is the same for every reason.
DUTCH: dict[Reason, tuple[str, str]] = {
    Reason.EMPTY: (
        "Het bestand is leeg (0 bytes).",
        "Kijk of het goed is opgeslagen en kies het opnieuw.",
    ),
    Reason.TOO_LARGE: (
        "Het bestand is te groot: er past hoogstens 25 MB in één keer.",
        "Splits het verslag, of haal de afbeeldingen eruit.",
    ),
    Reason.UNKNOWN_FORMAT: (
        "Dit soort bestand kan de Verslagcheck niet lezen.",
        "Sla het verslag op als docx, odt, pdf, html, md of txt.",
    ),
    Reason.WRONG_NAME: (
        "De naam en de inhoud van het bestand spreken elkaar tegen.",
        "Open het bestand in het eigen programma en sla het op als docx of pdf.",
    ),
    Reason.TWO_FORMATS: (
        "Het bestand doet zich voor als twee soorten bestanden tegelijk.",
        "Open het in het eigen programma en sla het opnieuw op.",
    ),
    Reason.NOT_TEXT: (
        "Dit is geen leesbare tekst, maar binaire inhoud.",
        "Sla het verslag op als docx, odt, pdf of als tekst in UTF-8.",
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
        "Haal het ingepakte bestand eruit en sla het verslag opnieuw op.",
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
}

ENGLISH: dict[Reason, tuple[str, str]] = {
    Reason.EMPTY: (
        "The file is empty (0 bytes).",
        "Check that it was saved properly and choose it again.",
    ),
    Reason.TOO_LARGE: (
        "The file is too large: at most 25 MB fits at a time.",
        "Split the minutes, or take the pictures out.",
    ),
    Reason.UNKNOWN_FORMAT: (
        "This kind of file cannot be read here.",
        "Save the minutes as docx, odt, pdf, html, md or txt.",
    ),
    Reason.WRONG_NAME: (
        "The name and the content of the file contradict each other.",
        "Open the file in its own program and save it as docx or pdf.",
    ),
    Reason.TWO_FORMATS: (
        "The file poses as two kinds of file at once.",
        "Open it in its own program and save it again.",
    ),
    Reason.NOT_TEXT: (
        "This is not readable text but binary content.",
        "Save the minutes as docx, odt, pdf or as text in UTF-8.",
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
        "Take the packed file out and save the minutes again.",
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
}


class Unreadable(Exception):  # noqa: N818
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
