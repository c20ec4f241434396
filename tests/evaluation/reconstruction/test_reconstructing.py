"""Figures from records alone, recomputed by a second, plainly written path."""

import json
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from expliciet.dossiers.models import Record
from expliciet.evaluation.reconstruction import (
    ALL,
    DURATIONS,
    MEASURES,
    Figures,
    Period,
    from_json,
    label_of_part,
    label_of_row,
    reconstruct,
    suppressed,
)
from expliciet.evaluation.reconstruction import rows as reading_rows
from expliciet.evaluation.reconstruction.themes import THEMES, themes_of_rules
from expliciet.rules.catalogue import catalogue
from expliciet.vault.fields import SealedBytesField, SealedTextField
from expliciet.vault.keyring import keyring
from tests.evaluation.reconstruction.busy import Reported, busy
from tests.evaluation.reconstruction.plainly import Fact, differences, facts
from tests.factories import HouseFactory, Table, at

BEGIN = at(2026, 4, 20)
PERIOD = Period(date(2026, 1, 1), date(2026, 12, 31))


def cases() -> list[UUID]:
    """Tables of several houses that came less and less far; one began elsewhere than
    with a report."""
    found = [busy(Reported(now=BEGIN), steps) for steps in (9, 5, 2, 0)]
    return [*found, busy(Table(now=BEGIN + timedelta(days=40)), 8)]


def plain(dossiers: list[UUID], now: datetime) -> list[Fact]:
    return [fact for each in dossiers for fact in facts(each, now)]


@pytest.mark.django_db
@pytest.mark.engines
def test_every_figure_is_the_one_that_is_found_by_hand() -> None:
    """F63, N15: at several moments, also halfway, and for part of the time."""
    dossiers = cases()
    later = [BEGIN + timedelta(days=days) for days in (0, 15, 31, 48, 70, 95, 300)]
    for now in later:
        for period in (PERIOD, Period(date(2026, 5, 3), date(2026, 7, 2))):
            if now.date() < period.begin:
                continue
            told = reconstruct(dossiers, period, now)
            assert not differences(told, plain(dossiers, now))
    assert all(measure.cell(ALL).number for measure in whole(dossiers).measures)
    assert all(span.spans[ALL].n for span in whole(dossiers).durations)


def whole(dossiers: list[UUID]) -> Figures:
    return reconstruct(dossiers, PERIOD, BEGIN + timedelta(days=300))


@pytest.mark.django_db
def test_only_what_was_selected_is_counted() -> None:
    house = HouseFactory()
    one, other = busy(Table(house, BEGIN), 3), busy(Table(house, BEGIN), 3)
    now = BEGIN + timedelta(days=200)
    told = reconstruct([one, one], PERIOD, now)
    assert told.dossiers == 1
    assert not differences(told, list(facts(one, now)))
    assert reconstruct([other, one], PERIOD, now).dossiers == 2


@pytest.mark.django_db
def test_no_seal_is_opened_and_no_person_named() -> None:
    """V1: moments, kinds, states and functions, and no key in this request."""
    for source in reading_rows.SOURCES.values():
        for column in (source.dossier, *source.columns):
            assert not {"seat", "seat_id", "by", "user"} & set(column.split("__"))
            model, field = source.model, None
            for name in column.split("__"):
                if name == "pk":
                    break
                field = model._meta.get_field(name)
                model = field.related_model or model
            assert not isinstance(field, (SealedTextField, SealedBytesField))
    dossier = busy(Table(HouseFactory(), BEGIN), 4)
    with keyring():
        assert reconstruct([dossier], PERIOD, BEGIN + timedelta(days=99)).dossiers == 1


@pytest.mark.django_db
def test_questions_grow_with_chunks_of_dossiers_and_not_with_records(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = HouseFactory()
    few, many = busy(Table(house, BEGIN), 0), busy(Table(house, BEGIN), 9)
    assert Record.objects.filter(dossier=many).count() > 20
    assert asked([few]) == asked([many]) == asked([few, many])
    monkeypatch.setattr(reading_rows, "CHUNK", 1)
    assert asked([few, many]) == 2 * asked([few])


def asked(dossiers: list[UUID]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as told:
        reconstruct(dossiers, PERIOD, BEGIN + timedelta(days=300))
    return len(told)


@pytest.mark.django_db
def test_figures_are_the_same_in_and_out_of_json() -> None:
    dossiers = cases()
    told = reconstruct(dossiers, PERIOD, BEGIN + timedelta(days=300))
    for each in (told, suppressed(told, 2)):
        assert from_json(json.loads(json.dumps(each.as_json()))) == each
    assert suppressed(told, 2) != told


@pytest.mark.django_db
def test_every_row_and_part_has_words() -> None:
    told = reconstruct(cases(), PERIOD, BEGIN + timedelta(days=300))
    for measure in told.measures:
        for row in measure.rows.names():
            assert str(label_of_row(measure.name, row))
        for part in measure.cells[ALL]:
            assert str(label_of_part(measure.name, part))
    for each in (*MEASURES, *DURATIONS):
        assert str(each.title)
        assert str(each.tells).endswith(".")


def test_every_question_of_the_checker_belongs_to_a_theme() -> None:
    """F86: the explicitness measure leaves none of its questions out."""
    assert set(themes_of_rules()) == {rule.code for rule in catalogue()}
    assert set(themes_of_rules().values()) == set(THEMES)


@pytest.mark.django_db
def test_nothing_selected_is_nothing_counted() -> None:
    told = reconstruct([], PERIOD, BEGIN)
    assert told.dossiers == 0
    assert not any(each.cell(ALL).number for each in told.measures)
    rows = [row for each in suppressed(told).measures for row in each.cells.values()]
    assert not any(cell.is_shown for row in rows for cell in row.values())
