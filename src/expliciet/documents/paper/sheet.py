"""What goes on paper: a title, who it was made for, and parts with their blocks.

All of it plain text. A line break in a text stays one; nothing else in it has a
meaning, so what somebody wrote comes out as they wrote it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .carried import on_one_line

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words around the content, in the language of the paper."""

    confidential: str  # vertrouwelijk
    made_for: str  # Gemaakt voor
    export: str  # uitdraai
    page: str  # pagina
    of: str  # van
    marks: str  # Hiervoor mag u dit gebruiken


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what stands behind them, one below the other."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Its headers come back on every page that it runs on to.

    A row that is too short is filled up with empty cells; one that is too long is a
    mistake of the caller.
    """

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if not self.headers:
            raise ValueError("a grid without headers")
        if any(len(row) > len(self.headers) for row in self.rows):
            raise ValueError("a row with more cells than there are headers")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing (svg) with its caption, and what it shows for who cannot see it."""

    drawing: bytes
    caption: str
    told: str

    def __post_init__(self) -> None:
        if not on_one_line(self.told):
            raise ValueError("a picture that says nothing to who cannot see it")


Block = Paragraph | Bullets | Facts | Grid | Picture


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it; level 1 is the highest, 3 the lowest.

    Where a level would be skipped, the heading moves up to the first that is free:
    who listens to a page finds the way by them.
    """

    heading: str
    level: int = 1
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to take along."""

    title: str
    house: str
    number: str  # of the dossier; may be empty
    language: Language
    confidential: bool
    made_for: str  # the name of who takes it along
    made_at: datetime  # in the time zone of the house
    export_number: str
    words: Words
    marks: tuple[str, ...] = ()  # what it may be used for, and what not
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if not on_one_line(self.title):
            raise ValueError("a paper without a title")
        if self.made_at.tzinfo is None:
            raise ValueError("a moment without a time zone")
