"""A sentence taken apart: what counts as one word."""

import pytest

from expliciet.rules.language.tokens import tokens


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    "word",
    [
        "coach",
        "GGZ-jeugd",
        "Zorg-",
        "coördinator",
        "één",
        "school's",
        "school’s",
        "z'n",
        "foto's",
        "z.s.m.",
        "i.v.m.",
        "a.s.",
        "3",
        "3-12",
        "12.00",
        "14:30",
        "3,50",
        "2025/2026",
        "2026-12-03",
    ],
)
def test_one_word_is_one_token(word: str):
    """Compounds, dotted abbreviations, dates and clock times stay together."""
    expected = [word] if word != "Zorg-" else ["Zorg", "-"]
    assert words(word) == expected
    assert words(f"de {word} belt") == ["de", *expected, "belt"]


@pytest.mark.parametrize("mark", list(".,;:!?()[]\"'‘’“”–—-/&%€|•*_"))
def test_a_mark_stands_apart(mark: str):
    """A mark next to a word is no part of it."""
    assert words(f"coach{mark} belt")[:1] == ["coach"]
    assert words(f"{mark}coach")[-1:] == ["coach"]


def test_the_full_stop_of_a_sentence_is_no_part_of_its_last_word():
    """Else 'maart.' would be another word than 'maart'."""
    assert words("De coach belt op 3 maart.") == [
        *("De", "coach", "belt", "op", "3", "maart", "."),
    ]


def test_a_token_knows_where_it_stands():
    """Offsets count letters from the start of the sentence."""
    text = "👩‍👧 Vóór 3-12: de GGZ-coach's plan (z.s.m.)."
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.low == token.text.lower()


def test_a_token_knows_whether_it_is_a_word_and_has_a_capital():
    """Numbers count as words, marks do not."""
    de, coach, three, stop = tokens("De coach 3.")
    assert de.is_word
    assert de.has_capital
    assert not coach.has_capital
    assert three.is_word
    assert not stop.is_word


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_nothing_has_no_words(text: str):
    """White space alone is no word."""
    assert tokens(text) == []


def test_nothing_but_white_space_lies_between_the_words():
    """Whatever stands there is in some token, even what nobody can read."""
    text = "a_b\0c \u200b x² é\u0301 İ ß \x1b[3m ½ – 'n'"
    reached = 0
    for token in tokens(text):
        assert not text[reached : token.start].strip()
        reached = token.end
    assert not text[reached:].strip()
