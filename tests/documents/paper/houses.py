"""Templates that a house might bring along: made in Word, or made to do harm."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from expliciet.documents.paper import own_template
from tests.documents.word import OFFICE, PACKAGE, p, table, word

PLACED = (
    p("{{ title }}", style="Titel")
    + p("{{p story }}")
    + p("{{ confidential }} · {{ footer }}")
)


def house(body: str = PLACED, **parts: str | bytes) -> bytes:
    """A template with this body, in styles of its own, with Dutch names for them."""
    return word(body, **parts)


def anew(
    data: bytes | None = None, replaced: dict[str, tuple[str, str]] | None = None,
    **parts: str | bytes,
) -> bytes:  # fmt: skip
    """A template, ours unless given, with words replaced and parts added."""
    packed = BytesIO()
    with (
        ZipFile(BytesIO(data or own_template())) as old,
        ZipFile(packed, "w", ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name).decode()
            before, after = (replaced or {}).get(name, ("", ""))
            new.writestr(name, part.replace(before, after) if before else part)
        for name, added in parts.items():
            new.writestr(name, added)
    return packed.getvalue()


def related(kind: str, target: str, *, outside: bool) -> dict[str, str]:
    """A reference of the document to something else."""
    mode = ' TargetMode="External"' if outside else ""
    return {
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId9" '
            f'Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
        )
    }


__all__ = ["PLACED", "anew", "house", "p", "related", "table"]
