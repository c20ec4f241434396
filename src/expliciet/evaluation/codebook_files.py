"""A codebook as a file that other programs for research read too (REFI-QDA, .qdc).

The format has one description for a code. What a code stands for comes first in it,
then an example and when the code does not apply, each after a word that says so.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ..documents import Limits, Unreadable
from ..rules import Words
from .not_taken import NotTaken

NAMESPACE = "urn:QDA-XML:codebook:1.0"
ANY_VERSION = "urn:QDA-XML:codebook:"
EXAMPLE = "\n\nVoorbeeld: "
COUNTER_EXAMPLE = "\n\nWanneer niet: "
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")
NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MEGABYTE = 1024 * 1024
LIMITS = Limits(
    file_bytes=2 * MEGABYTE, xml_bytes=2 * MEGABYTE, xml_elements=20_000, xml_depth=24
)
ADVICE = Words(
    "Maak het codeboek opnieuw aan als REFI-QDA-codeboek (.qdc) en kies dat.",
    "Export the codebook again as a REFI-QDA codebook (.qdc) and choose that one.",
)


@dataclass(frozen=True, slots=True)
class FiledCode:
    """A code as it stands in a file, with the codes below it."""

    guid: UUID
    name: str
    description: str = ""
    example: str = ""
    counter_example: str = ""
    colour: str = ""
    codable: bool = True
    """Whether it is given to passages, or only gathers the codes below it."""
    children: tuple["FiledCode", ...] = ()


def write(codes: Sequence[FiledCode]) -> bytes:
    """The codebook as a .qdc file; the same codes make the same bytes."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    root = etree.Element(tag("CodeBook"), nsmap={None: NAMESPACE}, origin="Expliciet")
    place(codes, etree.SubElement(root, tag("Codes")))
    return bytes(
        etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    )


def place(codes: Iterable[FiledCode], above: Any) -> None:
    from lxml import etree

    for code in codes:
        element = etree.SubElement(
            above,
            tag("Code"),
            guid=str(code.guid),
            name=fit(code.name),
            isCodable=str(code.codable).lower(),
        )
        if code.colour:
            element.set("color", code.colour)
        told = description_of(code)
        if told:
            etree.SubElement(element, tag("Description")).text = fit(told)
        place(code.children, element)


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def fit(words: str) -> str:
    """Without signs that may not stand in such a file."""
    return NOT_IN_XML.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))


def description_of(code: FiledCode) -> str:
    told = code.description
    if code.example:
        told += EXAMPLE + code.example
    if code.counter_example:
        told += COUNTER_EXAMPLE + code.counter_example
    return told


def read(data: bytes) -> tuple[FiledCode, ...]:
    """The codes of a .qdc file, or `NotTaken` with what is wrong in it."""
    from ..documents.markup import parse

    try:
        root = parse(data, LIMITS)
    except Unreadable as unreadable:
        raise NotTaken.because(unreadable) from unreadable
    space, _, name = root.tag.removeprefix("{").rpartition("}")
    if name != "CodeBook" or not space.startswith(ANY_VERSION):
        raise refusal(
            "Dit is geen codeboek van REFI-QDA.", "This is not a REFI-QDA codebook."
        )
    codes = below(root, "Codes")
    seen: set[UUID] = set()
    found = tuple(
        code_of(each, seen) for group in codes for each in below(group, "Code")
    )
    if not found:
        raise refusal(
            "In dit codeboek staat geen code.", "There is no code in this codebook."
        )
    return found


def below(element: Any, name: str) -> list[Any]:
    space = element.tag.rpartition("}")[0]
    return list(element.iterchildren(f"{space}}}{name}"))


def code_of(element: Any, seen: set[UUID]) -> FiledCode:
    name = element.get("name", "").strip()
    if not name:
        raise refusal(
            f"De code op regel {element.sourceline} heeft geen naam.",
            f"The code on line {element.sourceline} has no name.",
        )
    guid = guid_of(element, name)
    if guid in seen:
        raise refusal(
            f"De code “{name}” heeft hetzelfde kenmerk (guid) als een andere.",
            f"The code “{name}” has the same identifier (guid) as another.",
        )
    seen.add(guid)
    told = "".join(each.text or "" for each in below(element, "Description")[:1])
    told, _, counter_example = told.partition(COUNTER_EXAMPLE)
    told, _, example = told.partition(EXAMPLE)
    colour = element.get("color", "")
    return FiledCode(
        guid=guid,
        name=name,
        description=told,
        example=example,
        counter_example=counter_example,
        colour=colour if COLOUR.fullmatch(colour) else "",
        codable=element.get("isCodable", "true").strip() not in ("false", "0"),
        children=tuple(code_of(each, seen) for each in below(element, "Code")),
    )


def guid_of(element: Any, name: str) -> UUID:
    try:
        return UUID(element.get("guid", ""))
    except ValueError as error:
        raise refusal(
            f"De code “{name}” heeft geen geldig kenmerk (guid).",
            f"The code “{name}” has no valid identifier (guid).",
        ) from error


def refusal(nl: str, en: str) -> NotTaken:
    return NotTaken.advising(Words(nl, en), ADVICE)
