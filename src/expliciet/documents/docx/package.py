"""The parts of a Word document: the story itself, its styles, its numbering."""

from dataclasses import dataclass
from posixpath import dirname, join, normpath

from ..archive import Archive, open_archive
from ..limits import Limits
from ..markup import Element, parse
from ..unreadable import Reason, Unreadable

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Package:
    """An opened Word document."""

    archive: Archive
    limits: Limits
    story: str  # the name of the part with the text
    root: Element

    @property
    def w(self) -> str:
        """The namespace of the document; strict documents have their own."""
        tag: str = self.root.tag
        return tag.partition("}")[0] + "}"

    def part(self, name: str) -> Element | None:
        """A parsed part, when the document has it."""
        if name not in self.archive.names:
            return None
        return parse(self.archive.read(name, self.limits.xml_bytes), self.limits)

    def related(self, kind: str) -> str | None:
        """The name of the part that the story refers to as its styles, comments…"""
        return target(self, relations_of(self.story), self.story, kind)


def open_package(data: bytes, limits: Limits) -> Package:
    """Open a Word document, without macros, and find its story."""
    archive = open_archive(data, limits)
    kinds = CONTENT_TYPES in archive.names
    types = archive.read(CONTENT_TYPES, limits.xml_bytes) if kinds else b""
    if b"macroEnabled" in types or any("vbaProject" in name for name in archive.names):
        raise Unreadable(Reason.MACROS)
    outside = Package(archive, limits, "", None)
    story = target(outside, "_rels/.rels", "", "officeDocument")
    if story is None or story not in archive.names:
        raise Unreadable(Reason.BROKEN)
    root = parse(archive.read(story, limits.xml_bytes), limits)
    if not root.tag.endswith("/main}document"):
        raise Unreadable(Reason.BROKEN)
    return Package(archive, limits, story, root)


def relations_of(part: str) -> str:
    """Where a part keeps its references to other parts."""
    folder, _, name = part.rpartition("/")
    return join(folder, "_rels", name + ".rels")


def target(package: Package, relations: str, base: str, kind: str) -> str | None:
    """Follow the reference of one kind, when it stays inside the package."""
    root = package.part(relations)
    if root is None:
        return None
    for reference in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        inside = reference.get("TargetMode") != "External"
        if inside and reference.get("Type", "").endswith(f"/{kind}"):
            place = join("/", dirname(base), reference.get("Target", ""))
            return normpath(place).lstrip("/")
    return None
