"""Which documents were meant, and reading them one at a time."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .. import documents
from ..checking import Refused, Unread
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
        return Unread(source.name, problem.reason, Words(problem.nl, problem.en))
    except FileNotFoundError:
        nl, en = "Dit bestand bestaat niet.", "There is no such file."
        return Unread(source.name, "not-found", Words(nl, en))
    except PermissionError:
        nl = "U mag dit bestand niet openen. Vraag leesrecht aan de eigenaar."
        en = "You may not open this file. Ask its owner for permission to read it."
        return Unread(source.name, "not-allowed", Words(nl, en))
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or problem
        nl, en = f"Het openen lukte niet: {why}.", f"It could not be opened: {why}."
        return Unread(source.name, "not-opened", Words(nl, en))


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
        why = getattr(problem, "strerror", None) or "geen UTF-8"
        raise Refused(
            f"De {what.nl} {path} is niet te lezen: {why}. Niets is gecontroleerd.",
            f"The {what.en} {path} cannot be read: {why}. Nothing was checked.",
        ) from problem
