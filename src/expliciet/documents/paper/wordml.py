"""Elements of Word, made one inside the other."""

from typing import Any

from ..docx.skeleton import W

Element = Any  # lxml brings no types of its own
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, *inside: Any, **attributes: str) -> Element:
    """An element of Word with its attributes, around text or other elements."""
    from docx.oxml import OxmlElement

    element: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(f"{W}{name}", value)
    for each in inside:
        if isinstance(each, str):
            element.text = each
            element.set(SPACE, "preserve")
        else:
            element.append(each)
    return element
