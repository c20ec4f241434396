"""How much of one file we are willing to take on.

A set of minutes is a few hundred kilobytes. The limits leave ample room for long
and heavily illustrated ones, and keep a hostile file from filling the machine.
"""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Named bounds; whoever wants other ones makes another `Limits`."""

    file_bytes: int = 25 * MEGABYTE
    text_characters: int = 25 * MEGABYTE

    zip_entries: int = 2_000
    zip_bytes: int = 200 * MEGABYTE  # everything in the container together
    zip_ratio: int = 100  # unpacked to packed, asked of parts over a megabyte

    pixels: int = 100_000_000  # of a picture, by its header

    xml_bytes: int = 32 * MEGABYTE  # one part
    xml_elements: int = 400_000
    xml_depth: int = 200  # of html too

    pdf_pages: int = 500
    pdf_stream_bytes: int = 8 * MEGABYTE  # one stream, unpacked
    pdf_content_bytes: int = 24 * MEGABYTE  # the drawing orders of all pages
    pdf_marks: int = 1_500_000  # signs in those orders that cost time to read
    pdf_forms: int = 1_000  # drawings within drawings, over all pages
    pdf_seconds: float = 15.0


DEFAULT = Limits()
