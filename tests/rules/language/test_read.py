"""Minutes read into agenda items and sentences."""

import pytest

from expliciet.rules import Glossary
from expliciet.rules.language.read import LONGEST, MOST_IN_ITEM, sections

NOTHING = Glossary()

MINUTES = """\
Overleg over fictieve casus 12

# Wonen

De coach belt moeder op 3 maart. De school mailt z.s.m. de cijfers.

Afspraken:
- De wijkagent haalt de sleutel op. Dat is dezelfde dag klaar.

| actie | wie | wanneer |
|-------|-----|---------|
| slot vervangen. Of niet? | huismeester | ? |
"""


def read(text: str) -> list[tuple[str, list[str]]]:
    """Each agenda item by its heading, with its sentences."""
    return [
        (section.heading, [s.text for s in section.statements])
        for section in sections(text, NOTHING)
    ]


def test_sentences_stand_under_the_heading_above_them():
    """What stands before any heading is an item without one."""
    items = read(MINUTES)
    assert [heading for heading, _ in items][-2:] == ["Wonen", "Afspraken:"]
    assert items[-2][1] == [
        "De coach belt moeder op 3 maart.",
        "De school mailt z.s.m. de cijfers.",
    ]


def test_a_table_row_is_one_statement_whatever_marks_it_holds():
    """A '?' in a cell is a hole in the row, and ends no sentence."""
    rows = [s for s in read(MINUTES)[-1][1] if "|" in s]
    assert rows == [
        "| actie | wie | wanneer |",
        "| slot vervangen. Of niet? | huismeester | ? |",
    ]


def test_a_statement_knows_its_place_and_its_neighbours():
    """So a rule can look around, but never into another agenda item."""
    for section in sections(MINUTES, NOTHING):
        first, last = section.statements[0], section.statements[-1]
        assert first.neighbour(-1) is None
        assert last.neighbour(1) is None
        for here, following in zip(
            section.statements, section.statements[1:], strict=False
        ):
            assert here.neighbour(1) is following
            assert following.neighbour(-1) is here
        for statement in section.statements:
            end = statement.start + len(statement.text)
            assert MINUTES[statement.start : end] == statement.text


def test_all_words_but_those_of_the_headings_are_in_a_statement():
    """Nothing of what was said goes unread."""
    said = " ".join(s for _, statements in read(MINUTES) for s in statements)
    for line in MINUTES.splitlines():
        words = line.strip("#|- \n")
        if words and line not in ("# Wonen", "Afspraken:", MINUTES.splitlines()[0]):
            assert words in said


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "# Wonen\n\n## Schulden\n", "---\n==="]
)
def test_where_nothing_is_said_there_is_no_agenda_item(text: str):
    """A heading with nothing under it has no sentences to ask about."""
    assert read(text) == []


def test_an_endless_sentence_is_read_in_parts():
    """Memory and time stay bounded, and no word is lost or cut where it can be."""
    word = "bellen "
    text = word * 2000
    parts = [s for _, statements in read(text) for s in statements]
    assert len(parts) > 1
    assert max(map(len, parts)) <= LONGEST
    assert " ".join(parts).split() == text.split()


def test_a_word_without_an_end_is_cut():
    """A megabyte without a space is no reason to stand still."""
    parts = [s for _, statements in read("a" * 10_000) for s in statements]
    assert "".join(parts) == "a" * 10_000
    assert max(map(len, parts)) == LONGEST


def test_an_endless_agenda_item_is_read_in_parts_under_one_heading():
    """Each part knows the heading, and no sentence is lost."""
    text = "# Acties\n\n" + "Bel moeder.\n" * (MOST_IN_ITEM * 2 + 1)
    items = read(text)
    assert [heading for heading, _ in items] == ["Acties"] * 3
    assert [len(statements) for _, statements in items] == [
        *(MOST_IN_ITEM, MOST_IN_ITEM, 1),
    ]


def test_what_a_field_is_for_tells_what_its_sentences_do():
    """The reasons of a decision are a consideration, however they are worded."""
    (section,) = sections("De coach belt. De school mailt.", NOTHING, "consideration")
    assert {s.kind for s in section.statements} == {"consideration"}
