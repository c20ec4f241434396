"""The list of who can be the doer in minutes."""

from collections import Counter
from importlib.resources import files

import pytest

from expliciet.rules.language.parties import CLIENT, GROUP, PROFESSIONAL, party_of

TEXT = (files("expliciet.rules.language") / "parties.txt").read_text(encoding="utf-8")
LINES = [line for line in TEXT.splitlines() if not line.startswith("#")]
WORDS = [word for line in LINES if line[0] != "[" for word in line.split()]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            PROFESSIONAL,
            "griffie kraamzorg sportclub havenmeester huismeester leesmoeder",
        ),
        (PROFESSIONAL, "rector materiaalman ledenraad redactie webmaster halt portier"),
        (PROFESSIONAL, "groepsleider nachtportier verloskundige kascommissie ib'er"),
        (PROFESSIONAL, "pol gem recl jgz wa cr pr poh bhv'er wethouders artsen"),
        (CLIENT, "moeder stiefvader schoonzus neefje buurjongen pupil cliënte mw"),
        (
            CLIENT,
            "overbuurman klasgenoten omwonenden slachtoffer huurders nabestaanden",
        ),
        (GROUP, "iedereen ketenpartners collega's tafelgenoten zorgpartijen overigen"),
    ],
)
def test_a_word_names_a_kind_of_party(kind: str, words: str):
    assert {word: party_of(word) for word in words.split()} == dict.fromkeys(
        words.split(), kind
    )


@pytest.mark.parametrize(
    "word",
    "tafelblad verslag bank netwerkkabel huiswerk fiets rooster harmonie".split(),
)
def test_a_thing_is_no_party(word: str):
    assert party_of(word) == ""


def test_the_list_has_a_part_for_each_kind():
    titles = [line.strip("[]") for line in LINES if line.startswith("[")]
    assert titles == [PROFESSIONAL, CLIENT, GROUP]


def test_no_word_stands_twice():
    assert [word for word, times in Counter(WORDS).items() if times > 1] == []


def test_every_word_is_written_small():
    assert [word for word in WORDS if word != word.lower()] == []


def test_the_words_stand_in_alphabetical_order():
    for part in "\n".join(LINES).split("[")[1:]:
        words = part.partition("]")[2].split()
        assert words == sorted(words)
