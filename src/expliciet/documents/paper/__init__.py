"""A finished page out of plain data: a pdf to read or print, a Word file to work in.

Whoever asks gathers the words, in one language; this room sets them on paper. It knows
no cases and looks nothing up. The typesetters are fetched only when there is something
to set.
"""

from .pdf import as_pdf
from .refusing import Refusal, TemplateRefused
from .sheet import Block, Bullets, Facts, Grid, Paper, Paragraph, Part, Picture, Words
from .word import PLACES, as_docx, check_template, own_template

__all__ = [
    "PLACES",
    "Block",
    "Bullets",
    "Facts",
    "Grid",
    "Paper",
    "Paragraph",
    "Part",
    "Picture",
    "Refusal",
    "TemplateRefused",
    "Words",
    "as_docx",
    "as_pdf",
    "check_template",
    "own_template",
]
