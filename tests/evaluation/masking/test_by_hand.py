"""What a person masks by hand goes from all texts of a dossier alike."""

import pytest

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
