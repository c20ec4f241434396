"""Factors: read in facts, in words and dates; never a grid, a total or a colour."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.casework.actions.factors import earlier_reading, read_factor
from expliciet.casework.models import (
    Assessment,
    Contribution,
    Factor,
    FactorList,
    FactorReading,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Circle, Seat
from expliciet.web.casework.factors import factors_shown
from tests.factories import Table
from tests.web.casework.bringing import bring_in, fact, yesterday
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import of

pytestmark = pytest.mark.django_db

SECRET = "Hij kocht een tweede telefoon."


def factor(theme: str = "violence") -> Factor:
    return Factor.objects.filter(list__is_ours=True, theme=theme).first() or Factor()


def address(table: Table, one: Factor) -> str:
    return reverse("casework:read-factor", args=[table.dossier.pk, one.pk])


def reads(
    table: Table,
    by: Seat,
    read: str = "observed",
    *rests: Contribution,
    of_: Factor | None = None,
    circle: str = Circle.Kind.TABLE,
    **other: Any,
) -> FactorReading:
    now = table.tick()
    return read_factor(
        FactorReading(
            factor=of_ or factor(), read=read, argument="dat zegt de zus", **other
        ),
        [line for told in rests for line in told.statements.all()],
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )


def told(client: Client, record: Any) -> str:
    answer = client.get(of(record))
    assert answer.status_code == 200
    return words(answer)


def test_one_picks_a_factor_with_what_protects_beside_risk(
    table: Table, at: At
) -> None:
    """F15, F26, S15, S16: threat of violence by itself; nothing to fill in."""
    page = words(
        at(table.seat("police")).get(
            reverse("casework:factors", args=[table.dossier.pk])
        )
    )
    risk, protective = page.split('id="protective-title"')
    assert "Heeft eerder geweld gebruikt" in risk
    assert risk.index("Dreiging van geweld") < risk.index("Denkbeelden en motief")
    assert "Heeft werk, school of een vaste dag" in protective
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
    assert "EUPL-1.2" in page


def test_a_factor_is_read_in_facts_with_an_argument(table: Table, at: At) -> None:
    """F27, S14: observed, not observed or unknown; and on what that rests."""
    police = table.seat("police")
    line = bring_in(table, police).statements.get()
    client = at(police)
    typed = {"read": "observed", "hears": table.hears(police)}
    refused = client.post(address(table, factor()), typed)
    assert refused.status_code == REFUSED
    typed |= {"argument": "hij zei het zelf", "rests_on": str(line.pk)}
    number = client.post(address(table, factor()), typed | {"read": "7"})
    assert number.status_code == REFUSED
    assert client.post(address(table, factor()), typed).status_code == REDIRECTED
    reading = FactorReading.objects.get()
    assert list(reading.rests_on.all()) == [line]
    assert "Waargenomen" in told(client, reading)


def test_a_later_reading_of_ones_own_takes_the_place_of_the_earlier(
    table: Table, at: At
) -> None:
    """F28: change stands there in words and dates, with why."""
    police, town = table.seat("police"), table.seat("municipality")
    first = reads(table, police, "not_observed")
    other = reads(table, town, "unknown")
    table.seat("GGZ")
    client = at(police)
    asked = words(client.get(address(table, factor())))
    assert "Wat u eerder" in asked
    typed = {
        "read": "observed",
        "argument": "hij noemde een plek",
        "hears": table.hears(police),
    }
    assert client.post(address(table, factor()), typed).status_code == REFUSED
    typed["why_changed"] = "nieuwe melding"
    assert client.post(address(table, factor()), typed).status_code == REDIRECTED
    later = FactorReading.objects.get(supersedes=first)
    assert not hasattr(FactorReading.objects.get(pk=other.pk), "superseded_by")
    page = told(client, later)
    assert "niet waargenomen" in page
    assert "nieuwe melding" in page


def test_what_one_keeps_to_oneself_is_a_reading_apart(table: Table) -> None:
    police = table.seat("police")
    own = reads(table, police, "unknown", circle=Circle.Kind.OWN)
    shared = reads(table, police, "observed")
    assert shared.supersedes_id is None
    assert earlier_reading(factor(), by=police, now=table.tick()) in (own, shared)


def test_a_withdrawn_statement_is_closed_under_a_reading_too(
    table: Table, at: At
) -> None:
    """S52, V4: the reading says so; and rests on nothing that one does not hear."""
    police, town = table.seat("police"), table.seat("municipality")
    shared = bring_in(table, police, fact(SECRET))
    kept = bring_in(table, police, circle=Circle.Kind.OWN)
    reading = reads(table, police, "observed", shared, kept)
    client = at(town)
    page = told(client, reading)
    assert SECRET in page
    assert kept.reference not in page
    assert kept.reference in told(at(police), reading)
    withdraw(shared, "verwisseld", by=police, now=table.tick())
    page = told(client, reading)
    assert SECRET not in page
    assert "sindsdien ingetrokken" in page


def test_nobody_reads_in_the_place_of_another(table: Table, at: At) -> None:
    reading = reads(table, table.seat("police"))
    correct = reverse("dossiers:correct", args=[table.dossier.pk, reading.pk])
    assert at(table.chair).get(correct).status_code == 403


def test_a_statement_one_does_not_hear_cannot_be_rested_on(
    table: Table, at: At
) -> None:
    """V4: not offered, and not taken."""
    police, town = table.seat("police"), table.seat("municipality")
    kept = bring_in(table, police, fact(SECRET), circle=Circle.Kind.OWN)
    client = at(town)
    assert SECRET not in words(client.get(address(table, factor())))
    typed = {
        "read": "observed",
        "argument": "x",
        "hears": table.hears(town),
        "rests_on": str(kept.statements.get().pk),
    }
    assert client.post(address(table, factor()), typed).status_code == REFUSED
    assert not FactorReading.objects.exists()


def test_the_part_shows_what_was_read_and_nothing_that_counts(
    table: Table, at: At
) -> None:
    """F29, S14: no number, no total, no empty factor to fill."""
    police, town = table.seat("police"), table.seat("municipality")
    for one in Factor.objects.filter(theme="violence"):
        reads(table, police, of_=one)
    reads(table, town, of_=factor("protective"))
    now = table.tick()
    police.unlock(now)
    shown = factors_shown(police, now)
    risk = {each.theme: each.factors for each in shown.context["factors_risk"]}
    protective = shown.context["factors_protective"]
    assert list(risk) == ["violence", "ideology", "ability", "context"]
    assert len(risk["violence"]) == 5
    assert risk["ideology"] == []
    assert [len(each.factors) for each in protective] == [1]
    assert not any(isinstance(each, int | float) for each in shown.context.values())


def test_what_was_withdrawn_leaves_the_factors(table: Table) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    reading = reads(table, police)
    withdraw(reading, "verkeerd begrepen", by=police, now=table.tick())
    now = table.tick()
    town.unlock(now)
    shown = factors_shown(town, now).context
    assert not any(each.factors for each in shown["factors_risk"])
    assert [each.record.pk for each in shown["factors_closed"]] == [reading.pk]


def test_no_field_of_a_reading_can_hold_a_number() -> None:
    """F29, S14: impossible by design."""
    for model in (FactorReading, Assessment, Factor, FactorList):
        for field in model._meta.get_fields():
            kind = (
                field.get_internal_type() if hasattr(field, "get_internal_type") else ""
            )
            assert not re.search("Integer|Float|Decimal|Duration", kind), field


def test_an_instrument_is_only_named(table: Table, at: At) -> None:
    """S20: name, date, assessor, conclusion, limits; nothing of its contents."""
    police = table.seat("police")
    client = at(police)
    page = reverse("casework:assess", args=[table.dossier.pk])
    typed = {
        "instrument": "VERA-2R",
        "assessed_on": yesterday().isoformat(),
        "assessor": "gedragsdeskundige (verzonnen)",
        "conclusion": "Geen aanwijzing voor een plan.",
        "limits": "Op grond van één gesprek.",
        "hears": table.hears(police),
    }
    lacking = client.post(page, typed | {"limits": ""})
    assert lacking.status_code == REFUSED
    assert client.post(page, typed).status_code == REDIRECTED
    said = told(client, Assessment.objects.get())
    for name in ("VERA-2R", "gedragsdeskundige", "Op grond van één gesprek."):
        assert name in said


def test_a_list_the_house_does_not_use_is_not_there(table: Table, at: At) -> None:
    """S21."""
    other = FactorList.objects.create(
        name="Andere lijst",
        version="1",
        source="verzonnen",
        licence="CC0",
        loaded_at=table.tick(),
    )
    one = Factor.objects.create(
        list=other, code="A1", theme="context", name_nl="iets", name_en="something"
    )
    assert at(table.seat("police")).get(address(table, one)).status_code == 404
