"""What a sentence in minutes does: the first thing to know about it."""

import pytest

from expliciet.rules import Glossary
from expliciet.rules.language.kinds import KINDS
from expliciet.rules.language.read import sections

SENTENCES = {
    "agreement": [
        "De coach belt moeder op 3 maart.",
        "De wijkagent haalt de sleutel op en brengt die naar school.",
        "Actie wijkteam: verzekeringspas aanvragen.",
        "Verzekeringspas aanvragen.",
        "De sleutel wordt morgen opgehaald.",
    ],
    "expectation": [
        "Van de school wordt verwacht dat zij de cijfers deelt.",
        "De GGZ zou de diagnose moeten delen.",
        "Het is aan de gemeente om een woning te vinden.",
        "De reclassering dient het toezicht te hervatten.",
    ],
    "consideration": [
        "Overwogen is om de politie te vragen, maar dat is te zwaar.",
        "Als alternatief is een lichtere training genoemd.",
        "Een voordeel is de korte afstand tot school.",
        "Enerzijds is er rust, anderzijds is er weinig zicht.",
    ],
    "interpretation": [
        "Vader lijkt gespannen.",
        "De indruk is dat moeder overbelast is.",
        "Het risico op herhaling is volgens de psycholoog hoog.",
        "Mogelijk is er sprake van schulden.",
    ],
    "decision": [
        "Besloten is de meldplicht te verlengen.",
        "Besluit: het gebiedsverbod blijft in stand.",
        "De tafel stemt in met het plan.",
        "De aanvraag is unaniem afgewezen.",
    ],
    "scaling": [
        "De casus wordt afgeschaald naar het wijkteam.",
        "Er wordt opgeschaald naar de stuurgroep.",
        "De casus kan worden gesloten.",
        "Bij twee meldingen schalen we op naar de burgemeester.",
    ],
    "intervention": [
        "Het wijkteam zet op 3 maart de begeleiding voort.",
        "De reclassering start de training op 3 maart.",
        "De GGZ biedt vader vanaf 3 maart behandeling.",
    ],
    "fact": [
        "De coach belde moeder op 3 maart.",
        "Vader woont sinds mei in Noord.",
        "De politie heeft drie meldingen ontvangen.",
        "De jongste wordt in mei achttien.",
    ],
    "procedural": [
        "De voorzitter opent de vergadering om 9.00 uur.",
        "Aanwezig: Bo (politie), Noor (gemeente).",
        "Het verslag van 3 maart wordt vastgesteld.",
        "Er zijn geen mededelingen.",
        "Het volgende overleg is op 3 april.",
    ],
}


def each() -> list[object]:
    """Every sentence with its kind."""
    return [
        pytest.param(kind, text) for kind, texts in SENTENCES.items() for text in texts
    ]


def kind(text: str, heading: str = "") -> str:
    lead = f"# {heading}\n\n" if heading else ""
    *_, section = sections(lead + text, Glossary())
    return section.statements[-1].kind


def test_every_kind_has_its_sentences():
    """A heading is known by its layout; the other nine by what they say."""
    assert set(SENTENCES) | {"heading"} == set(KINDS)


@pytest.mark.parametrize(("expected", "text"), each())
def test_a_sentence_is_of_the_kind_a_reader_says(expected: str, text: str):
    """Most wrong questions are asked of a sentence that does something else."""
    assert kind(text) == expected


@pytest.mark.parametrize(
    "heading", ["Afspraken", "Actielijst", "Vervolgacties", "Afspraken en vervolg"]
)
def test_a_loose_note_under_agreements_is_an_agreement(heading: str):
    """'Sleutel bij opa' under 'Afspraken' is something to do."""
    assert kind("- Sleutel bij opa", heading) == "agreement"
    assert kind("- Sleutel bij opa", "Terugblik") != "agreement"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Actie politie", "agreement"),
        ("Afspraak 2", "agreement"),
        ("Besluit", "decision"),
    ],
)
def test_what_stands_before_the_colon_tells_the_kind(label: str, expected: str):
    """The writer said so."""
    assert kind(f"{label}: de sleutel blijft bij opa.") == expected


@pytest.mark.parametrize(
    "text", ["De coach belt moeder.", "Misschien.", "Besloten is."]
)
def test_a_field_says_itself_what_its_sentences_do(text: str):
    """Whatever stands in the field for the reasons is a consideration."""
    (section,) = sections(text, Glossary(), "consideration")
    assert {s.kind for s in section.statements} == {"consideration"}


@pytest.mark.parametrize("text", ["Prima.", "Zie bijlage.", "12.00", "👍", "Vader."])
def test_in_doubt_it_is_a_fact(text: str):
    """About a fact little is asked."""
    assert kind(text) == "fact"
