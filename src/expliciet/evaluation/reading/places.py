"""Where words stand in a text: found back as somebody selected or typed them."""

import re
from bisect import bisect_left
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
"""Between the first and the last words of a long passage."""
LONGEST = 20_000


class Place(NamedTuple):
    begins: int
    ends: int


def find(text: str, words: str, near: int | None = None) -> Place:
    """These words in this text; line ends and spaces may differ.

    Where they stand more than once, the place nearest to where somebody selected them,
    as counted on the screen; without one we ask for more words.
    """
    wanted = [part for part in GAP.split(words[:LONGEST].strip()) if part]
    if not wanted:
        raise ValidationError({"words": _("Select or type the words that you code.")})
    found = matches(text, [words.strip()]) or matches(text, wanted)
    if not found:
        raise ValidationError({"words": _("These words do not stand in this text so.")})
    if len(found) > 1 and near is None:
        raise ValidationError(
            {
                "words": _(
                    "These words stand there more than once. Add a few of the words "
                    "around them."
                )
            }
        )
    return min(found, key=lambda each: abs(on_screen(text, each.begins) - (near or 0)))


def matches(text: str, parts: list[str]) -> list[Place]:
    """From the first of these up to the nearest last, wherever the first stands."""
    first, last = spans(text, parts[0]), spans(text, parts[-1])
    if len(parts) == 1:
        return first
    found = []
    for each in first:
        after = bisect_left(last, each.ends, key=lambda one: one.begins)
        if after < len(last):
            found.append(Place(each.begins, last[after].ends))
    return found


def spans(text: str, words: str) -> list[Place]:
    """Each place where they begin, also where one runs into the next."""
    found = re.finditer(f"(?=({loosely(words)}))", text)
    return [Place(*each.span(1)) for each in found]


def loosely(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())


def on_screen(text: str, place: int) -> int:
    """A browser counts the end of a line as one sign."""
    return place - text.count("\r\n", 0, place)


def trimmed(text: str, begins: int, ends: int) -> Place:
    """Without the spaces around it."""
    words = text[begins:ends]
    left = len(words) - len(words.lstrip())
    return Place(begins + left, begins + max(left, len(words.rstrip())))
