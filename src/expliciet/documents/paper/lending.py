"""The styles that a story needs, by name: those of the house, or lent by us."""

from copy import deepcopy
from typing import Any

from ..docx.skeleton import NAMESPACE, W
from ..unreadable import Reason
from . import letter
from .refusing import Refusal, TemplateRefused
from .wordml import Element, w


class Styles:
    """Finds what the template calls a style, and lends it ours when it has none."""

    def __init__(self, document: Any) -> None:
        from lxml import etree  # type: ignore[import-untyped, unused-ignore]

        self.document = document
        self.root: Element = document.styles.element
        if self.root.tag != f"{W}styles":
            raise TemplateRefused(Refusal.FILE, because=Reason.BROKEN)
        self.ours: Element = etree.fromstring(letter.STYLES)
        self.known: dict[str, str] = {
            name_of(each): each.get(f"{W}styleId") for each in styles(self.root)
        }

    def of(self, name: str) -> str:
        """What this style is called within the template."""
        if name.lower() not in self.known:
            self.known[name.lower()] = self.lend(name)
        return self.known[name.lower()]

    def lend(self, name: str) -> str:
        ours = {name_of(each): each for each in styles(self.ours)}
        lent = deepcopy(ours[name.lower()])
        identity = lent.get(f"{W}styleId")
        if identity in self.known.values():
            identity = f"Expliciet{identity}"
            lent.set(f"{W}styleId", identity)
        self.rest_on_the_house(lent)
        for number in lent.iter(f"{W}numId"):
            number.set(f"{W}val", self.lend_bullets())
        self.root.append(lent)
        return str(identity)

    def rest_on_the_house(self, lent: Element) -> None:
        """A style that we lend builds on what is usual in the template."""
        kind = lent.get(f"{W}type")
        usual = next(
            (
                each.get(f"{W}styleId")
                for each in styles(self.root)
                if each.get(f"{W}type") == kind and each.get(f"{W}default") in ON
            ),
            None,
        )
        for reference in [*lent.iter(f"{W}basedOn"), *lent.iter(f"{W}next")]:
            if usual is None:
                reference.getparent().remove(reference)
            else:
                reference.set(f"{W}val", usual)

    def lend_bullets(self) -> str:
        """The number of our list, told to the template."""
        numbering = numbering_of(self.document)
        abstract = free_number(numbering, "abstractNum", "abstractNumId")
        number = free_number(numbering, "num", "numId")
        from lxml import etree

        ours = etree.fromstring(letter.NUMBERING).find(f"{W}abstractNum")
        ours.set(f"{W}abstractNumId", abstract)
        lists = numbering.findall(f"{W}abstractNum")
        numbering.insert(numbering.index(lists[-1]) + 1 if lists else 0, ours)
        listed = w("num", w("abstractNumId", val=abstract), numId=number)
        before = numbering.findall(f"{W}num") or numbering.findall(f"{W}abstractNum")
        numbering.insert(numbering.index(before[-1]) + 1, listed)
        return number

    def speak(self, language: str) -> None:
        """Tell Word in which language the words are."""
        run = self.root
        for tag in ("docDefaults", "rPrDefault", "rPr"):
            inner = run.find(f"{W}{tag}")
            if inner is None:
                inner = w(tag)
                run.insert(0, inner)
            run = inner
        if run.find(f"{W}lang") is None:
            run.append(w("lang"))
        for said in self.root.iter(f"{W}lang"):
            said.set(f"{W}val", language)


ON = ("1", "true", "on")


def styles(root: Element) -> list[Element]:
    return list(root.findall(f"{W}style"))


def name_of(style: Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val", "")).lower()


def numbering_of(document: Any) -> Element:
    """The lists of a document; it gets a part for them when it has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    story = document.part
    try:
        part = story.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        part = NumberingPart.load(
            PackURI("/word/expliciet-numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            f'<w:numbering xmlns:w="{NAMESPACE}"/>'.encode(),
            story.package,
        )
        story.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element


def free_number(numbering: Element, tag: str, attribute: str) -> str:
    taken = [int(each.get(f"{W}{attribute}")) for each in numbering.iter(f"{W}{tag}")]
    return str(max(taken, default=0) + 1)
