"""Colour and underlining, where the reader's terminal wants them."""

import os
from collections.abc import Mapping
from typing import IO

from ..checking import Paint

PLAIN = ""
ROLES: Mapping[str, str] = {
    "span": "4;1",
    "place": "1",
    "error": "1;31",
    "warning": "33",
    "tip": "36",
    "question": "1",
    "better": "32",
    "quiet": "2",
    "heading": "1",
    "code": "36",
}


def dressed(role: str, text: str) -> str:
    """The text in the escape codes of its role."""
    codes = ROLES.get(role, PLAIN)
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


def ink_for(stream: IO[str], wish: str, environment: Mapping[str, str]) -> Paint | None:
    """How to paint on this stream, or nothing: then spans are pointed at instead."""
    if wish == "always":
        return dressed
    if wish == "never" or environment.get("NO_COLOR"):
        return None
    if environment.get("TERM") == "dumb" or not stream.isatty():
        return None
    return dressed


def columns_of(stream: IO[str], environment: Mapping[str, str]) -> int:
    """How wide the reader's screen is; a file or pipe gets a comfortable width."""
    asked = environment.get("COLUMNS", "")
    if asked.isdigit() and int(asked):
        return min(int(asked), 200)
    try:
        return min(os.get_terminal_size(stream.fileno()).columns or 88, 120)
    except (OSError, ValueError):
        return 88
