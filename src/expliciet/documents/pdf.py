"""The text layer of a pdf, read within bounds. Nothing in the file is ever run."""

import logging
import time
from io import BytesIO
from typing import Any

from .limits import MEGABYTE, Limits
from .page_lines import Page, spaced
from .running_heads import without_running_heads
from .unreadable import Reason, Unreadable

# Orders that can put words on a page; a page without them is a picture.
SHOWING = (b"Tj", b"TJ", b"'", b'"', b"Do")
STRINGS = {b"Tj", b"TJ", b"'", b'"'}
LONGEST = 32_767  # letters in one order; the standard asks for no more
MARKS = (b" ", b"\n", b"\r", b"\t", b"(", b"[", b"<", b"/")


def read(data: bytes, limits: Limits) -> str:
    """The words of every page, without what is repeated on top and at the bottom."""
    import pypdf
    from pypdf.errors import LimitReachedError, PdfReadError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pypdf.apply_configuration(bounded(limits)):
            pages = extract(data, limits)
    except (Unreadable, RecursionError, MemoryError):
        raise
    except LimitReachedError as error:
        raise Unreadable(Reason.UNPACKS_TOO_LARGE) from error
    except PdfReadError as error:
        raise Unreadable(Reason.BROKEN) from error
    except Exception as error:
        # A damaged file can make the parser stumble in any way there is.
        raise Unreadable(Reason.BROKEN) from error
    text = "\n".join(without_running_heads(pages)).strip("\n")
    if not text.strip():
        raise Unreadable(Reason.SCANNED)
    return text


def bounded(limits: Limits) -> Any:
    """pypdf's own brakes, set to ours."""
    from pypdf import get_configuration

    most = limits.pdf_stream_bytes
    return get_configuration().with_overwrites(
        disable_legacy_handling=True,
        maximum_declared_stream_length=limits.file_bytes,
        array_based_stream_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        zlib_maximum_output_length=most,
        zlib_maximum_recovery_input_length=MEGABYTE,
        brotli_maximum_output_length=most,
        jbig2_maximum_output_length=most,
        stream_parsing_work_maximum_count=limits.xml_elements,
        stream_decoding_work_maximum_length=4 * most,
        page_tree_maximum_entries=8 * limits.pdf_pages,
        page_tree_maximum_page_entries=50 * limits.pdf_pages,
        page_tree_maximum_depth=50,
        xform_maximum_invocations_per_extraction=limits.pdf_forms,
        jbig2dec_binary=None,
    )


def extract(data: bytes, limits: Limits) -> list[list[str]]:
    """The lines of every page."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(Reason.ENCRYPTED)
    if count(reader) > limits.pdf_pages:
        raise Unreadable(Reason.TOO_MANY_PAGES)
    budget = Budget(limits)
    printing = []
    for page in reader.pages:
        stream = page.get_contents()
        content = stream.get_data() if stream is not None else b""
        budget.unpack(content)
        if any(order in content for order in SHOWING):
            printing.append(page)
    pages = []
    for page in printing:
        printed = Page()
        page.extract_text(
            visitor_operand_before=budget.operate, visitor_text=printed.hear
        )
        budget.hold(printed)
        pages.append(printed.lines)
    return spaced(pages)


def letters(operands: list[Any]) -> int:
    """How many letters an order shows, before a font may make each into many."""
    return sum(
        letters(operand) if isinstance(operand, list) else len(operand)
        for operand in operands
        if isinstance(operand, list | str | bytes)
    )


def count(reader: Any) -> int:
    """How many pages there are, as far as pypdf cares to count."""
    from pypdf.errors import LimitReachedError

    try:
        return len(reader.pages)
    except LimitReachedError as error:
        raise Unreadable(Reason.TOO_MANY_PAGES) from error


class Budget:
    """Time, size and drawings that one file may use up.

    pypdf swallows whatever goes wrong inside a drawing and carries on, so what
    was overspent is remembered and asked about again after every page.
    """

    def __init__(self, limits: Limits) -> None:
        self.until = time.monotonic() + limits.pdf_seconds
        self.bytes = limits.pdf_content_bytes
        self.marks = limits.pdf_marks
        self.letters = limits.text_characters
        self.forms = limits.pdf_forms
        self.overspent: Reason | None = None

    def unpack(self, content: bytes) -> None:
        """Called for every page before any is read in full."""
        self.bytes -= len(content)
        self.marks -= sum(content.count(mark) for mark in MARKS)
        if self.bytes < 0 or self.marks < 0:
            self.overspent = Reason.UNPACKS_TOO_LARGE
        self.check()

    def operate(self, operator: bytes, operands: list[Any], *_: object) -> None:
        """Called before every drawing order."""
        if operator in STRINGS and letters(operands) > LONGEST:
            self.overspent = Reason.UNPACKS_TOO_LARGE
        if operator == b"Do":
            self.forms -= 1
            if self.forms < 0:
                self.overspent = Reason.UNPACKS_TOO_LARGE
        self.check()

    def hold(self, page: Page) -> None:
        """Called after every page."""
        self.letters -= sum(len(line.text) for line in page.lines)
        if self.letters < 0:
            self.overspent = Reason.TOO_LARGE
        self.check()

    def check(self) -> None:
        if time.monotonic() > self.until:
            self.overspent = self.overspent or Reason.TOO_SLOW
        if self.overspent:
            raise Unreadable(self.overspent)
