"""What still looks like a name after masking is shown to a person, rather too often."""

import pytest

from expliciet.evaluation.masking.masking import Masked, Masker
from expliciet.evaluation.masking.name_check import look


def found(text: str, known: tuple[str, ...] = ()) -> list[str]:
    return [finding.words for finding in look(Masker({}).mask(text), known)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gisteren belde Tersteeg terug.", "Tersteeg"),
        ("Gisteren belde Harm van der Nieboer terug.", "Harm van der Nieboer"),
        ("Fenna belt terug.", "Fenna"),
        ("Nieboer belt terug.", "Nieboer"),
        ("Nieboers moeder weet het.", "Nieboers"),
        ("Er is gesproken met fenna over het plan.", "fenna"),
        ("Het gesprek met dhr. nieboer liep goed.", "nieboer"),
        ("De imam Quddoes kwam langs.", "Quddoes"),
        ("Hij woont in Grutterdam.", "Grutterdam"),
        ("Dit zegt K.L. ook.", "K.L."),
        ("Op de kaart staat 1234567 geschreven.", "1234567"),
        ("Er staat 12 34 56 op.", "12 34 56"),
        ("De ZVDX weet het.", "ZVDX"),
        ("Floor hoort het als eerste.", "Floor"),
        ("Hij zei het zelf; Noor zweeg.", "Noor"),
        ("moeder belt vaak met kwiebelaar over het geld", "kwiebelaar"),
        ("hij wil morgen terug naar grutterdam", "grutterdam"),
        ("de buurvrouw (mevr tuinman) hoort geschreeuw", "tuinman"),
        ("toezichthouder q. kwiebelaar meldt zich", "q. kwiebelaar"),
        ("In het boekje staat steeds “W.”, zonder meer.", "W."),
        ("In het systeem staat 12.09.2005 als dag.", "12.09.2005"),
    ],
)
def test_it_asks_about_what_looks_like_a_name_or_a_number(
    text: str, words: str
) -> None:
    """F63: the names that nobody knew of."""
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "De politie en het OM bespraken de Wet PGA in het ZVH.",
        "Op dinsdag 3 mei 2026 om 10.00 uur belt de wijkagent.",
        "De schuld is € 150.000. Tussen 2024-2026 was het stil.",
        "Moeder belt elke dag. Zij wil rust. Wil hij dat ook?",
        "# Wonen\n\n- De gemeente zoekt een woning.\n- Werk: hij zoekt een baan.",
        "Hij zei: ‘Dat is niet waar.’ ’s Avonds belde hij weer.",
        "Het GGZ-team overlegt met de VO-school.",
        "De Raad voor de Kinderbescherming en Veilig Thuis weten het.",
        "Hij keek op TikTok naar ISIS in Syrië en leerde wat Arabisch.",
        "Proportionaliteit: het weegt op tegen de terugkeer naar Somalië.",
        "Het gesprek van 12.09.2025 ging over het huisbezoek.",
        "de omgangsregeling staat in het veiligheidsplan van de gezinsvoogd",
    ],
)
def test_it_stays_silent_about_ordinary_words(text: str) -> None:
    assert found(text) == []


def test_labels_are_not_asked_about() -> None:
    masker = Masker({"Bo Visser": "politie-1 (medewerker)", "Noor": "betrokkene"})
    assert look(masker.mask("Bo belt Noor. Noor belt Visser.")) == []


def test_words_of_the_house_are_known() -> None:
    assert found("Dat is besproken in de BuurtTafel.") == ["BuurtTafel"]
    assert found("Dat is besproken in de BuurtTafel.", ("buurttafel",)) == []


def test_a_finding_says_where_and_why_in_both_languages() -> None:
    text = "Hij woont in Grutterdam."
    (finding,) = look(Masked(text, ()))
    assert text[finding.start : finding.end] == "Grutterdam"
    assert "naam" in finding.why.nl
    assert "name" in finding.why.en
