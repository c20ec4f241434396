"""The words a house has agreed on, in a file that anyone can mend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expliciet.rules import Context, Glossary, Item, check, read_glossary

FILE = """\
# Afkortingen
ICO = individueel casusoverleg
qxz=de kwartaalzitting
  PGA  =  persoonsgerichte aanpak = samen
TNO

# Beladen woorden
Zorgelijk = politie: meer dan één melding in een maand
# Nog meer afkortingen
ZZ =
"""


def test_each_line_is_a_word_and_what_it_means():
    """White space does not count, and a meaning may hold an equals sign."""
    house = read_glossary(FILE)
    assert house.abbreviations == {
        "ICO": "individueel casusoverleg",
        "QXZ": "de kwartaalzitting",
        "PGA": "persoonsgerichte aanpak = samen",
        "TNO": "",
        "ZZ": "",
    }
    assert house.loaded == {"zorgelijk": "politie: meer dan één melding in een maand"}


@pytest.mark.parametrize("word", ["ICO", "ico", "Ico", "QXZ", "TNO", "ZZ"])
def test_an_abbreviation_is_known_whatever_its_capitals(word: str):
    """Also when the file gives no meaning: the house knows it."""
    assert read_glossary(FILE).knows(word)


@pytest.mark.parametrize("word", ["", "IC", "ICOO", "zorgelijk", "#", "individueel"])
def test_other_words_are_not_known(word: str):
    """A meaning, a heading and a loaded word are no abbreviations."""
    assert not read_glossary(FILE).knows(word)


@pytest.mark.parametrize(
    "heading", ["# Beladen woorden", "#BELADEN", "## Loaded words"]
)
def test_a_heading_opens_the_loaded_words(heading: str):
    """In Dutch or in English."""
    house = read_glossary(f"{heading}\nveilig = geen melding")
    assert house.loaded == {"veilig": "geen melding"}
    assert house.abbreviations == {}


def test_a_line_that_is_no_entry_is_left_aside():
    """A file with a slip in it is still of use."""
    house = read_glossary("\n = zonder woord\n\n===\nICO = overleg\n")
    assert house.abbreviations == {"ICO": "overleg"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_from_any_machine_can_be_read(end: str):
    """A glossary is written where people write."""
    house = read_glossary(FILE.replace("\n", end))
    assert house == read_glossary(FILE)


def test_an_empty_file_knows_nothing():
    """And asks about every abbreviation."""
    assert read_glossary("") == Glossary()
    assert not Glossary().knows("OM")


def test_what_is_nearer_to_home_wins():
    """A house may mean something else by letters that the field knows."""
    field = Glossary({"ICO": "individueel casusoverleg", "OM": "Openbaar Ministerie"})
    house = Glossary({"ICO": "in company opleiding"}, {"veilig": "geen melding"})
    both = field.and_also(house)
    assert both.abbreviations == {
        "ICO": "in company opleiding",
        "OM": "Openbaar Ministerie",
    }
    assert both.loaded == {"veilig": "geen melding"}


def test_putting_two_together_changes_neither():
    """The words of the field stay those of the field."""
    before = dict(Glossary.of_the_field().abbreviations)
    Glossary.of_the_field().and_also(Glossary({"OM": "iets anders"}))
    assert Glossary.of_the_field().abbreviations == before


@pytest.mark.parametrize("known", ["OM", "GGZ", "GGD", "ICO", "ZVH", "UWV"])
def test_the_field_has_words_that_need_no_explaining(known: str):
    """Whoever sits at such a table knows these."""
    assert Glossary.of_the_field().knows(known)


def test_loaded_words_are_found_where_they_stand():
    """Whole words, whatever their capitals, with what they mean here."""
    house = Glossary(loaded={"zorgelijk": "twee meldingen", "niet-pluis": "een gevoel"})
    text = "Zorgelijk: het is niet-pluis, of zorgelijker, of on-zorgelijk."
    assert [(text[a:b], meaning) for a, b, meaning in house.loaded_words(text)] == [
        ("Zorgelijk", "twee meldingen"),
        ("niet-pluis", "een gevoel"),
    ]


def test_the_glossary_of_the_item_is_the_one_that_counts():
    """The same sentence asks another question at another table."""
    text = "De GGZ en de QXZ zijn er op 3 maart."

    def unknown(glossary: Glossary) -> list[str]:
        item = Item("minutes", {"text": text}, Context(glossary=glossary))
        return [f.words for f in check(item) if f.code == "EX117"]

    assert unknown(Glossary.of_the_field()) == ["QXZ"]
    assert unknown(Glossary({"QXZ": "", "GGZ": ""})) == []


@given(st.text())
def test_no_file_is_too_odd_to_read(text: str):
    """Whatever it holds, what comes out can be looked up."""
    house = read_glossary(text)
    assert all(house.knows(word) for word in house.abbreviations)
    for start, end, meaning in house.loaded_words(text):
        assert house.loaded[text[start:end].lower()] == meaning
