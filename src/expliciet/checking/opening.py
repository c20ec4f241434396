"""Why a file would not open, in the reader's language rather than the system's."""

from ..rules import Words


def why_not_opened(problem: OSError | ValueError) -> Words:
    """One sentence on what stood in the way, and what to do where that is clear."""
    match problem:
        case FileNotFoundError():
            return Words("Dit bestand bestaat niet.", "There is no such file.")
        case IsADirectoryError():
            return Words(
                "Dit is een map, geen bestand.", "This is a folder, not a file."
            )
        case NotADirectoryError():
            return Words(
                "Een deel van het pad is geen map.",
                "Part of the path is not a folder.",
            )
        case PermissionError():
            return Words(
                "U mag dit bestand niet openen. Vraag leesrecht aan de eigenaar.",
                "You may not open this file. Ask its owner for permission to read it.",
            )
        case UnicodeDecodeError():
            return Words(
                "Dit is geen tekst in UTF-8. Sla het bestand zo op.",
                "This is not text in UTF-8. Save the file that way.",
            )
    why = getattr(problem, "strerror", None) or problem
    return Words(f"Het openen lukte niet ({why}).", f"It could not be opened ({why}).")
