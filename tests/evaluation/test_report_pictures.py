"""F58, F67: a report shows in pictures what its tables tell, and nothing beyond."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from expliciet.documents.paper import Grid, Part, Picture
from expliciet.evaluation.charts import printed
from expliciet.evaluation.figure_charts import charts
from expliciet.evaluation.figure_tables import frozen, hidden, tables
from expliciet.evaluation.reconstruction import DURATIONS, label_of_row
from expliciet.evaluation.reconstruction.naming import counted
from expliciet.evaluation.report import chapters, parts, standing_of
from tests.evaluation.finding import destroyed
from tests.evaluation.reporting import Course

pytestmark = pytest.mark.django_db
MEDIAN = 3
RECT = "{http://www.w3.org/2000/svg}rect"
"""Where half of it stands in a table of how long things took."""


def told(found: Course) -> tuple[Part, ...]:
    found.study.unlock_work()
    return parts(chapters(found.study, standing_of(found.lead)))


def pictured(found: Course) -> Iterator[tuple[Part, list[Picture], Grid]]:
    """Each heading under which something is drawn, with its table."""
    for part in told(found):
        pictures = [each for each in part.blocks if isinstance(each, Picture)]
        if pictures:
            (grid,) = [each for each in part.blocks if isinstance(each, Grid)]
            yield part, pictures, grid


def is_timed(part: Part) -> bool:
    return part.heading in {str(each.title) for each in DURATIONS}


def is_explicitness(part: Part) -> bool:
    return part.heading == str(counted("explicitness").title)


def said(picture: Picture) -> dict[str, str]:
    """What a picture says to who cannot see it: of each label its words."""
    lines = [each.rsplit(": ", 2)[-2:] for each in picture.told.split("; ")]
    return dict(lines)


def capital(words: object) -> str:
    return str(words)[:1].upper() + str(words)[1:]


def test_every_word_of_a_picture_stands_in_the_table_under_it() -> None:
    """V1, N15: by the words of its row and its column; what the table does not show
    is not in the picture either."""
    found = Course(busy=3, steps=6)
    found.counted()
    compared, left_out = 0, 0
    for part, pictures, grid in pictured(found):
        rows = {row[0]: row for row in grid.rows}
        whole = rows[capital(label_of_row("", "all"))]
        for picture in pictures:
            for label, words in said(picture).items():
                if is_timed(part):
                    row = rows.get(capital(label))
                    there = {row[MEDIAN] if row else hidden().words}
                elif is_explicitness(part):
                    there = {f"{row[-1]} ({row[-2]})" for row in grid.rows}
                    there.add(hidden().words)
                else:
                    there = {whole[grid.headers.index(capital(label))]}
                assert words in there, (part.heading, label)
                compared += 1
                left_out += words == hidden().words
    assert compared > 30
    assert 10 < left_out < compared - 10


def test_a_picture_draws_as_many_bars_as_its_table_shows_numbers() -> None:
    found = Course(busy=3, steps=6)
    found.counted()
    for part, pictures, _grid in pictured(found):
        if is_timed(part) or is_explicitness(part):
            continue
        for picture in pictures:
            words = said(picture).values()
            shown = [each for each in words if each != hidden().words]
            bars = ElementTree.fromstring(picture.drawing).iter(RECT)
            assert len([each for each in bars if each.get("width")]) == len(shown)


def test_pictures_are_those_of_the_screen_made_of_frozen_figures_alone() -> None:
    """V18: they stay as they are when a dossier goes; nothing is counted anew."""
    found = Course(busy=3, steps=6)
    made = found.counted()
    on_screen = [printed(each.draw()) for each in charts(frozen(made)).values()]
    before = [each for _, pictures, _ in pictured(found) for each in pictures]
    assert {(each.drawing, each.told) for each in before} == set(on_screen)
    assert len(before) == len(on_screen) > 5
    for each in found.study.dossiers.order_by("number")[:2]:
        destroyed(each)
    after = [each for _, pictures, _ in pictured(found) for each in pictures]
    assert after == before


def test_each_picture_stands_between_what_it_tells_and_its_table() -> None:
    found = Course(busy=3, steps=2)
    made = found.counted()
    known = {each.title: each for each in tables(frozen(made)).values()}
    for part, pictures, grid in pictured(found):
        first, *middle, last = part.blocks
        assert known[part.heading].tells in str(first)
        assert (middle, last) == (pictures, grid)
        assert all(each.caption and each.told for each in pictures)


def test_a_report_of_which_nothing_may_be_shown_has_no_picture() -> None:
    found = Course(busy=3, steps=2)
    found.study.smallest = 4
    found.study.save()
    made = found.counted()
    assert charts(frozen(made)) == {}
    assert list(pictured(found)) == []
