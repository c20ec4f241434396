"""Pins remarks to exact stretches of a Word document's text.

Word hangs a remark between two markers that stand beside runs. Where a remark
begins or ends inside a run, the run is divided; both halves keep its formatting.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import deepcopy

from ..document import Comment
from ..markup import Element
from .walk import Piece

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def anchor(
    pieces: list[Piece], comments: Sequence[Comment], first_id: int, w: str
) -> None:
    """Put markers around the text of every comment, numbered from `first_id`."""
    starts = [piece.start for piece in pieces]
    ends = [piece.end for piece in pieces]
    spans = [covered(starts, ends, comment) for comment in comments]
    pieces = divide(pieces, {place for span in spans for place in span})
    starts = [piece.start for piece in pieces]
    ends = [piece.end for piece in pieces]
    # The last remark is pinned first, so that at a shared end the first stays in front.
    for number, (start, end) in reversed(list(enumerate(spans, first_id))):
        opening = make(f"{w}commentRangeStart", {f"{w}id": str(number)})
        closing = make(f"{w}commentRangeEnd", {f"{w}id": str(number)})
        head = pieces[min(bisect_left(starts, start), len(pieces) - 1)].node
        tail = pieces[max(bisect_right(ends, end) - 1, 0)].node
        run_from(head, w).addprevious(opening)
        if start < end:
            run_until(tail, w).addnext(closing)
        else:
            opening.addnext(closing)
        closing.addnext(reference(number, w))


def covered(starts: list[int], ends: list[int], comment: Comment) -> tuple[int, int]:
    """The part of a span that stands in the document itself.

    Marks of ours, such as "# " and " | ", are nowhere in Word. A remark on
    nothing else moves to the text that follows.
    """
    first = bisect_right(ends, comment.start)
    last = bisect_left(starts, comment.end) - 1
    if first > last:
        place = starts[min(first, len(starts) - 1)]
        return place, place
    return max(comment.start, starts[first]), min(comment.end, ends[last])


def divide(pieces: list[Piece], places: set[int]) -> list[Piece]:
    """Cut the texts at these places, without yet touching their runs."""
    cuts = sorted(places)
    divided = []
    for piece in pieces:
        inside = cuts[bisect_right(cuts, piece.start) : bisect_left(cuts, piece.end)]
        if not inside:
            divided.append(piece)
            continue
        text, node = piece.node.text, piece.node
        for start, end in zip(
            [piece.start, *inside], [*inside, piece.end], strict=True
        ):
            if start > piece.start:
                following = make(node.tag, {})
                node.addnext(following)
                node = following
            node.text = text[start - piece.start : end - piece.start]
            node.set(SPACE, "preserve")
            divided.append(Piece(start, end, node))
    return divided


def run_from(node: Element, w: str) -> Element:
    """The run that begins with this text; what stood before it gets its own."""
    run = node.getparent()
    before = [
        other for other in node.itersiblings(preceding=True) if other.tag != f"{w}rPr"
    ]
    if before:
        run.addprevious(like(run, list(reversed(before)), w))
    return run


def run_until(node: Element, w: str) -> Element:
    """The run that ends with this text; what stood after it gets its own."""
    run = node.getparent()
    after = list(node.itersiblings())
    if after:
        run.addnext(like(run, after, w))
    return run


def like(run: Element, content: list[Element], w: str) -> Element:
    """A run with the same formatting and this part of the content."""
    other = make(run.tag, dict(run.attrib))
    formatting = run.find(f"{w}rPr")
    if formatting is not None:
        other.append(deepcopy(formatting))
    for element in content:
        other.append(element)
    return other


def reference(number: int, w: str) -> Element:
    """The run in which Word shows the balloon's hook."""
    run = make(f"{w}r", {})
    run.append(make(f"{w}commentReference", {f"{w}id": str(number)}))
    return run


def make(tag: str, attributes: dict[str, str]) -> Element:
    """A new element; one of Word's own gets the prefix Word is used to."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    prefix = {"w": tag[1:].partition("}")[0]} if "wordprocessingml" in tag else None
    return etree.Element(tag, attributes, nsmap=prefix)
