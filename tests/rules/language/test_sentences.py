"""Where a Dutch sentence ends, and where it only looks that way."""

import pytest

from expliciet.rules.language.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "first",
    [
        "De coach belt.",
        "Wie belt?",
        "De coach belt!",
        "Echt waar?!",
        "Nog drie punten…",
        "En zo verder...",
        "De coach belt (op 3 maart).",
        'Hij zei: "Ik kom niet."',
        "Hij zei: ‘Ik kom niet.’",
        "Hij kwam om 9 uur.",
        "Dit is punt 3.",
        "Het is 5 december.",
        "Het kost € 3.50.",
        "De zitting is om 14.30.",
        "Moeder tekent z.s.m.",
        "Koffie, thee, enz.",
        "De politie komt maandag a.s.",
        "Dat ligt bij het O.M.",
        "Vader is het eens met de afspraak.",
    ],
)
@pytest.mark.parametrize(
    "second", ["De school mailt.", "‘Nee’, zei vader.", "OM belt."]
)
def test_a_sentence_ends_where_a_reader_would_say_so(first: str, second: str):
    """At its mark, when what follows starts like a sentence."""
    assert sentences(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Dhr. De Vries belt.",
        "Mw. Jansen en mevr. Bos bellen.",
        "Prof. dr. ir. Bos en mr. Kim spreken.",
        "J. de Vries belt.",
        "A.B. Kim belt.",
        "De coach (mevr. K. Bos) belt.",
        "De coach belt z.s.m. moeder.",
        "De coach belt i.v.m. Noor met school.",
        "Er is o.a. Engels gesproken.",
        "De politie komt maandag a.s. langs.",
        "Op 3 dec. belt Bo.",
        "Op 3 dec. en ma. 7 dec. belt Bo.",
        "Zie nr. 4, art. 3 lid 2 en blz. 12.",
        "Zie nr. A4.",
        "Het kost 3.50 euro om 14.30 uur.",
        "De ketting t.a.v. OM en politie blijft.",
        "Drie punten... en verder niets.",
        "De coach vroeg: kan het? en ging weg.",
        "www.voorbeeld.nl is de site van v1.2.3.",
        "De coach belt.Dan mailt hij.",
        "Gesprek met moeder (wanneer? wie?) en vader.",
        "1. De coach belt.",
    ],
)
def test_a_full_stop_does_not_always_end_a_sentence(text: str):
    """Titles, initials, abbreviations, numbers and asides go on."""
    assert sentences(text) == [text]


def test_white_space_around_a_sentence_is_not_part_of_it():
    """A span starts at the first word and ends at the last mark."""
    assert sentences("  De coach belt. \n\t De school mailt.  ") == [
        "De coach belt.",
        "De school mailt.",
    ]


def test_a_number_in_front_stays_with_its_sentence():
    """'2.' is no sentence of its own."""
    assert sentences("1. De coach belt. 2. De school mailt.") == [
        "1. De coach belt.",
        "2. De school mailt.",
    ]


def test_sentences_are_sought_between_the_given_places_only():
    """A paragraph in the middle of the minutes is read on its own."""
    text = "Weg. De coach belt. De school mailt. Weg."
    assert [text[a:b] for a, b in sentence_spans(text, 5, 36)] == [
        "De coach belt.",
        "De school mailt.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De coach belt. Mw. Bos mailt! En nu? Ja… 'Goed.' (Klaar.) z.s.m. Dan door",
        " . . . a. B. ",
        "?!?! ...... )))",
        "",
        " \n ",
    ],
)
def test_the_sentences_together_are_the_whole_text(text: str):
    """No word falls between two sentences, and none stands in both."""
    reached = 0
    for start, end in sentence_spans(text, 0, len(text)):
        assert reached <= start < end
        assert not text[reached:start].strip()
        reached = end
    assert not text[reached:].strip()
