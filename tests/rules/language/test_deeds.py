"""What is still to be done in a sentence, and which of its slots are filled."""

import pytest

from expliciet.rules import Glossary
from expliciet.rules.language.deed import Deed
from expliciet.rules.language.parties import GROUP, PROFESSIONAL
from expliciet.rules.language.read import sections
from expliciet.rules.language.statement import Statement


def statement(text: str, heading: str = "") -> Statement:
    """The last sentence of a text that stands under a heading."""
    lead = f"# {heading}\n\n" if heading else ""
    *_, section = sections(lead + text, Glossary.of_the_field())
    return section.statements[-1]


def deeds(text: str, heading: str = "") -> list[Deed]:
    return statement(text, heading).deeds


def missed(*values: object, because: str) -> object:
    """Clear Dutch that is not read so yet; it fails the day it is."""
    return pytest.param(*values, marks=pytest.mark.xfail(reason=because))


def words(text: str) -> list[str]:
    """The words that carry the deeds of a sentence."""
    said = statement(text).text
    return [said[deed.start : deed.end] for deed in deeds(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De coach belt moeder op 3 maart.", ["belt"]),
        ("Op 3 maart belt de coach moeder.", ["belt"]),
        ("De wijkagent haalt de sleutel op.", ["haalt"]),
        ("De coach gaat moeder bellen.", ["bellen"]),
        ("De sleutel wordt opgehaald.", ["opgehaald"]),
        ("De sleutel wordt door de huismeester opgehaald.", ["opgehaald"]),
        ("Verzekeringspas aanvragen.", ["aanvragen"]),
        ("Men vraagt de gegevens op.", ["vraagt"]),
        ("Er komt een gesprek met de werkgever.", ["komt"]),
        ("Wij regelen het vervoer.", ["regelen"]),
        (
            "De coach belt moeder en de wijkagent haalt de sleutel op.",
            ["belt", "haalt"],
        ),
        ("De coach belt moeder en mailt school.", ["belt", "mailt"]),
        ("Mist hij twee afspraken, dan belt de reclassering hem.", ["belt"]),
        ("Indien vader niet komt, belt de coach hem.", ["belt"]),
        ("Afgesproken wordt dat de coach moeder belt.", ["belt"]),
        ("De coach (die moeder al kent) belt haar.", ["belt"]),
        missed(
            "Bel moeder op 3 maart.",
            ["Bel"],
            because="'bel' is taken for the thing that rings",
        ),
        ("- Sleutel ophalen", ["ophalen"]),
    ],
)
def test_what_lies_ahead_is_a_deed(text: str, found: list[str]):
    """Told with a doer, in the passive, with 'men' or 'er', or as a bare verb."""
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "De coach belde moeder.",
        "De coach heeft moeder op 3 maart gebeld.",
        "De auto is gevonden.",
        "De jongste wordt in mei achttien.",
        "Moeder woont in Noord.",
        "Het verslag wordt vastgesteld.",
        "De voorzitter opent de vergadering.",
        "Afgesproken wordt het volgende.",
        "De tafel besluit de zaak te houden.",
        "De reden is bekend.",
        "Moeder tekent het formulier.",
        "De situatie is rustig.",
        "Men kan zich tot 1 februari aanmelden.",
    ],
)
def test_what_has_been_or_simply_is_needs_nobody(text: str):
    """Reports, states, formulae of the meeting, and what the person himself does."""
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("De coach belt moeder.", PROFESSIONAL),
        ("Op 3 maart belt de coach moeder.", PROFESSIONAL),
        ("De sleutel wordt door de huismeester opgehaald.", PROFESSIONAL),
        ("Vanuit het wijkteam wordt een tolk geregeld.", PROFESSIONAL),
        ("Actie wijkteam: verzekeringspas aanvragen.", PROFESSIONAL),
        ("Afgesproken wordt dat de coach moeder belt.", PROFESSIONAL),
        ("Wij regelen het vervoer.", GROUP),
        ("De ketenpartners regelen het vervoer.", GROUP),
        ("De sleutel wordt opgehaald.", ""),
        ("Verzekeringspas aanvragen.", ""),
        ("Men vraagt de gegevens op.", ""),
        ("Er komt een gesprek met de werkgever.", ""),
        ("Er moet met de verhuurder gebeld worden.", ""),
        ("Voor de jongste moet een plek worden geregeld.", ""),
    ],
)
def test_a_deed_knows_whether_somebody_does_it(text: str, doer: str):
    """Before the verb, behind it, behind 'door', or before the colon."""
    (deed,) = deeds(text)
    assert deed.doer == doer


def test_a_second_verb_shares_the_doer_of_the_first():
    """'De coach belt en mailt': the coach does both."""
    one, other = deeds("De coach belt moeder en mailt school.")
    assert one.doer == other.doer == PROFESSIONAL


@pytest.mark.parametrize(
    "text",
    [
        "De coach belt moeder op 3 maart.",
        "De coach belt moeder vrijdag.",
        "De coach belt moeder in week 4.",
        "De coach belt moeder binnen twee werkdagen.",
        "De coach belt moeder vóór 3-12.",
        "Uiterlijk 3 maart belt de coach moeder.",
    ],
)
def test_a_day_dates_a_deed(text: str):
    """A day, a week or a term; before or behind the verb."""
    (deed,) = deeds(text)
    assert deed.is_dated


@pytest.mark.parametrize("when", ["z.s.m.", "binnenkort", "op korte termijn", "t.z.t."])
def test_a_vague_time_does_not_date_a_deed(when: str):
    """It is a time, but one that cannot be late."""
    (deed,) = deeds(f"De coach belt moeder {when} over het rooster.")
    assert deed.is_vague_time
    assert not deed.is_dated


@pytest.mark.parametrize(
    "when", ["zodra het rapport er is", "na de melding", "als vader niet komt"]
)
def test_a_starting_sign_stands_for_a_time(when: str):
    """Nobody knows the day, but everybody will know the moment."""
    (deed,) = deeds(f"De coach belt moeder {when}.")
    assert deed.has_trigger


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("De coach blijft langsgaan.", False),
        ("De coach blijft langsgaan tot 1 april.", True),
        ("De wijkagent houdt contact met moeder.", False),
        ("De wijkagent houdt contact met moeder t/m 31 maart.", True),
    ],
)
def test_what_goes_on_has_an_end_or_not(text: str, ends: bool):
    """What goes on needs an end rather than a moment."""
    (deed,) = deeds(text)
    assert deed.is_lasting
    assert deed.has_end is ends


def test_a_noun_names_a_deed_where_deeds_are_listed():
    """'Huisbezoek' under 'Afspraken' is to be done; in a story it is not."""
    assert deeds("- Huisbezoek bij opa.", "Afspraken")
    assert not deeds("Huisbezoek bij opa. Het was er rustig.", "Terugblik")


def test_a_deed_lies_in_its_sentence():
    """Its words, its verb group and its doer."""
    said = statement("Morgen wordt de sleutel door de huismeester opgehaald.")
    for deed in said.deeds:
        assert 0 <= deed.group_start <= deed.start < deed.end <= deed.group_end
        assert deed.group_end <= len(said.text)
        assert 0 <= deed.doer_start <= deed.doer_end <= len(said.text)
