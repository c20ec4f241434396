"""The text layer of a pdf, read within bounds. Nothing in the file is ever run."""

import logging
import time
from typing import Any

from .limits import MEGABYTE, Limits
from .page_lines import Page, spaced
from .running_heads import without_running_heads
from .unreadable import Reason, Unreadable


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
        page_tree_maximum_entries=4 * limits.pdf_pages,
        page_tree_maximum_page_entries=limits.pdf_pages + 1,
        page_tree_maximum_depth=50,
        xform_maximum_invocations_per_extraction=500,
        jbig2dec_binary=None,
    )


def extract(data: bytes, limits: Limits) -> list[list[str]]:
    """The lines of every page."""
    from io import BytesIO

    from pypdf import PdfReader

    stop = time.monotonic() + limits.pdf_seconds
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(Reason.ENCRYPTED)
    if len(reader.pages) > limits.pdf_pages:
        raise Unreadable(Reason.TOO_MANY_PAGES)

    def in_time(*_: object) -> None:
        if time.monotonic() > stop:
            raise Unreadable(Reason.TOO_SLOW)

    left = limits.pdf_content_bytes
    for page in reader.pages:
        in_time()
        content = page.get_contents()
        left -= len(content.get_data()) if content is not None else 0
        if left < 0:
            raise Unreadable(Reason.UNPACKS_TOO_LARGE)
    pages = []
    for page in reader.pages:
        in_time()
        printed = Page()
        page.extract_text(visitor_operand_before=in_time, visitor_text=printed.hear)
        pages.append(printed.lines)
    return spaced(pages)
