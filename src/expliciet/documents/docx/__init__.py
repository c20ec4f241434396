"""Word documents."""

from ..limits import Limits
from ..unreadable import Reason, Unreadable
from .package import Package, open_package
from .walk import Walked, walk

__all__ = ["Package", "Walked", "open_package", "read", "walk"]


def read(data: bytes, limits: Limits) -> str:
    """The text of a Word document as its reader sees it on the page."""
    walked = walk(open_package(data, limits))
    if len(walked.text) > limits.text_characters:
        raise Unreadable(Reason.TOO_LARGE)
    return walked.text
