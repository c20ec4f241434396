"""Text is as wide as a screen shows it."""

from hypothesis import given
from hypothesis import strategies as st

from expliciet.checking import columns


def test_a_wide_sign_takes_two_columns_and_a_riding_mark_none():
    assert columns.width("日本") == 4
    assert columns.width("e\u0301") == 1


def test_a_tab_reaches_to_the_next_stop():
    cells = list(columns.cells([("ab\tc", False)]))
    assert "".join(cell.sign for cell in cells) == "ab  c"


def test_lines_break_between_words():
    assert columns.wrapped("een twee drie", 9) == ["een twee", "drie"]


def test_a_word_that_never_fits_is_broken_inside():
    assert columns.wrapped("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@given(st.text(), st.integers(min_value=4, max_value=40))
def test_no_line_is_wider_than_its_screen(text, wide):
    for row in columns.rows(columns.cells([(text, False)]), wide):
        assert sum(cell.width for cell in row) <= wide


@given(st.text(alphabet=st.characters(exclude_characters="\t")))
def test_no_sign_is_lost_in_wrapping(text):
    rows = columns.rows(columns.cells([(text, False)]), 20)
    assert "".join(cell.sign for row in rows for cell in row) == text
