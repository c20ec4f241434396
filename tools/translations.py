"""Keep what the screens say in step with its translations.

``update`` gathers every message from code and templates into the catalogues and
compiles them; ``check`` tells what is missing, unsure, left over or stale, and
changes nothing. Needs no gettext on the machine.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).parents[1] / "src" / "expliciet"
LOCALE = PACKAGE / "web" / "locale"
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
COMMENT_TAGS = ("Translators:",)


def sources() -> Iterator[tuple[Path, bytes]]:
    """Everything with words in it, templates first turned into Python."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.read_bytes()
    for path in sorted(PACKAGE.rglob("templates/**/*.*")):
        # What is not a message comes out as XXX; its indentation means nothing.
        python = templatize(path.read_text(encoding="utf-8"))
        yield path, re.sub(r"^[ \t]+", "", python, flags=re.MULTILINE).encode()


def collect() -> Catalog:
    """Every message, with where it is said."""
    catalog = Catalog()
    for path, text in sources():
        where = path.relative_to(PACKAGE).as_posix()
        for line, message, comments, context in extract(
            "python", BytesIO(text), KEYWORDS, COMMENT_TAGS, {"encoding": "utf-8"}
        ):
            catalog.add(
                message,
                locations=[(where, line)],
                auto_comments=comments,
                context=context,
            )
    return catalog


def catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def compiled(catalog: Catalog) -> bytes:
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def named(path: Path, message: object) -> str:
    return f"{path.parts[-3]}: {message!r}"


def complaints() -> Iterator[str]:
    """One line for each thing that is not in step."""
    said = {(m.id, m.context) for m in collect() if m.id}
    if not catalogues():
        yield f"there is no catalogue under {LOCALE.relative_to(PACKAGE)}"
    for path in catalogues():
        catalog = read(path)
        there = {(m.id, m.context): m for m in catalog if m.id}
        for message, _ in said - there.keys():
            yield f"not in the catalogue: {named(path, message)}"
        for message, _ in there.keys() - said:
            yield f"no longer said: {named(path, message)}"
        for entry in there.values():
            strings = entry.string or ""
            if not all([strings] if isinstance(strings, str) else strings):
                yield f"not translated: {named(path, entry.id)}"
            elif entry.fuzzy:
                yield f"unsure: {named(path, entry.id)}"
            elif placeholders(entry.id) != placeholders(strings):
                yield f"other placeholders: {named(path, entry.id)}"
        mo = path.with_suffix(".mo")
        if not mo.exists() or mo.read_bytes() != compiled(catalog):
            yield f"stale: {mo.relative_to(PACKAGE)}"


def placeholders(text: str | tuple[str, ...] | list[str]) -> set[str]:
    words = text if isinstance(text, str) else " ".join(text)
    return set(re.findall(r"%\(\w+\)[sd]|\{\w*\}", words))


def update() -> None:
    said = collect()
    for path in catalogues():
        catalog = read(path)
        catalog.update(said, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=88, include_lineno=False, sort_output=True)
        path.with_suffix(".mo").write_bytes(compiled(read(path)))


def main(arguments: list[str]) -> int:
    if arguments == ["update"]:
        update()
    elif arguments != ["check"]:
        print("Say `check` or `update`.", file=sys.stderr)
        return 2
    lines = sorted(complaints())
    print("\n".join(lines), end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
