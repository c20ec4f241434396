"""XML from strangers: counted first without building anything, then parsed.

`defusedxml` refuses document type definitions and with them entity bombs and
references to other files. Only what passes reaches lxml, which keeps the
prefixes that Word depends on when a document is written back.
"""

from typing import Any
from xml.etree.ElementTree import ParseError

from .limits import Limits
from .unreadable import Reason, Unreadable

Element = Any  # lxml brings no types of its own


class Count:
    """Takes stock of elements and depth while the parser runs past them."""

    def __init__(self, limits: Limits) -> None:
        self.left = limits.xml_elements
        self.room = limits.xml_depth

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.left -= 1
        self.room -= 1
        if self.left < 0 or self.room < 0:
            raise Unreadable(Reason.TOO_DEEP)

    def end(self, tag: str) -> None:
        self.room += 1

    def close(self) -> None:
        return None


def parse(data: bytes, limits: Limits) -> Element:
    """The root element of a part, or a refusal."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import XMLParser
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    if len(data) > limits.xml_bytes:
        raise Unreadable(Reason.UNPACKS_TOO_LARGE)
    try:
        stock = XMLParser(target=Count(limits), forbid_dtd=True)
        stock.feed(data)
        stock.close()
    except DefusedXmlException as error:
        raise Unreadable(Reason.FOREIGN_DEFINITIONS) from error
    except (ParseError, LookupError, ValueError) as error:
        raise Unreadable(Reason.BROKEN) from error
    # The size was bounded above, so lxml's own bounds need not cut in.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(Reason.BROKEN) from error


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2]
