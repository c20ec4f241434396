"""Gives a Word document back with remarks beside its own text."""

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from posixpath import dirname, join

from ..document import Comment, Document
from ..limits import Limits
from .anchoring import anchor, make
from .package import Package, open_package
from .remarks import add_remarks, first_free_id
from .walk import walk
from .writing import announce_comments, repacked, serialised


def returned(
    document: Document,
    comments: Sequence[Comment],
    when: datetime | None,
    limits: Limits,
) -> bytes:
    """The same document, with our remarks after the ones it had."""
    if not comments:
        return document.source
    package = open_package(document.source, limits)
    w = package.w
    walked = walk(package)
    changed: dict[str, bytes] = {}
    name = package.related("comments")
    remarks = package.part(name) if name else None
    if name is None or remarks is None:
        name = free_name(package)
        changed |= announce_comments(package, name)
        remarks = make(f"{w}comments", {})
    first_id = first_free_id([package.root, remarks], w)
    anchor(walked.pieces, comments, first_id, w)
    add_remarks(remarks, comments, first_id, w, when)
    changed |= {package.story: serialised(package.root), name: serialised(remarks)}
    return repacked(package.archive, changed, limits.zip_bytes)


def free_name(package: Package) -> str:
    """A name for the remarks that no part bears yet."""
    folder = dirname(package.story)
    names = (join(folder, f"comments{at or ''}.xml") for at in count())
    return next(name for name in names if name not in package.archive.names)
