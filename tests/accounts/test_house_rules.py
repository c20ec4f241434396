"""What a house decides: with source and date, superseded, never overwritten (S57)."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from expliciet.accounts.actions.house_rules import set_house_rule
from expliciet.accounts.house_rules import KNOWN, RuleLacking
from expliciet.accounts.models import Appointment, House, HouseRule
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.accounts.conftest import Trail
from tests.factories import AppointmentFactory, HouseFactory, Role

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
MAY = (Role.PROCESS_DIRECTOR, Role.PRIVACY_OFFICER)


@pytest.fixture
def director() -> Appointment:
    return AppointmentFactory(role=Role.PROCESS_DIRECTOR)


def a_rule(house: House, **facts: Any) -> HouseRule:
    known: dict[str, Any] = {
        "house": house,
        "name": "draft-days",
        "value": 14,
        "source": "besluit stuurgroep (verzonnen)",
        "source_date": TODAY,
        "valid_from": TODAY,
    }
    return HouseRule(**known | facts)


def test_a_new_value_stands_beside_the_old_one(
    director: Appointment, trail: Trail
) -> None:
    house = director.house
    trail()
    set_house_rule(a_rule(house), by=director, now=NOW)
    later = TODAY + timedelta(days=7)
    set_house_rule(a_rule(house, value=7, valid_from=later), by=director, now=NOW)
    assert house.rule("draft-days", TODAY) == 14
    assert house.rule("draft-days", later) == 7
    assert house.rule("draft-days", TODAY - timedelta(days=1)) == 30, "the default"
    assert house.rules.filter(name="draft-days").count() == 2
    assert trail() == [Action.HOUSE_RULE_SET] * 2


def test_the_last_word_of_a_day_counts(director: Appointment) -> None:
    house = director.house
    for turn, value in enumerate((10, 20)):
        moment = NOW + timedelta(seconds=turn)
        set_house_rule(a_rule(house, value=value), by=director, now=moment)
    assert house.rule("draft-days", TODAY) == 20


@pytest.mark.parametrize(
    ("lacking", "value"),
    [
        ("source", ""),
        ("source", "   \t "),
        ("source_date", None),
        ("valid_from", None),
        ("value", None),
        ("value", ""),
    ],
)
def test_without_source_and_date_a_rule_does_not_exist(
    lacking: str, value: Any, director: Appointment
) -> None:
    rule = a_rule(director.house, **{lacking: value})
    with pytest.raises(ValidationError) as wrong:
        set_house_rule(rule, by=director, now=NOW)
    assert lacking in wrong.value.error_dict


def test_the_database_refuses_a_rule_without_source() -> None:
    rule = a_rule(HouseFactory(), source="", set_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        rule.save()


def test_no_rule_reaches_back(director: Appointment) -> None:
    """What was decided before keeps the rule of its day."""
    yesterday = TODAY - timedelta(days=1)
    with pytest.raises(ValidationError) as wrong:
        set_house_rule(
            a_rule(director.house, valid_from=yesterday), by=director, now=NOW
        )
    assert "valid_from" in wrong.value.error_dict


def test_what_only_the_house_may_say_has_no_default() -> None:
    house = HouseFactory()
    house.rules.all().delete()
    legal = [known for known in KNOWN.values() if known.is_legal]
    assert {known.name for known in legal} >= {"dossier-months", "trail-months"}
    for known in legal:
        with pytest.raises(RuleLacking):
            house.rule(known.name, TODAY)


def test_a_legal_term_counts_from_its_day_and_not_before(
    director: Appointment,
) -> None:
    house = director.house
    house.rules.all().delete()
    soon = TODAY + timedelta(days=3)
    rule = a_rule(house, name="dossier-months", value=60, valid_from=soon)
    set_house_rule(rule, by=director, now=NOW)
    with pytest.raises(RuleLacking):
        house.rule("dossier-months", TODAY)
    assert house.rule("dossier-months", soon) == 60


@pytest.mark.parametrize("value", [0, 91, -1, "veel", "1.5", "٣٠٠", "1e2", [], {}])
def test_a_value_out_of_bounds_is_refused(value: Any, director: Appointment) -> None:
    with pytest.raises(ValidationError) as wrong:
        set_house_rule(a_rule(director.house, value=value), by=director, now=NOW)
    assert "value" in wrong.value.error_dict


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
def test_others_set_no_rules(role: str, director: Appointment) -> None:
    by = AppointmentFactory(organisation=director.organisation, role=role)
    with pytest.raises(Refused):
        set_house_rule(a_rule(by.house), by=by, now=NOW)


def test_nobody_sets_a_rule_of_another_house(director: Appointment) -> None:
    with pytest.raises(Refused):
        set_house_rule(a_rule(HouseFactory()), by=director, now=NOW)


def test_the_line_names_the_rule_and_not_its_value(director: Appointment) -> None:
    set_house_rule(a_rule(director.house), by=director, now=NOW)
    line = Line.objects.get()
    assert line.rule == "draft-days"
    assert line.house == director.house_id


def test_an_unknown_rule_is_refused(director: Appointment) -> None:
    with pytest.raises(ValidationError):
        set_house_rule(a_rule(director.house, name="kleur"), by=director, now=NOW)
