"""The lists of expressions: their form, and how they are found in a sentence."""

from importlib.resources import files

import pytest

from expliciet.rules import Glossary
from expliciet.rules.language.expressions import LISTS, is_verb, lines_of
from expliciet.rules.language.read import sections
from expliciet.rules.language.tokens import tokens
from expliciet.rules.language.verbs import PARTICLES

FOLDER = files("expliciet.rules.catalogue") / "expressions"
WORD_LISTS = ("persons", "says_nothing", "traits")
UNLISTED_VERBS = frozenset({"botsen", "deugen"})
"""Known by their place in a clause only: "botst", "deugt"."""

every_list = pytest.mark.parametrize("name", [*LISTS, *WORD_LISTS])
every_expression = pytest.mark.parametrize("name", LISTS)


def phrases(name: str) -> list[str]:
    return [line.lstrip("~ ") for line in lines_of(name)]


def ends_in_verb(phrase: str) -> bool:
    """Its last word, or its first, is a verb; maybe one with a part in front."""
    for word in (phrase.split()[-1], phrase.split()[0]):
        if is_verb(word) or any(
            word.startswith(part) and len(word) > len(part) + 3 for part in PARTICLES
        ):
            return True
        if any(is_verb(word[at:]) for at in range(1, len(word) - 3)):
            return True
    return False


def found(text: str, name: str) -> list[str]:
    (section,) = sections(text, Glossary.of_the_field())
    (statement,) = section.statements
    return [text[f.start : f.end] for f in statement.expressions(name)]


def test_every_file_is_a_list_that_is_known():
    names = {entry.name.removesuffix(".txt") for entry in FOLDER.iterdir()}
    assert names == {*LISTS, *WORD_LISTS}


@every_list
def test_the_first_line_says_what_a_list_is_for(name: str):
    first = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert len(first.split()) > 4


@every_list
def test_nothing_stands_in_a_list_twice(name: str):
    said = phrases(name)
    assert sorted(said) == sorted(set(said))


@pytest.mark.parametrize("name", WORD_LISTS)
def test_a_list_of_words_is_in_order_and_has_one_on_a_line(name: str):
    words = phrases(name)
    assert words == sorted(words)
    assert not [word for word in words if " " in word]


@every_expression
def test_an_expression_ends_in_a_verb_or_is_a_fixed_phrase(name: str):
    assert not [
        phrase
        for phrase in phrases(name)
        if not phrase.startswith("=")
        and not ends_in_verb(phrase)
        and phrase.split()[-1] not in UNLISTED_VERBS
    ]


@every_expression
def test_a_fixed_phrase_is_made_of_whole_words(name: str):
    for phrase in phrases(name):
        if phrase.startswith("="):
            for part in phrase[1:].replace("*", " ").split():
                for word in part.strip("()").split("/"):
                    assert len(tokens(word)) == 1, phrase


@pytest.mark.parametrize(
    "text",
    [
        "Mentor houdt de schulden in de gaten.",
        "De mentor zal de schulden in de gaten houden.",
        "Vanaf maandag houdt de mentor de schulden in de gaten.",
        "De mentor probeert de schulden in de gaten te houden.",
        "De schulden worden in de gaten gehouden.",
    ],
)
def test_an_expression_is_known_in_every_form_and_order(text: str):
    assert any("in de gaten" in words for words in found(text, "ex106"))


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente pakt de huisvesting op.",
        "Op vrijdag pakt de gemeente de huisvesting op.",
        "De gemeente zal de huisvesting oppakken.",
        "De huisvesting wordt opgepakt.",
    ],
)
def test_a_verb_is_known_with_its_particle_apart(text: str):
    assert found(text, "ex106")


def test_a_fixed_phrase_is_known_word_for_word_only():
    assert found("Indien nodig belt de mentor.", "ex107") == ["Indien nodig"]
    assert not found("Nodig, indien de mentor belt.", "ex107")


def test_of_two_that_meet_the_longest_counts():
    assert "afspraken maken" in phrases("ex106")
    assert found("De tafel wil nadere afspraken maken.", "ex106") == [
        "nadere afspraken maken"
    ]


def test_what_goes_on_and_on_is_marked_so():
    (section,) = sections("De mentor blijft alert.", Glossary.of_the_field())
    (statement,) = section.statements
    assert [f.goes_on for f in statement.expressions("ex106")] == [True]
