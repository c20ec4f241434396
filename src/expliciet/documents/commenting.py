"""Writes remarks into the margin of a Word document.

A Word document comes back as it was, with remarks beside its text. Any other
document is first written out as a plain, well-built Word document.
"""

from collections.abc import Sequence
from datetime import datetime

from .document import Comment, Document
from .limits import DEFAULT, Limits


def commented(
    document: Document,
    comments: Sequence[Comment],
    *,
    title: str | None = None,
    when: datetime | None = None,
    limits: Limits = DEFAULT,
) -> bytes:
    """A .docx with every comment at its place; the original stays untouched.

    `title` names a document that was not Word to begin with; otherwise its file
    name does. `when` dates the remarks.
    """
    for comment in comments:
        if not 0 <= comment.start <= comment.end <= len(document.text):
            raise ValueError(f"a comment on {comment.start}-{comment.end} is off text")
    if document.format == "docx":
        from .docx.returning import returned

        return returned(document, comments, when, limits)
    from .docx.anew import written

    return written(document, comments, title or document.name, when)
