"""Persons around a dossier: kinds, minors, third parties; and what is never asked."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.actions.recording import Overtaken, correct
from expliciet.dossiers.models import Circle, Person, Seat
from tests.dossiers.told import fields, lines
from tests.factories import Table, at, unlock_all

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

Kind = Person.Kind

MINOR = {
    "is_minor": True,
    "representative": "moeder (verzonnen)",
    "custody": "beide ouders",
    "youth_protection": "niet betrokken",
}


def recorded(
    table: Table, by: Seat | None = None, circle: str = "table", **said: Any
) -> Person:
    by = by or table.chair
    person = Person(**{"role": Kind.SUBJECT, "name": "Milan Verzonnen"} | said)
    said_in = circle_for(by, circle, table.tick())
    return record_person(person, by=by, circle=said_in, now=table.tick())


def test_a_person_is_recorded_with_a_line() -> None:
    """F16: who is who around a dossier."""
    table = Table()
    person = recorded(table)
    assert person.reference.startswith("P-")
    assert lines(table.dossier)[-1] == "person-recorded"


def test_somebody_is_typed_or_not_recorded() -> None:
    """S53, Wpg 6b."""
    table = Table()
    for role in ("", "suspect"):
        with pytest.raises(ValidationError) as wrong:
            recorded(table, role=role)
        assert "role" in fields(wrong.value)


def test_a_third_party_needs_a_close_link_and_a_necessity() -> None:
    """S53: a third party is not recorded by the way."""
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        recorded(table, role=Kind.THIRD_PARTY)
    assert fields(wrong.value) == {"close_link", "necessity"}
    assert recorded(
        table, role=Kind.THIRD_PARTY, close_link="zwager", necessity="was erbij"
    )


@pytest.mark.parametrize("lacking", ["representative", "custody", "youth_protection"])
def test_a_minor_shows_who_represents_and_protects_them(lacking: str) -> None:
    """S53."""
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        recorded(table, **(MINOR | {lacking: ""}))
    assert fields(wrong.value) == {lacking}
    assert recorded(table, **MINOR)


@pytest.mark.parametrize(
    ("born_on", "is_minor"),
    [
        ("2008-11-25", False),  # 18 today
        ("2008-11-26", True),  # 18 tomorrow
        ("2008-02-29", False),
        ("2010-02-28", True),
    ],
)
def test_being_a_minor_agrees_with_the_date_of_birth(
    born_on: str, is_minor: bool
) -> None:
    table = Table(now=at(2026, 11, 25))
    said = MINOR | {"born_on": born_on, "is_minor": is_minor}
    circle = circle_for(table.chair, Circle.Kind.TABLE, table.now)

    def record(**more: Any) -> Person:
        person = Person(**{"role": Kind.SUBJECT, "name": "Verzonnen"} | said | more)
        return record_person(person, by=table.chair, circle=circle, now=table.now)

    with pytest.raises(ValidationError) as wrong:
        record(is_minor=not is_minor)
    assert fields(wrong.value) == {"is_minor"}
    assert record()


@pytest.mark.parametrize("day", ["31-03-2008", "2008-13-01", "gisteren", "2999-01-01"])
def test_a_date_of_birth_is_a_day_that_was(day: str) -> None:
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        recorded(table, born_on=day)
    assert "born_on" in fields(wrong.value)


def test_there_is_no_field_for_origin_or_belief() -> None:
    """S22: what is not asked cannot be filled in."""
    names = {field.name for field in Person._meta.get_fields()}
    never = (
        *("ethn", "origin", "race", "relig", "belief", "conviction", "politic"),
        *("national", "score", "risk", "level", "bsn"),
    )
    assert not [name for name in names for word in never if word in name]


def test_a_person_is_heard_of_in_a_circle() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    own = recorded(table, police, circle="own")
    core = recorded(table, police, circle="core")
    now = table.tick()
    assert set(Person.objects.visible_to(police, now)) == {own, core}
    assert set(Person.objects.visible_to(table.chair, now)) == {core}
    assert not Person.objects.visible_to(school, now).exists()


def test_a_correction_takes_the_place_and_says_why() -> None:
    table = Table()
    person = recorded(table)
    better = Person(
        role=Kind.SUBJECT, name="Milan Bedacht", why_changed="naam verkeerd gespeld"
    )
    correct(better, person, by=table.chair, now=table.tick())
    current = Person.objects.visible_to(table.chair, table.tick()).current()
    assert list(current) == [better]
    late = Person(role=Kind.SUBJECT, name="Milan Anders", why_changed="ook")
    with pytest.raises(Overtaken) as wrong:
        correct(late, person, by=table.substitute, now=table.tick())
    assert wrong.value.theirs.pk == better.pk


def test_only_who_said_it_or_the_chair_for_the_table_corrects() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    shared = recorded(table, police)
    core = recorded(table, police, circle="core")
    for person, by in ((shared, school), (core, table.chair)):
        better = Person(role=Kind.SUBJECT, name="Anders", why_changed="x")
        with pytest.raises(Refused):
            correct(better, person, by=by, now=table.tick())
    better = Person(role=Kind.SUBJECT, name="Anders", why_changed="x")
    assert correct(better, shared, by=table.chair, now=table.tick())


@pytest.mark.parametrize(
    "name", ["Đặng Thị Ngọc", "ابن رشد", "Αλέξανδρος", "\u200fשלום\u200e", "Zoë-Ýr"]
)
def test_names_in_every_script_come_back_as_they_were(name: str) -> None:
    table = Table()
    person = recorded(table, name=name)
    unlock_all(table.dossier)
    assert Person.objects.get(pk=person.pk).name == name


def test_a_name_that_cannot_be_kept_is_refused_whole() -> None:
    table = Table()
    for name in ("a\0b", "x" * 201):
        with pytest.raises(ValidationError) as wrong:
            recorded(table, name=name)
        assert fields(wrong.value) == {"name"}
    assert not Person.objects.exists()
