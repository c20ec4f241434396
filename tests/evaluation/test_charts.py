"""Charts: only a picture, the same each time, and open about what may not be told."""

import sys
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from expliciet.documents.paper.drawn import drawn
from expliciet.evaluation.charts import (
    Cell,
    Spread,
    bars,
    line,
    look,
    pairs,
    printed,
    spread,
)

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
    lambda: pairs("Per jaar", CELLS, CELLS[::-1]),
    of_cells(line),
    lambda: spread("Hoe lang het duurde", SPREADS),
]


def said_in(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [element.text for element in root.iter(f"{SVG}text") if element.text]


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
    assert FEW in said_in(chart())


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
    for svg in (bars("x", CELLS), pairs("x", CELLS, CELLS), line("x", CELLS)):
        assert {"2024", "2025", "2026", "12", "7,5"} <= set(said_in(svg))
    assert {"melding tot weging", "5 dagen (2 tot 12)"} <= set(
        said_in(spread("x", SPREADS))
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
    for svg in (bars(title, found), pairs(title, found, found), line(title, found)):
        root = ElementTree.fromstring(svg)
        assert not list(root.iter(f"{SVG}script"))


def test_words_that_look_like_a_program_are_shown_as_they_are() -> None:
    evil = "<script>alert(1)</script>&"
    svg = bars(evil, [Cell("<b>", 1, evil)])
    assert b"<script" not in svg
    assert evil in said_in(svg)


def test_no_import_warns_because_something_was_drawn() -> None:
    """The library hooks into every import of Python; that comes off again."""
    bars("verzonnen", [Cell("een", 1, "1")])
    assert not [each for each in sys.meta_path if not hasattr(each, "find_spec")]


def shapes(svg: bytes, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}{name}"))


def test_long_labels_that_begin_alike_can_be_told_apart() -> None:
    labels = ("opgeschaald, alle criteria gehaald", "opgeschaald, niet alle criteria")
    said = set(said_in(bars("x", [Cell(each, 1, "1") for each in labels])))
    assert said == {
        "opgeschaald, alle criteria",
        "gehaald",
        "opgeschaald, niet alle",
        "criteria",
        "1",
    }


def test_what_took_equally_long_everywhere_is_still_to_be_seen() -> None:
    alike = spread("x", [Spread("a", (9, 9, 9), "9"), Spread("b", None, FEW)])
    wide = [each for each in shapes(alike, "rect") if "rect" in each.get("class", "")]
    seen = [each for each in wide[2:] if float(each.get("width", 0)) > 1]
    assert len(seen) == 1


@pytest.mark.parametrize("chart", CHARTS)
def test_on_paper_a_chart_has_the_same_words_and_shapes(
    chart: Callable[[], bytes],
) -> None:
    """F67: paper shows what the screen shows, and it says so to who cannot see it."""
    on_screen, on_paper = chart(), printed(chart())
    plain = drawn(on_paper.drawing).svg.encode()
    assert said_in(plain) == said_in(on_screen)
    assert f": {FEW}" in on_paper.told
    assert on_paper.told.startswith(("Per jaar: ", "Hoe lang het duurde: "))
    widths = [float(each.get("width", 0)) for each in shapes(plain, "rect")]
    assert max(widths, default=0) < look.WIDTH * 0.9


def test_then_and_now_stand_under_each_other_in_shades_that_differ() -> None:
    """N22, N15: of each label the words and a bar of both, as far as they may tell."""
    before = [Cell("op tijd", 3, "2025: 3"), Cell("te laat", None, f"2025: {FEW}")]
    now = [Cell("op tijd", 9, "2026: 9"), Cell("te laat", 4, "2026: 4")]
    told = printed(pairs("Afspraken", before, now))
    assert told.told == (
        f"Afspraken: op tijd: 2025: 3, 2026: 9; te laat: 2025: {FEW}, 2026: 4"
    )
    groups = [each for each in shapes(told.drawing, "g") if each.get("stroke")]
    bars_in = {
        each.get("fill"): [
            float(bar.get("width", 0))
            for bar in each.iter(f"{SVG}rect")
            if bar.get("width")
        ]
        for each in groups
        if list(each.iter(f"{SVG}rect"))
    }
    (four, nine), (three,) = bars_in["#14566b"], bars_in["#c9dde3"]
    assert four / nine == pytest.approx(4 / 9)
    assert three / nine == pytest.approx(3 / 9)


@pytest.mark.parametrize("chart", CHARTS)
def test_on_paper_a_chart_needs_nothing_but_itself(chart: Callable[[], bytes]) -> None:
    """V1: what is left of it is all that it needs to look as it does."""
    plain = drawn(printed(chart()).drawing).svg
    for mark in ("style", "class", "script", "href", "url", "title", "desc"):
        assert mark not in plain
    assert plain.count('fill="#14566b"') >= 1


def test_shades_on_paper_stay_apart_without_colour() -> None:
    """A printer without colours: the two halves of a spread are dark and light."""
    plain = drawn(printed(spread("x", SPREADS)).drawing).svg.encode()
    greys = {
        grey(each.get("fill", ""))
        for each in shapes(plain, "g")
        if each.get("fill", "").startswith("#")
    }
    assert max(greys) - min(greys) > 100


def grey(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
