"""What a file may be called."""

import unicodedata

from .unreadable import Reason, Unreadable

LONGEST = 200
SAME = {"jpeg": "jpg"}
JOINERS = "\u200c\u200d"
"""Invisible, and yet part of how Persian and many other languages are written."""
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
ELSEWHERE = "/\\:"
"""Marks that would make of a name the way to another place."""


def extension(name: str) -> str:
    """What stands after the last dot, in small letters; `Unreadable` for an odd name.

    Marks that turn the direction of writing make `gpj.exe` read as `exe.jpg`, so no
    name may hold one, nor any other sign that nobody sees.
    """
    stem, dot, last = name.rpartition(".")
    odd = any(
        letter in ELSEWHERE
        or (unicodedata.category(letter) in UNSEEN and letter not in JOINERS)
        for letter in name
    )
    if odd or len(name) > LONGEST or not name.strip(" ."):
        raise Unreadable(Reason.ODD_NAME)
    if dot and not stem.strip(" ."):
        raise Unreadable(Reason.ODD_NAME)
    last = last.lower() if dot else ""
    return SAME.get(last, last)
