"""Every link leads somewhere, and every word is one that is used."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from tests.house.test_repository import ROOT, tracked, words_of

PACKAGE = ROOT / "src" / "expliciet"
GLOSSARY = ROOT / "docs" / "glossary.md"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")

PAGES = [
    path for path in tracked() if path.suffix == ".md" and "vendor" not in path.parts
]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """A page without its blocks and bits of code, where a bracket is a bracket."""
    without_blocks = re.sub(
        r"^```.*?^```", "", words_of(page), flags=re.MULTILINE | re.DOTALL
    )
    return re.sub(r"`[^`\n]*`", "", without_blocks)


def anchors(page: Path) -> set[str]:
    """The names by which the headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.+)$", words_of(page), re.MULTILINE)
    kept = [re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings]
    return {heading.replace(" ", "-") for heading in kept}


@pytest.mark.parametrize("sheet", PAGES, ids=name_of)
def test_every_link_leads_somewhere(sheet: Path) -> None:
    for link in LINK.findall(prose(sheet)):
        if re.match(r"[a-z]+:", link):
            assert link.startswith("https://"), link
            continue
        name, _, anchor = link.partition("#")
        target = (sheet.parent / name).resolve() if name else sheet
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_under_docs_can_be_reached() -> None:
    reached = {(ROOT / "README.md").resolve()}
    ahead = list(reached)
    while ahead:
        page = ahead.pop()
        for link in LINK.findall(prose(page)):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.exists() and target not in reached:
                reached.add(target)
                ahead.append(target)
    pages = {page.resolve() for page in PAGES if "docs" in page.parts}
    assert pages - reached == set()


def test_every_picture_is_shown_on_a_page() -> None:
    shown = {
        (page.parent / link).resolve()
        for page in PAGES
        for link in LINK.findall(prose(page))
        if link.endswith(".png")
    }
    kept = {
        path.resolve()
        for path in tracked()
        if path.suffix == ".png" and "docs" in path.parts
    }
    assert kept - shown == set()


def test_the_tool_takes_pictures_that_the_manual_shows() -> None:
    tool = words_of(ROOT / "tools" / "pictures.py")
    taken = set(re.findall(r'\bpicture\("([\w-]+)"', tool))
    kept = {path.stem for path in (ROOT / "docs/handleiding/beelden").glob("*.png")}
    assert taken
    assert taken - kept == set()


def tables() -> list[list[list[str]]]:
    """The rows of each table in the glossary, without its head."""
    found = re.findall(r"(?:^\|.*\|\n)+", words_of(GLOSSARY), re.MULTILINE)
    return [[cells(row) for row in rows.splitlines()] for rows in found]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_the_glossary_is_well_formed() -> None:
    assert len(tables()) == 2
    for head, _, *rows in tables():
        assert head == ["Dutch", "in code", "room", "meaning"]
        for row in rows:
            assert len(row) == 4, row
            assert all(row), row
            assert re.fullmatch(r"`\w+`", row[1]), row
            assert not row[3].endswith("."), row
        dutch = [row[0].casefold() for row in rows]
        assert dutch == sorted(set(dutch))


def test_no_word_means_two_things() -> None:
    dutch = [row[0].casefold() for table in tables() for row in table[2:]]
    assert len(dutch) == len(set(dutch))


@pytest.mark.parametrize("row", tables()[0][2:], ids=lambda row: row[0])
def test_a_word_in_use_is_used_in_its_room(row: list[str]) -> None:
    _, code, room, _ = row
    modules = sorted((PACKAGE / room).rglob("*.py"))
    named = re.compile(rf"\b{code.strip('`')}\b")
    assert any(named.search(words_of(module)) for module in modules)


def test_every_model_has_a_word_in_the_glossary() -> None:
    """Words on screen and words in code are married, none left single."""
    ours = {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("expliciet.")
    }
    married = {row[1].strip("`") for row in tables()[0][2:]}
    assert ours - married == set()


@pytest.mark.parametrize("row", tables()[1][2:], ids=lambda row: row[0])
def test_a_word_to_come_has_a_room_on_the_plan(row: list[str]) -> None:
    assert f"| {row[2]} |" in prose(ROOT / "docs" / "architecture.md") + "| web |"
