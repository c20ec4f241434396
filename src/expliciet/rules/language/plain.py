"""A sentence as a reader sees it: one space between words, letters with their accents.

Programs leave two spaces, hard spaces, line ends and loose accents behind; none of them
changes what is said. Every span found is reported in the text as it was written.
"""

import re
from collections.abc import Sequence
from unicodedata import is_normalized, normalize

_WIDE = re.compile(r"[^\S\t]{2,}|[^\S\t ]")
_UNIT = re.compile(r"[^\S\t]+|(?:\t|\S)[\u0300-\u036f]*")


def plain(written: str) -> tuple[str, Sequence[int] | None]:
    """The plain text, and for each of its places the place as written.

    Tabs stay, for they keep the cells of a row apart. Where nothing had to change
    there are no places.
    """
    whole = written.isascii() or is_normalized("NFC", written)
    if whole and not _WIDE.search(written):
        return written, None
    made: list[str] = []
    places: list[int] = []
    for unit in _UNIT.finditer(written):
        said = unit.group()
        said = " " if said.isspace() and said != "\t" else normalize("NFC", said)
        made.append(said)
        places += [unit.start()] * len(said)
    places.append(len(written))
    return "".join(made), places
