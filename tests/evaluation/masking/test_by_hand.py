"""What a person masks by hand goes from all texts of a dossier alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from expliciet.evaluation.masking.by_hand import NO_LABEL, NO_WORDS, by_hand, wrong_with
from expliciet.evaluation.masking.masking import Masker

MASKS = {"de kapper op de hoek": "een winkel", "Noorderlicht": "persoon-3"}


def test_the_chosen_words_go_from_every_text() -> None:
    """F63: names that no list knows."""
    texts = [
        "De kapper op de hoek weet het.",
        "Noorderlichts bericht",
        "Noorderlichten",
    ]
    assert [each.text for each in by_hand(texts, MASKS)] == [
        "[een winkel] weet het.",
        "[persoon-3]s bericht",
        "[persoon-3]en",
    ]


def test_small_letters_that_were_chosen_are_found_in_any_case() -> None:
    (masked,) = by_hand(["Kapper, kapper en kapperszaak."], {"kapper": "een beroep"})
    assert masked.text == "[een beroep], [een beroep] en kapperszaak."


def test_labels_that_were_there_stay_and_doing_it_again_changes_nothing() -> None:
    masker = Masker({"Bo Visser": "betrokkene"})
    once = [masker.mask("Bo belt de kapper op de hoek over betrokkene.").text]
    masks = MASKS | {"betrokkene": "hij"}
    twice = [m.text for m in by_hand(once, masks, labels=masker.labels)]
    assert twice == ["[betrokkene] belt [een winkel] over [hij]."]
    assert [m.text for m in by_hand(twice, masks, labels=masker.labels)] == twice


@pytest.mark.parametrize(
    ("passage", "stands"),
    [
        ("zij er", "zij er"),
        ("Anna Bos", "[x]"),
        ("Anna", "[x]"),
        ("Bos zag", "[x] zag"),
        ("zag Anna", "zag [x]"),
        ("Bos. Ook Anna", "[x]. Ook [x]"),
        ("er was.", "er was."),
    ],
)
def test_a_passage_goes_with_its_words(passage: str, stands: str) -> None:
    """F63: and takes in the whole label where a part of it was hidden."""
    text = "Zo zag Anna Bos. Ook Anna Bos zag dat zij er was."
    (masked,) = by_hand([text], {"Anna Bos": "x"})
    begins = text.index(passage)
    begins, ends = masked.moved(begins, begins + len(passage))
    assert masked.text[begins:ends] == stands


@given(
    some.lists(some.sampled_from(["Anna", "Bos", "jaar", "é", "\U0001f600", "\r\n"]))
)
def test_what_was_not_hidden_is_found_back_whatever_stands_around_it(
    words: list[str],
) -> None:
    text = " ".join([*words, "hier", *words])
    (masked,) = by_hand([text], {"Anna": "een heel lange rol", "Bos": "b"})
    begins = text.index("hier")
    begins, ends = masked.moved(begins, begins + len("hier"))
    assert masked.text[begins:ends] == "hier"
    assert masked.moved(0, len(text)) == (0, len(masked.text))


@pytest.mark.parametrize(
    ("words", "label", "wrong"),
    [
        ("Noor", "persoon-3", None),
        (" ?! ", "persoon-3", NO_WORDS),
        ("Noor", " ", NO_LABEL),
        ("Noor", "[x]", NO_LABEL),
        ("Noor", "x" * 121, NO_LABEL),
    ],
)
def test_a_mask_needs_words_and_a_label(words: str, label: str, wrong: object) -> None:
    assert wrong_with(words, label) is wrong
