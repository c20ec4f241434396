"""A document as we read it, and a remark in its margin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """What somebody handed us, beside the plain text we found in it.

    The text is exactly what was read, with every line ending as one newline and
    a table as a line for each row with " | " between its cells; only in plain text
    does a table stand as it was typed.
    Positions elsewhere in the program count the characters of this text.
    """

    name: str  # the file name as the user knows it
    format: str  # "txt" | "md" | "html" | "docx" | "odt" | "pdf"
    text: str
    source: bytes  # the original, untouched


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark beside one stretch of the text, as a colleague would pencil it in."""

    start: int
    end: int
    text: str
    author: str = "Verslagcheck"
