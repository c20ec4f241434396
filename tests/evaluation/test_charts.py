"""Charts: only a picture, the same each time, and open about what may not be told."""

import sys
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from expliciet.evaluation.charts import Cell, Spread, bars, bars_by_period, line, spread

SVG = "{http://www.w3.org/2000/svg}"
FEW = "minder dan 5"
CELLS = [Cell("2024", 12, "12"), Cell("2025", None, FEW), Cell("2026", 7.5, "7,5")]
SPREADS = [
    Spread("melding tot weging", (2, 5, 12), "5 dagen (2 tot 12)"),
    Spread("weging tot daad", None, FEW),
]


def of_cells(draw: Callable[[str, list[Cell]], bytes]) -> Callable[[], bytes]:
    return lambda: draw("Per jaar", CELLS)


CHARTS: list[Callable[[], bytes]] = [
    of_cells(bars),
    of_cells(bars_by_period),
    of_cells(line),
    lambda: spread("Hoe lang het duurde", SPREADS),
]


def printed(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [element.text or "" for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_runs_and_nothing_comes_from_elsewhere(
    chart: Callable[[], bytes],
) -> None:
    """V1"""
    svg = chart()
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= set("svg title desc defs style g rect path text circle".split())
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if "href" in name or name.startswith("on")]
    bare = svg.replace(b"http://www.w3.org/2000/svg", b"")
    bare = bare.replace(b"http://www.w3.org/1999/xlink", b"")
    for mark in (b"http", b"//", b"url(", b"@import", b"<?xml-stylesheet", b"<!--"):
        assert mark not in bare


@pytest.mark.parametrize("chart", CHARTS)
def test_the_same_cells_make_the_same_bytes(chart: Callable[[], bytes]) -> None:
    assert chart() == chart()


@pytest.mark.parametrize("chart", CHARTS)
def test_what_may_not_be_told_is_shown_as_such(chart: Callable[[], bytes]) -> None:
    """F68"""
    assert FEW in printed(chart())


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_says_in_words_what_it_shows(chart: Callable[[], bytes]) -> None:
    root = ElementTree.fromstring(chart())
    assert root.get("role") == "img"
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text
    assert told is not None
    assert f": {FEW}" in (told.text or "")


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_readable_in_the_dark(chart: Callable[[], bytes]) -> None:
    assert b"prefers-color-scheme:dark" in chart()


def test_labels_and_words_stand_in_the_picture() -> None:
    for svg in (bars("x", CELLS), bars_by_period("x", CELLS), line("x", CELLS)):
        assert {"2024", "2025", "2026", "12", "7,5"} <= set(printed(svg))
    assert {"melding tot weging", "5 dagen (2 tot 12)"} <= set(
        printed(spread("x", SPREADS))
    )


def test_a_value_that_may_not_be_told_has_no_bar() -> None:
    """Whatever is behind the words, the picture is that of nothing."""
    root = ElementTree.fromstring(bars("x", [Cell("a", 9, "9"), Cell("b", None, FEW)]))
    widths = [
        float(bar.get("width", 0))
        for bar in root.iter(f"{SVG}rect")
        if "rect" in (bar.get("class") or "").split()
    ]
    assert sorted(width > 0 for width in widths) == [False, True]


def test_a_line_is_broken_where_a_value_may_not_be_told() -> None:
    cells = [Cell(str(at), None if at == 2 else at + 1, FEW) for at in range(5)]
    root = ElementTree.fromstring(line("x", cells))
    lines = [
        path
        for path in root.iter(f"{SVG}path")
        if "line" in (path.get("class") or "")
        and "reactive" in (path.get("class") or "")
    ]
    assert len(lines) == 2


words = some.text(max_size=60)
cells = some.builds(
    Cell, words, some.none() | some.floats(0, 1e6, allow_subnormal=False), words
)


@given(words, some.lists(cells, max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_words_stay_words(title: str, found: list[Cell]) -> None:
    for draw in (bars, bars_by_period, line):
        root = ElementTree.fromstring(draw(title, found))
        assert not list(root.iter(f"{SVG}script"))


def test_words_that_look_like_a_program_are_shown_as_they_are() -> None:
    evil = "<script>alert(1)</script>&"
    svg = bars(evil, [Cell("<b>", 1, evil)])
    assert b"<script" not in svg
    assert evil in printed(svg)


def test_no_import_warns_because_something_was_drawn() -> None:
    """The library hooks into every import of Python; that comes off again."""
    bars("verzonnen", [Cell("een", 1, "1")])
    assert not [each for each in sys.meta_path if not hasattr(each, "find_spec")]
