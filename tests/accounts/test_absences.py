"""Away for a while, with somebody who looks after one's work."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.actions.absences import come_back, go_away
from expliciet.accounts.models import Absence, Appointment
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.factories import AppointmentFactory, Role

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def leaving() -> Appointment:
    return AppointmentFactory()


@pytest.fixture
def colleague(leaving: Appointment) -> Appointment:
    return AppointmentFactory(organisation=leaving.organisation)


def absence(replacement: Appointment, since: int = 0, until: int = 7) -> Absence:
    return Absence(
        replacement=replacement.user, since=in_days(since), until=in_days(until)
    )


def says(leaving: Appointment, away: Absence) -> Absence:
    return go_away(away, by=leaving.user, now=timezone.now())


def test_it_begins_and_ends_by_itself(
    leaving: Appointment, colleague: Appointment
) -> None:
    """S61: no clock has to run for it; the last day still counts."""
    says(leaving, absence(colleague, 2, 5))
    holds = [Absence.objects.holding(in_days(days)).exists() for days in (1, 2, 5, 6)]
    assert holds == [False, True, True, False]


def test_saying_it_and_coming_back_leave_their_lines(
    leaving: Appointment, colleague: Appointment
) -> None:
    away = says(leaving, absence(colleague))
    come_back(away, by=leaving.user, now=timezone.now())
    come_back(away, by=leaving.user, now=timezone.now())
    lines = Line.objects.order_by("at").values_list("action", "house", "user")
    house, user = leaving.house_id, leaving.user_id
    assert list(lines) == [
        (Action.ABSENCE_SAID, house, user),
        (Action.ABSENCE_ENDED, house, user),
    ]
    assert not Absence.objects.to_come(in_days(0)).exists()


def test_only_a_colleague_of_the_same_organisation_replaces(
    leaving: Appointment, colleague: Appointment
) -> None:
    elsewhere = AppointmentFactory(organisation__house=leaving.house)
    administrator = AppointmentFactory(
        organisation=leaving.organisation, role=Role.ADMINISTRATOR
    )
    ended = AppointmentFactory(
        organisation=leaving.organisation, until=date(2021, 1, 1)
    )
    for other in (elsewhere, administrator, ended, leaving):
        with pytest.raises(ValidationError):
            says(leaving, absence(other))
    assert says(leaving, absence(colleague)).organisation == leaving.organisation


@pytest.mark.parametrize(("since", "until"), [(3, 2), (-9, -2)])
def test_days_that_make_no_sense_are_refused(
    leaving: Appointment, colleague: Appointment, since: int, until: int
) -> None:
    with pytest.raises(ValidationError):
        says(leaving, absence(colleague, since, until))


def test_nobody_is_away_twice_at_once(
    leaving: Appointment, colleague: Appointment
) -> None:
    says(leaving, absence(colleague, 0, 7))
    with pytest.raises(ValidationError):
        says(leaving, absence(colleague, 7, 9))
    says(leaving, absence(colleague, 8, 9))


def test_nobody_ends_the_absence_of_another(
    leaving: Appointment, colleague: Appointment
) -> None:
    away = says(leaving, absence(colleague))
    with pytest.raises(Refused):
        come_back(away, by=colleague.user, now=timezone.now())
    assert Absence.objects.holding(in_days(0)).exists()


def test_it_is_seen_in_one_s_own_house_and_nowhere_else(
    leaving: Appointment, colleague: Appointment
) -> None:
    says(leaving, absence(colleague))
    partner = AppointmentFactory(organisation__house=leaving.house)
    stranger = AppointmentFactory()
    today = in_days(0)
    seen = [
        Absence.objects.visible_to(each.user, today).exists()
        for each in (leaving, colleague, partner, stranger)
    ]
    assert seen == [True, True, True, False]
