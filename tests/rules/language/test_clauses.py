"""Who does what in a clause: the shallow reading on which the rules rest."""

import pytest

from expliciet.rules.language.clause import Clause
from expliciet.rules.language.clauses import clauses
from expliciet.rules.language.parties import CLIENT, GROUP, PROFESSIONAL
from expliciet.rules.language.tokens import tokens


def read(text: str) -> list[Clause]:
    return clauses(tokens(text))


def main(text: str) -> Clause:
    """The first clause that is not subordinate."""
    return next(clause for clause in read(text) if clause.is_main)


def missed(*values: object, because: str) -> object:
    """Clear Dutch that is not read so yet; it fails the day it is."""
    return pytest.param(*values, marks=pytest.mark.xfail(reason=because))


def subject(text: str) -> str:
    return " ".join(word.text for word in main(text).subject)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("De coach belt moeder.", "De coach"),
        ("De wijkagent van Noord haalt de sleutel op.", "De wijkagent van Noord"),
        ("Op 3 maart belt de coach moeder.", "de coach"),
        ("Morgen haalt de wijkagent de sleutel op.", "de wijkagent"),
        ("Daarna stuurt de school de cijfers.", "de school"),
        ("Vóór vrijdag mailt de reclassering het rapport.", "de reclassering"),
        ("Dit bespreekt de coach met moeder.", "de coach"),
        ("Wij bellen moeder.", "Wij"),
        ("Vrijdag mailen wij de stukken.", "wij"),
        ("Moeder tekent het formulier.", "Moeder"),
    ],
)
def test_the_subject_stands_before_the_verb_or_right_behind_it(text: str, who: str):
    """In straight order and in turned order."""
    assert subject(text) == who


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("De coach belt moeder.", PROFESSIONAL),
        ("Op 3 maart belt de coach moeder.", PROFESSIONAL),
        ("Het wijkteam regelt een tolk.", PROFESSIONAL),
        ("De mentor van de jongen schrijft een brief.", PROFESSIONAL),
        ("OM stuurt het besluit.", PROFESSIONAL),
        ("GGZ-jeugd nodigt vader uit.", PROFESSIONAL),
        ("De gemeente en de corporatie bezoeken het gezin.", PROFESSIONAL),
        ("Wij als gemeente regelen het vervoer.", PROFESSIONAL),
        ("Wij regelen het vervoer.", GROUP),
        ("Morgen regelen we het vervoer.", GROUP),
        ("De ketenpartners regelen het vervoer.", GROUP),
        ("Iedereen levert zijn cijfers in.", GROUP),
        ("Moeder tekent het formulier.", CLIENT),
        ("Op 3 maart tekent vader het formulier.", CLIENT),
        ("De jongen gaat naar school.", CLIENT),
    ],
)
def test_a_subject_is_somebody_at_the_table_the_person_or_a_crowd(text: str, doer: str):
    """Only somebody at the table can be asked whether it has been done."""
    assert main(text).doer == doer


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("De coach belt moeder.", "bellen"),
        ("De coach belt moeder op.", "opbellen"),
        ("De wijkagent haalt de sleutel op.", "ophalen"),
        ("De reclassering nodigt vader op 3 maart uit.", "uitnodigen"),
        ("De coach gaat moeder bellen.", "bellen"),
        ("De coach zal moeder morgen bellen.", "bellen"),
        ("De coach moet de sleutel ophalen.", "ophalen"),
        ("De sleutel wordt morgen opgehaald.", "ophalen"),
        ("De huur moet worden betaald.", "betalen"),
        ("De coach heeft moeder gebeld.", "bellen"),
        ("De coach belde moeder.", "bellen"),
        ("Wij bellen moeder.", "bellen"),
        missed(
            "Rooster opvragen bij school.",
            "opvragen",
            because="'rooster' is taken for a verb",
        ),
    ],
)
def test_the_verb_is_what_is_done(text: str, verb: str):
    """Helper verbs aside, and a particle joined on."""
    assert main(text).verb == verb


@pytest.mark.parametrize(
    "text",
    [
        "De sleutel wordt opgehaald.",
        "De sleutel wordt door de huismeester opgehaald.",
        "De stukken worden morgen gemaild.",
        "De huur moet worden betaald.",
        "De huur moet nog betaald worden.",
        "Er wordt contact gezocht met school.",
        "Vanuit het wijkteam wordt een tolk geregeld.",
    ],
)
def test_worden_with_a_participle_is_a_passive(text: str):
    """With or without somebody behind 'door'."""
    assert main(text).is_passive


