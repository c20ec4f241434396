"""What was said, as lines that a person can look over, and back again."""

import re
from collections.abc import Iterable

from .actions.conversations import Said
from .transcripts import Line

CLOCK = re.compile(r"^\[(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\]\s*")
SPEAKS = re.compile(r"^([^:\n]{1,80}):\s+(?=\S)")
NUMBERED = re.compile(r"^(?:spreker|speaker|gespreksleider|moderator)\b", re.IGNORECASE)


def as_text(lines: Iterable[Line]) -> str:
    """One thing said on each line: when, by whom, and the words."""
    return "\n".join(
        f"{clock(each.seconds)}{f'{each.speaker}: ' if each.speaker else ''}{each.text}"
        for each in lines
    )


def clock(seconds: int | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    told = f"{hours}:{minutes:02}" if hours else f"{minutes:02}"
    return f"[{told}:{rest:02}] "


def said_in(text: str, roles: Iterable[str]) -> list[Said]:
    """Each line with words; who speaks where a known role stands before a colon.

    Anything else before a colon is part of what was said.
    """
    known = {" ".join(each.casefold().split()) for each in roles}
    return [one_of(told, known) for line in text.splitlines() if (told := line.strip())]


def one_of(line: str, roles: set[str]) -> Said:
    seconds = None
    if at := CLOCK.match(line):
        hours, minutes, rest = (int(each or 0) for each in at.groups())
        seconds, line = hours * 3600 + minutes * 60 + rest, line[at.end() :]
    speaks = SPEAKS.match(line)
    if speaks and is_role(speaks[1], roles):
        return Said(speaks[1].strip(), line[speaks.end() :].strip(), seconds)
    return Said("", line.strip(), seconds)


def is_role(name: str, roles: set[str]) -> bool:
    plain = " ".join(name.casefold().split())
    return plain.startswith("[") or plain in roles or bool(NUMBERED.match(plain))
