"""A record in plain lines, and what the name check and the checker make of these."""

from collections.abc import Iterator
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone, translation

from expliciet.dossiers.models.record import kinds
from expliciet.evaluation.hiding import without_labels
from expliciet.evaluation.masking.masking import Masked
from expliciet.evaluation.masking.name_check import look
from expliciet.evaluation.reading.asked import asks_of
from expliciet.evaluation.reading.known import Text
from expliciet.evaluation.telling import (
    LABELS,
    fields_of,
    in_words,
    label_of,
    labels_within,
    read_back,
)

DECISION = """Vraag: Wie gaat er langs?
Uitkomst: De mentor gaat dinsdag langs.

De gemeente gaat mee.
Wat de doorslag gaf: Een brief kreeg hij al twee keer.
Opnieuw bekijken op: 30 jun 2026

Optie: De mentor gaat langs
Gekozen: ja"""


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


def spoken_of(kind: str, words: str) -> list[str]:
    at = datetime(2026, 6, 2, 10, tzinfo=timezone.get_current_timezone())
    row = SimpleNamespace(kind=kind, recorded_at=at)
    text = Text.__new__(Text)
    text.__dict__.update(row=row, words=words)
    return [f"{each.about}: {each.question.nl}" for each in asks_of(text)]


def test_what_a_researcher_reads_has_no_name_of_a_field_in_it() -> None:
    """F63: every line of every kind of record begins in Dutch."""
    for kind in kinds().values():
        thing = kind()
        for field in fields_of(kind):
            if field.name in LABELS or not says_something(thing, field.name):
                continue
            english = field.name.replace("_", " ").capitalize()
            assert label_of(field) != english or english in SAME, (kind, field.name)
    assert {label_of(each) for each in fields_of(kinds()["agreement"])} >= {"Uiterlijk"}


SAME = {"Regime", "Factor"}
"""Words that both languages have."""


def says_something(thing: object, name: str) -> bool:
    """A field that can be told: with some value of its own kind it says something."""
    field = type(thing)._meta.get_field(name)  # type: ignore[attr-defined]
    value = date(2026, 6, 2) if "Date" in type(field).__name__ else "iets"
    setattr(thing, field.attname, value)
    return bool(in_words(thing, field, lambda kind, pk: "politie-1"))  # type: ignore[arg-type]


def test_a_record_is_read_back_by_its_fields() -> None:
    said = read_back("decision", DECISION)
    assert said["question"] == "Wie gaat er langs?"
    assert said["outcome"] == "De mentor gaat dinsdag langs.\n\nDe gemeente gaat mee."
    assert said["why"] == "Een brief kreeg hij al twee keer."


def test_what_stands_before_a_line_is_no_name_unless_it_may_be_one() -> None:
    words = "Door wie: politie-1\nKlaar als: Noor is gezien\nWie: Door Wie"
    found = without_labels("agreement", words, look(Masked(words, ())))
    assert "Noor" in [each.words for each in found]
    assert not [each for each in found if words.startswith("Door wie", each.start)]
    assert "Door wie" in labels_within("agreement")


def test_of_a_decision_nothing_is_asked_that_another_field_says() -> None:
    """F69: neither why, nor when to look again; only about its running words."""
    assert spoken_of("decision", DECISION) == []
    vague = DECISION.replace("dinsdag", "zo snel mogelijk")
    assert spoken_of("decision", vague) == [
        "zo snel mogelijk: Op welke dag of in welke week?"
    ]


def test_the_gravest_question_is_asked_first() -> None:
    words = "Uitkomst: Er wordt zo snel mogelijk contact opgenomen.\nVraag: Wie belt?"
    asked = spoken_of("decision", words)
    assert asked[0] == ": Waarop rust dit besluit?"
    assert "zo snel mogelijk: Op welke dag of in welke week?" in asked


def test_of_another_kind_of_record_nothing_is_asked() -> None:
    assert spoken_of("note", "Notitie: Er wordt gebeld.") == []
