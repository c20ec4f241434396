"""Packs a Word document again, with every other part as it was."""

from collections.abc import Mapping
from io import BytesIO
from posixpath import dirname, join, relpath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..archive import Archive
from ..markup import Element
from .anchoring import make
from .package import CONTENT_TYPES, RELATIONSHIPS, Package, relations_of

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def serialised(root: Element) -> bytes:
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    written: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written


def repacked(archive: Archive, changed: Mapping[str, bytes], at_most: int) -> bytes:
    """The same container with some parts replaced and new ones at the end."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for entry in archive.zip.infolist():
            content = changed.get(entry.filename)
            if content is None:
                content = archive.read(entry.filename, at_most)
            target.writestr(entry, content, compress_type=entry.compress_type)
        for name, content in changed.items():
            if name not in archive.names:
                target.writestr(undated(name), content)
    return packed.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A container from nothing, the same bytes every time."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(undated(name), content)
    return target.getvalue()


def undated(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry


def announce_comments(package: Package, comments: str) -> dict[str, bytes]:
    """Tell the package that it has a part with remarks from now on."""
    relations_name = relations_of(package.story)
    relations = package.part(relations_name)
    if relations is None:
        relations = make(f"{{{RELATIONSHIPS}}}Relationships", {})
    names = {reference.get("Id") for reference in relations}
    office = STRICT_OFFICE if "purl.oclc.org" in package.w else OFFICE
    reference = make(
        f"{{{RELATIONSHIPS}}}Relationship",
        {
            "Id": next(f"rId{at}" for at in range(1, 10**6) if f"rId{at}" not in names),
            "Type": f"{office}/comments",
            "Target": relpath(join("/", comments), join("/", dirname(package.story))),
        },
    )
    relations.append(reference)
    types = package.part(CONTENT_TYPES)
    if types is None:
        types = make(f"{{{TYPES}}}Types", {})
    types.append(
        make(
            f"{{{TYPES}}}Override",
            {"PartName": join("/", comments), "ContentType": KIND},
        )
    )
    return {relations_name: serialised(relations), CONTENT_TYPES: serialised(types)}
