"""Which documents were meant, and reading them one at a time."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .. import documents
from ..checking import Refused, Unread, why_not_opened
from ..rules import Words

READABLE = frozenset(
    (
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".htm",
        ".html",
        ".xhtml",
        ".docx",
        ".odt",
        ".pdf",
    )
)
OURS = ".nagekeken."
"""In the name of what this program wrote itself; never read back from a folder."""
UNNAMED = "verslag"
STANDARD_INPUT = Words("standaardinvoer", "standard input")
NOTHING_CAME = (documents.Reason.EMPTY, documents.Reason.NO_TEXT)
NOTHING_CAME_IN = Words(
    "Er kwam geen tekst binnen. Noem een document, of geef de tekst door van een "
    "ander programma.",
    "No text came in. Name a document, or pass the text on from another program.",
)


class Source(NamedTuple):
    """One document to check: a file, or standard input when there is no path."""

    name: str
    path: Path | None


def sources(asked: Sequence[str], language: str) -> Iterator[Source | Unread]:
    """Files as they are; of a folder every readable document in it, by name."""
    seen = set()
    for name in asked:
        if name in seen:
            continue
        seen.add(name)
        if name == "-":
            yield Source(STANDARD_INPUT.spoken(language), None)
        elif Path(name).is_dir():
            yield from _in_folder(Path(name))
        else:
            yield Source(name, Path(name))


def _in_folder(folder: Path) -> Iterator[Source | Unread]:
    found = False
    for here, below, files in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            path = Path(here) / name
            if (
                path.suffix.lower() in READABLE
                and name[0] not in ".~"
                and OURS not in name
            ):
                found = True
                yield Source(str(path), path)
    if not found:
        nl = f"In map {folder} staat geen document dat te lezen is."
        en = f"Folder {folder} holds no document that can be read."
        yield Unread(str(folder), "empty-folder", Words(nl, en))


def fetch(source: Source) -> "documents.Document | Unread":
    """The document, or why it cannot be read."""
    try:
        data = _bytes(source.path)
        name = source.path.name if source.path else UNNAMED
        return documents.read(name, data)
    except documents.Unreadable as problem:
        words = Words(problem.nl, problem.en)
        if source.path is None and problem.reason in NOTHING_CAME:
            words = NOTHING_CAME_IN
        return Unread(source.name, problem.reason, words)
    except (OSError, ValueError) as problem:
        return Unread(source.name, _reason(problem), why_not_opened(problem))


def _reason(problem: OSError | ValueError) -> str:
    """The closed word for other programs."""
    match problem:
        case FileNotFoundError():
            return "not-found"
        case PermissionError():
            return "not-allowed"
    return "not-opened"


def _bytes(path: Path | None) -> bytes:
    """No more than one byte beyond what a document may hold."""
    enough = documents.DEFAULT.file_bytes + 1
    if path is None:
        return sys.stdin.buffer.read(enough) if sys.stdin else b""
    with path.open("rb") as file:
        return file.read(enough)


def text_of(path: Path, what: Words) -> str:
    """A small text file that the check needs: a glossary, a list of people."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.read(1_000_000)
    except (OSError, ValueError) as problem:
        why = why_not_opened(problem)
        raise Refused(
            f"De {what.nl} {path} is niet te lezen. {why.nl} Niets is gecontroleerd.",
            f"The {what.en} {path} cannot be read. {why.en} Nothing was checked.",
        ) from problem
