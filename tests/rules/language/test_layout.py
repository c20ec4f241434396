"""Headings, list items, table rows and paragraphs, as people write them."""

import pytest

from expliciet.rules.language.layout import pieces


def read(text: str) -> list[tuple[str, str]]:
    """The kind of each piece with its words."""
    return [(piece.kind, text[piece.start : piece.end]) for piece in pieces(text)]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in read(text)]


def cells(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in piece.cells] for piece in pieces(text)]


@pytest.mark.parametrize("mark", ["-", "*", "•", "·", "▪", "–", "+", ">", "[ ]", "[x]"])
def test_a_bullet_opens_an_item(mark: str):
    """Every program has its own bullet; all of them open an item."""
    text = f"{mark} de coach belt moeder\n{mark} de school mailt de cijfers\n"
    assert kinds(text) == ["item", "item"]
    for piece in pieces(text):
        assert text[piece.start : piece.start + piece.marker].strip() == mark


@pytest.mark.parametrize("mark", ["{}.", "{})"])
def test_a_number_opens_an_item(mark: str):
    """A numbered list of deeds is a list, and no row of headings."""
    lines = [
        f"{mark.format(n)} de coach belt moeder op {n} maart over het rooster."
        for n in (1, 2, 10)
    ]
    assert kinds("\n".join(lines)) == ["item", "item", "item"]


@pytest.mark.parametrize("marks", ["#", "##", "######"])
def test_hashes_make_a_heading(marks: str):
    """Light marks are understood; the marks are no words of the heading."""
    text = f"{marks} Wonen\n\nDe coach belt moeder."
    assert kinds(text) == ["heading", "text"]
    heading = next(iter(pieces(text)))
    assert text[heading.start + heading.marker : heading.end] == "Wonen"


@pytest.mark.parametrize(
    "heading", ["Wonen", "WONEN", "2. Wonen", "2.1 Wonen en schulden", "Afspraken:"]
)
def test_a_short_line_without_a_full_stop_above_sentences_is_a_heading(heading: str):
    """So plain notes are written: a word or two, and under it what was said."""
    text = f"{heading}\nDe coach belt moeder op 3 maart.\nDe school mailt de cijfers."
    assert kinds(text) == ["heading", "text", "text"]


def test_lines_that_are_all_short_are_no_headings():
    """A note of one deed a line has no heading at all."""
    text = "bellen met moeder\nmailen met school\nrooster opvragen\n"
    assert kinds(text) == ["text", "text", "text"]


def test_a_line_alone_is_never_a_heading():
    """Somebody who pastes one line asks about that line."""
    assert kinds("Verzekeringspas aanvragen") == ["text"]


def test_a_numbered_line_in_small_letters_is_no_heading():
    """A heading starts with a capital; '1. bellen' is something to do."""
    text = "De school mailt de cijfers.\n1. bellen met moeder\n2. mailen met school"
    assert kinds(text) == ["text", "item", "item"]


# Wrapped lines


def test_a_line_that_wraps_is_one_line():
    """A mail program broke the sentence; it is still one sentence."""
    first = "De coach belt moeder op 3 maart en vraagt haar naar het nieuwe"
    text = f"{first}\nrooster van de jongste. De school mailt.\nDe politie komt langs."
    assert kinds(text) == ["text", "text"]
    assert read(text)[0][1].startswith(f"{first}\nrooster")


def test_the_first_of_two_lines_that_wrap_is_no_heading():
    """Also where every other paragraph ends in a full stop."""
    text = (
        "De coach belt moeder op 3 maart en vraagt haar naar het\n"
        "rooster van de jongste.\n"
        "De school mailt."
    )
    assert kinds(text) == ["text", "text"]


def test_a_wrapped_line_may_go_on_with_a_name():
    """At the full width of the page the next word need not be a small one."""
    text = (
        "De coach belt moeder op 3 maart en vraagt haar naar het rooster van de\n"
        "Veldschool, en mailt het."
    )
    assert kinds(text) == ["text"]