@pytest.mark.parametrize(
    "text",
    [
        "De jongste wordt in mei achttien.",
        "De coach belt moeder.",
        "De coach heeft moeder gebeld.",
        "De auto is gevonden.",
        "De sfeer wordt beter.",
    ],
)
def test_worden_alone_is_no_passive(text: str):
    """'Wordt achttien' is done by nobody, and need not be."""
    assert not main(text).is_passive


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("De coach belde moeder.", True),
        ("De coach heeft moeder gebeld.", True),
        ("De auto is gevonden.", True),
        missed("Vader was er niet.", True, because="'was' is taken for the laundry"),
        ("Moeder had het formulier al getekend.", True),
        ("De coach belt moeder.", False),
        ("De coach gaat moeder bellen.", False),
        ("De coach zou moeder bellen.", False),
        ("De sleutel wordt opgehaald.", False),
        ("Vader is er niet.", False),
    ],
)
def test_past_and_perfect_tell_what_has_been(text: str, past: bool):
    """About what has been, nobody is asked to do it."""
    assert main(text).is_past is past


@pytest.mark.parametrize(
    ("text", "opened_by"),
    [
        ("Hij meldt dat moeder belt.", "dat"),
        ("De coach belt zodra het rapport er is.", "zodra"),
        ("De school mailt als moeder tekent.", "als"),
        ("De coach belt, omdat vader niet kwam.", "omdat"),
        ("De jongen die in Noord woont, belt moeder.", "die"),
        ("De coach belt om een afspraak te maken.", "om"),
        ("De coach vraagt of moeder tekent.", "of"),
        ("Indien vader niet komt, belt de coach.", "indien"),
        ("Totdat de rechter beslist blijft hij thuis.", "totdat"),
    ],
)
def test_a_subordinate_clause_knows_what_opens_it(text: str, opened_by: str):
    """What is said in it is no deed of the sentence."""
    found = [clause for clause in read(text) if not clause.is_main]
    assert [clause.opened_by for clause in found] == [opened_by]
    assert any(clause.is_main for clause in read(text))


@pytest.mark.parametrize(
    "text",
    [
        missed(
            "Mist hij twee afspraken, dan belt de reclassering.",
            because="'mist' is taken for the weather",
        ),
        "Blijft het stil, dan sluit de gemeente de zaak.",
        "Mocht vader niet komen, dan belt de coach hem.",
        "Is moeder niet thuis, dan komt de wijkagent terug.",
    ],
)
def test_a_verb_in_front_and_dan_behind_is_a_condition(text: str):
    """'Blijft het stil, dan …' is the same as 'als het stil blijft'."""
    condition, then = read(text)
    assert condition.is_condition
    assert not condition.is_main
    assert then.is_main


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("De coach belt moeder en de wijkagent haalt de sleutel op.", "bellen ophalen"),
        ("De coach belt moeder en mailt school.", "bellen mailen"),
        ("De coach belt moeder, de school mailt vader.", "bellen mailen"),
        ("De coach belt moeder, maar de school wacht.", "bellen wachten"),
        ("De coach belt moeder; de school mailt vader.", "bellen mailen"),
        ("De coach en de wijkagent bellen moeder.", "bellen"),
        ("De coach belt vader en moeder.", "bellen"),
    ],
)
def test_each_verb_has_a_clause_of_its_own(text: str, verbs: str):
    """'En' between two parties or two objects does not cut."""
    assert [c.verb for c in read(text) if c.is_main and c.form] == verbs.split()


def test_what_stands_between_brackets_is_an_aside():
    """It says something about the sentence, and is no deed in it."""
    text = "De coach (die moeder al kent) belt haar op 3 maart."
    asides = [clause for clause in read(text) if clause.aside]
    assert [" ".join(clause.lows) for clause in asides] == ["die moeder al kent"]
    assert main(text).verb == "bellen"


def test_all_words_are_in_a_clause_once_and_in_order():
    """Commas and joining words may fall between; words do not."""
    text = (
        "Als vader niet komt, belt de coach (of de school) hem op en mailt de "
        "wijkagent, die er al was, dat het overleg – zoals besproken – doorgaat."
    )
    starts = [word.start for clause in read(text) for word in clause.words]
    assert len(starts) == len(set(starts))
    found = {text[w.start : w.end] for c in read(text) for w in c.words if w.is_word}
    assert {w.text for w in tokens(text) if w.is_word} - found <= {"en", "of", "maar"}


@pytest.mark.parametrize("text", ["", "…", "( ) , – ;", "en", "dat", "niet"])
def test_a_text_without_a_verb_has_no_verb(text: str):
    """Nothing is made up."""
    assert all(clause.verb == "" for clause in read(text))
