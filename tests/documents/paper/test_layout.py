"""Measures that both kinds of paper share. F87."""

from dataclasses import replace

import pytest

from expliciet.documents.paper import Grid, Part
from expliciet.documents.paper.layout import footer, header, levels, moment, shares

from .duinmeer import ENGLISH, MADE, PAPER, PROMISES


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ([1, 2, 3, 1, 2], [1, 2, 3, 1, 2]),
        ([2, 2], [1, 2]),
        ([1, 3, 3], [1, 2, 3]),
        ([0, -1], [1, 1]),
        ([1, 2, 3, 4, 9], [1, 2, 3, 3, 3]),
    ],
)
def test_no_heading_skips_a_level(asked, given):
    assert levels(tuple(Part("kop", level) for level in asked)) == given


def test_a_part_without_heading_is_no_step_down():
    assert levels((Part("kop"), Part("", 2), Part("kop", 3))) == [1, 2, 2]


def test_a_date_gets_the_room_it_asks_and_long_texts_share_the_rest():
    who, deed, before, done, state = shares(PROMISES)
    assert who >= len("Wijkteam Duinmeer")
    assert before >= len("10 december 2026")
    assert deed > done > state


def test_with_many_columns_each_keeps_some_room():
    grid = Grid("", ("kop",) * 12, (("tekst " * 30,) * 12,))
    assert len(set(shares(grid))) == 1
    assert min(shares(Grid("", ("a", ""), ()))) > 0


def test_a_moment_is_written_out_in_the_language_of_the_paper():
    assert moment(PAPER) == "26 november 2026, 15:45"
    assert moment(replace(PAPER, language="en")) == "26 November 2026, 15:45"
    early = replace(PAPER, made_at=MADE.replace(month=3, day=1, hour=9, minute=5))
    assert moment(early) == "1 maart 2026, 09:05"


def test_what_is_empty_is_left_out_around_the_page():
    paper = replace(PAPER, made_for="", export_number=" ", confidential=False)
    assert footer(paper) == "26 november 2026, 15:45"
    assert header(paper) == (PAPER.house, PAPER.number, "")


def test_a_long_name_is_cut_off_around_the_page():
    paper = replace(PAPER, language="en", words=ENGLISH, made_for="Naam " * 40)
    assert footer(paper).startswith("Made for Naam Naam")
    assert "…" in footer(paper)
    assert len(footer(paper)) < 180


@pytest.mark.parametrize("title", ["", " \n", "\x00"])
def test_a_paper_has_a_title(title):
    with pytest.raises(ValueError, match="without a title"):
        replace(PAPER, title=title)


def test_a_moment_has_a_zone():
    with pytest.raises(ValueError, match="without a time zone"):
        replace(PAPER, made_at=MADE.replace(tzinfo=None))


def test_a_grid_has_headers_and_no_cell_without_one():
    with pytest.raises(ValueError, match="without headers"):
        Grid("", (), ())
    with pytest.raises(ValueError, match="more cells"):
        Grid("", ("a",), (("1", "2"),))
