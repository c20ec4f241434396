"""Where a result goes: never over an original, never over anything unasked."""

import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..checking import Refused
from .sources import Source


def one_file(output: Path, sources: Sequence[Source], force: bool) -> Path:
    """The one file that holds the result of all documents."""
    if output.is_dir():
        raise Refused(
            f"{output} is een map. Noem het bestand waarin het resultaat komt.",
            f"{output} is a folder. Name the file that is to hold the result.",
        )
    _require_free(output, sources, force)
    return output


def file_each(
    output: Path, sources: Sequence[Source], ending: str, force: bool, is_folder: bool
) -> list[Path]:
    """A file for every document, in the order of the documents."""
    if len(sources) == 1 and not is_folder and not output.is_dir():
        return [one_file(output, sources, force)]
    if output.exists() and not output.is_dir():
        raise Refused(
            f"{output} is een bestand. Noem bij meer documenten een map.",
            f"{output} is a file. With several documents, name a folder.",
        )
    paths = [output / name for name in _names(sources, ending)]
    for path in paths:
        _require_free(path, sources, force)
    return paths


def _names(sources: Sequence[Source], ending: str) -> list[str]:
    """``verslag.nagekeken.docx``; with its own ending or a number where two clash."""
    paths = [source.path or Path(source.name) for source in sources]
    stems = Counter(path.stem for path in paths)
    stems_free = [path.stem if stems[path.stem] == 1 else path.name for path in paths]
    used: Counter[str] = Counter()
    names = []
    for stem in stems_free:
        used[stem] += 1
        number = f"-{used[stem]}" if used[stem] > 1 else ""
        names.append(f"{stem}{number}.nagekeken.{ending}")
    return names


def _require_free(path: Path, sources: Sequence[Source], force: bool) -> None:
    if not path.exists() and not path.is_symlink():
        return
    if any(s.path and s.path.exists() and path.samefile(s.path) for s in sources):
        raise Refused(
            f"{path} is zelf een van de documenten; dat blijft zoals het is. "
            "Kies met --output een andere naam.",
            f"{path} is one of the documents themselves and stays as it is. "
            "Choose another name with --output.",
        )
    if not force:
        raise Refused(
            f"{path} bestaat al en is niet gewijzigd. "
            "Kies een andere naam, of overschrijf het met --force.",
            f"{path} exists already and was not changed. "
            "Choose another name, or overwrite it with --force.",
        )


def write(path: Path, data: bytes) -> None:
    """Whole or not at all: a file that is half there is worse than none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".expliciet-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(beside).chmod(0o666 & ~_mask())
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise Refused(
            f"{path} kon niet worden geschreven: {problem.strerror}.",
            f"{path} could not be written: {problem.strerror}.",
        ) from problem


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