def test_an_item_may_wrap():
    """The line under a bullet belongs to the bullet."""
    text = (
        "- De coach belt moeder op 3 maart en vraagt haar naar het nieuwe rooster\n"
        "  van de jongste.\n"
        "- De school mailt."
    )
    assert kinds(text) == ["item", "item"]


def test_a_line_that_has_been_said_does_not_wrap():
    """After a full stop something new begins."""
    line = "De coach belt moeder op 3 maart en vraagt haar naar het nieuwe rooster."
    assert kinds(f"{line}\n{line}") == ["text", "text"]


def test_an_empty_line_ends_a_paragraph():
    """However long the line before it."""
    line = "De coach belt moeder op 3 maart en vraagt haar naar het nieuwe rooster van"
    assert kinds(f"{line}\n\nde jongste, dan zien we verder.") == ["text", "text"]


def test_a_bullet_is_never_drawn_into_the_line_before_it():
    """However long that line is."""
    line = "De coach belt moeder op 3 maart en vraagt haar naar het nieuwe rooster van"
    assert kinds(f"{line}\n- moeder\n- vader") == ["text", "item", "item"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_any_machine_are_line_ends(end: str):
    """Notes from Windows read like notes from anywhere."""
    text = end.join(["# Wonen", "", "De coach belt moeder.", "- sleutel ophalen", ""])
    assert kinds(text) == ["heading", "text", "item"]


# Tables


@pytest.mark.parametrize(
    "row",
    [
        "| sleutel ophalen | coach | 3 maart |",
        "sleutel ophalen | coach | 3 maart",
        "sleutel ophalen\tcoach\t3 maart",
        "sleutel ophalen |coach| 3 maart",
    ],
)
def test_bars_and_tabs_make_cells(row: str):
    """Whichever program the table was copied from."""
    assert cells(row) == [["sleutel ophalen", "coach", "3 maart"]]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_three_spaced_dashes_make_cells(dash: str):
    """Deed, doer, day and how it stands, on one line of a mail."""
    row = f" {dash} ".join(["sleutel ophalen", "coach", "3 maart", "open"])
    assert cells(row) == [["sleutel ophalen", "coach", "3 maart", "open"]]


def test_a_dash_in_a_sentence_makes_no_cells():
    """Neither an aside between dashes, nor a hyphen within a word."""
    for text in (
        "De coach – zij was er al – belt moeder op 3 maart.",
        "De GGZ-jeugd-coach belt in week 3-4.",
    ):
        assert kinds(text) == ["text"]
        assert cells(text) == [[]]


def test_the_ruler_under_the_column_names_is_no_row():
    """Lines of dashes and bars are drawing, not words."""
    text = "| actie | wie |\n|---|:-:|\n| sleutel ophalen | coach |\n=====\n-----"
    assert kinds(text) == ["row", "row"]


def test_an_empty_cell_is_left_out():
    """What is not there cannot be asked about in its place."""
    assert cells("| sleutel ophalen |  | 3 maart |") == [["sleutel ophalen", "3 maart"]]


def test_a_bullet_before_a_row_stays_a_row():
    """A dash before the first cell is drawing as well."""
    (row,) = cells("- sleutel ophalen – coach – 3 maart – open")
    assert row[-3:] == ["coach", "3 maart", "open"]


# Nothing is lost


@pytest.mark.parametrize(
    "text",
    [
        "# Wonen\n\n  De coach belt.\n\n\n- een\n- twee\n\n| a | b |\n|---|\n| c | d |",
        "Wonen\nDe coach belt.\n\tSchulden\nDe school mailt.\r\n",
        "\n\n \n een \n\n",
        "",
        " \n\t\n",
    ],
)
def test_between_the_pieces_lies_nothing_but_white_space_and_drawing(text: str):
    """Every word of the minutes is in exactly one piece."""
    reached = 0
    for piece in pieces(text):
        assert reached <= piece.start < piece.end <= len(text)
        assert not text[reached : piece.start].strip(" \t\r\n|:-")
        assert all(piece.start <= a <= b <= piece.end for a, b in piece.cells)
        reached = piece.end
    assert not text[reached:].strip()
