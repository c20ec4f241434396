"""Loaded words in what people said lead to what each partner means by them (N12).

`{% explained %} … {% endexplained %}` around a page looks only at what somebody said:
the texts that stand in `dir="auto"`, and in those never at a link, a button or a field.
Each word once in a text; a page full of links reads badly.
"""

import re
from collections.abc import Iterator

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ..house.vocabulary import Vocabulary

register = template.Library()

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
SAID = 'dir="auto"'
EMPTY = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
LEFT_ALONE = {
    *("a", "bdi", "button", "label", "legend", "option", "select", "summary"),
    *("svg", "textarea", "time", "title"),
}


class Explained(Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        page = self.nodelist.render(context)
        vocabulary = context.get("vocabulary")
        return explain(page, vocabulary) if vocabulary else page


@register.tag
def explained(parser: Parser, token: Token) -> Explained:
    nodelist = parser.parse(("endexplained",))
    parser.delete_first_token()
    return Explained(nodelist)


def explain(page: str, vocabulary: Vocabulary) -> SafeString:
    """The same page, with each loaded word in a text a link; nothing else changes."""
    if not vocabulary.pattern.search(page):
        return mark_safe(page)  # noqa: S308  # as it came from the template
    return mark_safe("".join(pieces(page, vocabulary)))  # noqa: S308  # as above


def pieces(page: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Tag by tag. Within a text the signs that mean something are escaped already, so
    whatever looks like a tag is one of ours."""
    open_tags: list[tuple[str, set[str] | None, bool]] = []
    for piece in TAG.split(page):
        _name, seen, closed = open_tags[-1] if open_tags else ("", None, False)
        if not piece.startswith("<"):
            yield piece if seen is None or closed else linked(piece, vocabulary, seen)
            continue
        yield piece
        found = NAME.match(piece)
        if found is None:
            continue
        name = found[1].lower()
        if piece.startswith("</"):
            while open_tags and open_tags.pop()[0] != name:
                pass
        elif name not in EMPTY and not piece.endswith("/>"):
            text = set() if seen is None and SAID in piece else seen
            open_tags.append((name, text, closed or name in LEFT_ALONE))


def linked(text: str, vocabulary: Vocabulary, seen: set[str]) -> str:
    def link(found: re.Match[str]) -> str:
        place = vocabulary.place(found[0])
        if place in seen:
            return found[0]
        seen.add(place)
        return format_html(
            '<a class="loaded" href="{}">{}</a>',
            place,
            mark_safe(found[0]),  # noqa: S308  # escaped already
        )

    return vocabulary.pattern.sub(link, text)
