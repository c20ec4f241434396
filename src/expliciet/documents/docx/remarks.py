"""The part of a Word document in which the remarks themselves stand."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from ..document import Comment
from ..markup import Element
from .anchoring import SPACE, make

XML_ILLEGAL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)], " ")
XML_ILLEGAL |= {0xFFFE: " ", 0xFFFF: " ", **dict.fromkeys(range(0xD800, 0xE000), " ")}


def first_free_id(roots: Iterable[Element], w: str) -> int:
    """A number above every remark that was there already."""
    taken = [-1]
    for root in roots:
        for tag in ("comment", "commentRangeStart", "commentReference"):
            found = (element.get(f"{w}id", "") for element in root.iter(f"{w}{tag}"))
            taken += [int(name) for name in found if name.isdecimal()]
    return max(taken) + 1


def add_remarks(
    root: Element,
    comments: Sequence[Comment],
    first_id: int,
    w: str,
    when: datetime | None,
) -> None:
    """Write every remark below those that were there."""
    for number, comment in enumerate(comments, first_id):
        attributes = {
            f"{w}id": str(number),
            f"{w}author": plain(comment.author),
            f"{w}initials": initials(comment.author),
        }
        if when is not None:
            attributes[f"{w}date"] = when.isoformat(timespec="seconds")
        remark = make(f"{w}comment", attributes)
        for at, line in enumerate(comment.text.split("\n")):
            paragraph = make(f"{w}p", {})
            if at == 0:
                hook = make(f"{w}r", {})
                hook.append(make(f"{w}annotationRef", {}))
                paragraph.append(hook)
            paragraph.append(said(plain(line), w))
            remark.append(paragraph)
        root.append(remark)


def said(line: str, w: str) -> Element:
    """A run with a line of text."""
    run = make(f"{w}r", {})
    text = make(f"{w}t", {SPACE: "preserve"})
    text.text = line
    run.append(text)
    return run


def initials(author: str) -> str:
    return plain("".join(word[0] for word in author.split())[:3].upper())


def plain(text: str) -> str:
    """Without the characters that XML cannot hold; every length stays the same."""
    return text.translate(XML_ILLEGAL)
