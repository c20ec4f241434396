"""Text out of documents, and remarks back into their margins.

Reads txt, md, html, docx, odt and the text layer of pdf. Knows nothing of rules
or cases. The heavy parsers are fetched only when a file needs them.
"""

from .commenting import commented
from .document import Comment, Document
from .limits import DEFAULT, Limits
from .reading import read
from .table_rows import tables_in
from .unreadable import Reason, Unreadable

__all__ = [
    "DEFAULT",
    "Comment",
    "Document",
    "Limits",
    "Reason",
    "Unreadable",
    "commented",
    "read",
    "tables_in",
]
