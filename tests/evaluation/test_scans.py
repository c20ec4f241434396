"""N22: the yearly scan, answered blind and opened at once."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.models import Appointment, HouseRule
from expliciet.accounts.refusal import Refused
from expliciet.evaluation.actions.scans import (
    Given,
    answer_scan,
    asked,
    begin_scan,
    open_scan,
    who_is_in,
)
from expliciet.evaluation.models import Scan, ScanAnswer
from expliciet.evaluation.reconstruction import from_json
from expliciet.evaluation.scan_statements import SLUGS, THEMES
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.evaluation.reporting import Course
from tests.factories import AppointmentFactory, Role, Table, earlier_today

pytestmark = pytest.mark.django_db
ALL_YES = {slug: Given("yes", "zo is het (verzonnen)") for slug in SLUGS}


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


def begun(table: Table) -> Scan:
    today = timezone.localdate(table.now)
    scan = Scan(year=today.year, answer_by=today + timedelta(days=14))
    return begin_scan(scan, by=table.director, now=table.tick())


def partner(table: Table, function: str) -> Appointment:
    organisation = table.organisation(function)
    return AppointmentFactory(organisation=organisation, role=Role.PARTNER)


def test_fifteen_statements_on_five_themes_are_asked() -> None:
    assert len(SLUGS) == len(set(SLUGS)) == 15
    assert [len(theme.statements) for theme in THEMES] == [3] * 5


def test_only_the_process_director_begins_one_and_once_for_a_year(
    table: Table,
) -> None:
    begun(table)
    with pytest.raises(ValidationError, match="already"):
        begun(table)
    today = timezone.localdate()
    scan = Scan(year=today.year - 1, answer_by=today + timedelta(days=3))
    with pytest.raises(Refused):
        begin_scan(scan, by=partner(table, "police"), now=table.now)


def test_an_organisation_answers_once_and_every_statement(table: Table) -> None:
    scan, police = begun(table), partner(table, "police")
    with pytest.raises(ValidationError) as wrong:
        answer_scan(scan, {SLUGS[0]: Given("yes")}, by=police, now=table.now)
    assert len(wrong.value.error_dict) == 14
    answer_scan(scan, ALL_YES, by=police, now=table.now)
    with pytest.raises(ValidationError, match="colleague"):
        answer_scan(scan, ALL_YES, by=partner(table, "police"), now=table.now)
    assert [each.function for each in who_is_in(scan)] == ["police"]


def test_until_it_is_opened_nobody_can_open_what_another_said(table: Table) -> None:
    """N1, N22: each organisation under a key of its own; the office no less."""
    scan, police = begun(table), partner(table, "police")
    with keyring():
        answer_scan(scan, ALL_YES, by=police, now=table.now)
    with keyring():
        scan.unlock([table.director.organisation_id])
        with pytest.raises(Locked):
            _read = ScanAnswer.objects.first().says  # type: ignore[union-attr]
    with keyring():
        scan.unlock([police.organisation_id])
        assert ScanAnswer.objects.first().says == "yes"  # type: ignore[union-attr]


def test_it_is_opened_when_all_answered_or_the_day_has_passed(table: Table) -> None:
    scan = begun(table)
    for function in ("police", "GGZ"):
        answer_scan(scan, ALL_YES, by=partner(table, function), now=table.now)
    assert len(asked(scan, timezone.localdate())) > 2
    with pytest.raises(ValidationError, match="Not everybody"):
        open_scan(scan, by=table.director, now=table.now)
    later = table.now + timedelta(days=16)
    with pytest.raises(Refused):
        open_scan(scan, by=partner(table, "police"), now=later)
    opened = open_scan(scan, by=table.director, now=later)
    assert opened.opened_at == later
    with pytest.raises(ValidationError, match="no answers any more"):
        answer_scan(scan, ALL_YES, by=table.director, now=later)


def test_one_answer_alone_is_not_opened(table: Table) -> None:
    scan = begun(table)
    answer_scan(scan, ALL_YES, by=partner(table, "police"), now=table.now)
    with pytest.raises(ValidationError, match="two organisations"):
        open_scan(scan, by=table.director, now=table.now + timedelta(days=16))


def test_a_house_with_few_dossiers_shows_no_figure_of_them(table: Table) -> None:
    """Small groups are left out: a figure would be about one person."""
    scan = begun(table)
    table.note(table.chair)
    for function in ("police", "GGZ"):
        answer_scan(scan, ALL_YES, by=partner(table, function), now=table.now)
    opened = open_scan(scan, by=table.director, now=table.now + timedelta(days=16))
    assert opened.figures == ""


def test_at_its_opening_the_facts_of_that_year_are_frozen(table: Table) -> None:
    """N22: beside what partners say stands what records show, as it was then."""
    scan = begun(table)
    of_house(table, "smallest-group", 3)
    for other in (table, *(Table(house=table.house, now=table.now) for _n in range(3))):
        other.note(other.chair)
    for function in ("police", "GGZ"):
        answer_scan(scan, ALL_YES, by=partner(table, function), now=table.now)
    opened = open_scan(scan, by=table.director, now=table.now + timedelta(days=16))
    told = from_json(json.loads(opened.figures or "{}"))
    assert told.begin.year == scan.year
    assert told.measures
    table.note(table.chair)
    again = Scan.objects.get(pk=scan.pk)
    assert again.figures == opened.figures


def test_facts_are_left_out_where_they_tell_of_few_beside_a_study() -> None:
    """V1: a scan over one dossier more than a study would tell of that one."""
    found = Course(busy=3, steps=0)
    found.counted()
    found.add(steps=0)
    opened = opened_of(found)
    assert opened.figures == ""
    assert not opened.dossiers.exists()


def test_a_study_is_laid_beside_the_facts_of_a_scan_too() -> None:
    """V1: the other way round."""
    found = Course(busy=3, steps=0)
    gone = found.add(steps=0)
    assert opened_of(found).figures
    found.counted()
    gone.delete()
    with pytest.raises(ValidationError, match="differ too little"):
        found.counted()


def opened_of(found: Course) -> Scan:
    """The scan of the year in which all of this happened, answered and open."""
    table = found.table
    year = timezone.localdate(table.dossier.opened_at).year
    answer_by = timezone.localdate() + timedelta(days=1)
    of_house(table, "smallest-group", 3)
    scan = begin_scan(
        Scan(year=year, answer_by=answer_by), by=found.director, now=timezone.now()
    )
    for function in ("police", "GGZ"):
        answer_scan(scan, ALL_YES, by=partner(table, function), now=timezone.now())
    later = timezone.localtime() + timedelta(days=2)
    return open_scan(scan, by=found.director, now=later)


def of_house(table: Table, name: str, value: int) -> None:
    HouseRule.objects.create(
        house=table.house,
        name=name,
        value=value,
        source="verzonnen besluit",
        source_date=timezone.localdate(),
        valid_from=timezone.localdate() - timedelta(days=400),
        set_at=table.now,
    )
