"""Who is there, and for whom: accounts and appointments."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from expliciet.accounts.actions.people import (
    add_user,
    appoint,
    disable_user,
    end_appointment,
    let_in,
    reopen_user,
)
from expliciet.accounts.house_rules import RuleLacking
from expliciet.accounts.models import Appointment, HouseRule, User
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.accounts.conftest import Trail
from tests.factories import (
    PASSWORD,
    AppointmentFactory,
    HouseFactory,
    OrganisationFactory,
    Role,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
OTHERS = [role for role in Role if role != Role.ADMINISTRATOR]


@pytest.fixture
def administrator() -> Appointment:
    return AppointmentFactory(role=Role.ADMINISTRATOR)


def somebody(**facts: object) -> User:
    return User(**{"email": "nieuw@voorbeeld.example", "name": "Nieuw", **facts})


# --- accounts ---------------------------------------------------------------------


def test_an_administrator_adds_somebody(
    administrator: Appointment, trail: Trail
) -> None:
    trail()
    user = add_user(
        somebody(), PASSWORD, house=administrator.house, by=administrator, now=NOW
    )
    assert user.check_password(PASSWORD)
    assert user.joined_at == NOW
    assert trail() == [Action.USER_ADDED]


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_manages_people(role: str, administrator: Appointment) -> None:
    by = AppointmentFactory(organisation=administrator.organisation, role=role)
    theirs = AppointmentFactory(organisation=administrator.organisation)
    with pytest.raises(Refused):
        add_user(somebody(), PASSWORD, house=by.house, by=by, now=NOW)
    with pytest.raises(Refused):
        appoint(fresh(theirs), by=by)
    with pytest.raises(Refused):
        end_appointment(theirs, on=TODAY, by=by)
    with pytest.raises(Refused):
        disable_user(theirs.user, by=by)
    with pytest.raises(Refused):
        reopen_user(theirs.user, by=by)


def test_an_administrator_of_another_house_manages_nobody_here() -> None:
    """V2: no sequence of deeds of one house touches another."""
    stranger, theirs = AppointmentFactory(role=Role.ADMINISTRATOR), AppointmentFactory()
    with pytest.raises(Refused):
        add_user(somebody(), PASSWORD, house=theirs.house, by=stranger, now=NOW)
    with pytest.raises(Refused):
        appoint(fresh(theirs), by=stranger)
    with pytest.raises(Refused):
        end_appointment(theirs, on=TODAY, by=stranger)
    for user in (theirs.user, UserFactory()):
        with pytest.raises(Refused):
            disable_user(user, by=stranger)


@pytest.mark.parametrize(
    "typed",
    [
        "NIEUW@Voorbeeld.EXAMPLE",
        "  nieuw@voorbeeld.example ",
        "ｎｉｅｕｗ@voorbeeld.example",
    ],
)
def test_an_address_is_one_however_it_is_written(
    typed: str, administrator: Appointment
) -> None:
    house = administrator.house
    user = add_user(
        somebody(email=typed), PASSWORD, house=house, by=administrator, now=NOW
    )
    assert user.email == "nieuw@voorbeeld.example"
    with pytest.raises(ValidationError):
        add_user(somebody(), PASSWORD, house=house, by=administrator, now=NOW)


def test_the_database_knows_an_address_in_capitals_too() -> None:
    UserFactory(email="een@voorbeeld.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="EEN@voorbeeld.example")


def test_without_the_term_of_the_house_nobody_is_added(
    administrator: Appointment,
) -> None:
    """S57: how long details are kept is not for the program to say."""
    HouseRule.objects.filter(name="account-months").delete()
    with pytest.raises(RuleLacking):
        add_user(
            somebody(), PASSWORD, house=administrator.house, by=administrator, now=NOW
        )
    assert not User.objects.filter(email="nieuw@voorbeeld.example").exists()


def test_no_name_and_no_address_stands_in_a_line(administrator: Appointment) -> None:
    """T24."""
    user = somebody(email="canary@voorbeeld.example", name="Canary Bedacht")
    house = administrator.house
    add_user(user, PASSWORD, house=house, by=administrator, now=NOW)
    for line in Line.objects.all():
        assert b"anary" not in line.exported()


# --- appointments -----------------------------------------------------------------


def fresh(near: Appointment, **facts: object) -> Appointment:
    """An appointment not yet given, for somebody of the same organisation."""
    known = {
        "user": UserFactory(),
        "house": near.house,
        "organisation": near.organisation,
        "role": Role.PARTNER,
        "since": TODAY,
    }
    return Appointment(**known | facts)


def test_an_administrator_appoints(administrator: Appointment, trail: Trail) -> None:
    trail()
    appointment = appoint(fresh(administrator), by=administrator)
    assert list(appointment.user.appointments_now(TODAY)) == [appointment]
    assert trail() == [Action.APPOINTED]


@pytest.mark.parametrize("role", list(Role))
def test_nobody_appoints_themselves(role: str, administrator: Appointment) -> None:
    """V5: no deed raises the rights of who does it."""
    own = fresh(administrator, user=administrator.user, role=role)
    with pytest.raises(Refused):
        appoint(own, by=administrator)
    assert administrator.user.appointments.count() == 1


def test_nobody_lengthens_an_appointment_by_ending_it_later(
    administrator: Appointment,
) -> None:
    """V5: moving the last day is no way to stay, or to come back."""
    AppointmentFactory(organisation=administrator.organisation, role=Role.ADMINISTRATOR)
    tomorrow = TODAY + timedelta(days=1)
    end_appointment(administrator, on=TODAY, by=administrator)
    with pytest.raises(ValidationError):
        end_appointment(administrator, on=tomorrow, by=administrator)
    administrator.refresh_from_db()
    assert administrator.until == TODAY


def test_an_appointment_of_another_house_is_refused(
    administrator: Appointment,
) -> None:
    elsewhere = OrganisationFactory()
    with pytest.raises(ValidationError):
        appoint(fresh(administrator, organisation=elsewhere), by=administrator)


def test_an_appointment_holds_from_its_first_day_up_to_and_including_its_last() -> None:
    user = AppointmentFactory(since=date(2026, 3, 2), until=date(2026, 3, 4)).user
    held = [
        day for day in range(1, 7) if user.appointments_now(date(2026, 3, day)).exists()
    ]
    assert held == [2, 3, 4]


def test_the_last_administrator_stays_until_there_is_another(
    administrator: Appointment,
) -> None:
    """Nobody could be let in any more; a colleague who leaves too is no other."""
    with pytest.raises(ValidationError) as wrong:
        end_appointment(administrator, on=TODAY, by=administrator)
    assert "until" in wrong.value.message_dict
    other = AppointmentFactory(
        organisation=administrator.organisation, role=Role.ADMINISTRATOR, until=TODAY
    )
    with pytest.raises(ValidationError):
        end_appointment(administrator, on=TODAY, by=administrator)
    other.until = None
    other.save()
    end_appointment(administrator, on=TODAY, by=administrator)
    administrator.refresh_from_db()
    assert administrator.until == TODAY


def test_an_appointment_cannot_end_before_it_began(
    administrator: Appointment,
) -> None:
    theirs = AppointmentFactory(organisation=administrator.organisation, since=TODAY)
    with pytest.raises(ValidationError):
        end_appointment(theirs, on=TODAY - timedelta(days=1), by=administrator)


def test_an_ended_appointment_gives_nothing_from_the_next_day(
    administrator: Appointment, trail: Trail
) -> None:
    """V8."""
    theirs = AppointmentFactory(organisation=administrator.organisation)
    trail()
    end_appointment(theirs, on=TODAY - timedelta(days=1), by=administrator)
    assert not theirs.user.appointments_now(TODAY)
    assert trail() == [Action.APPOINTMENT_ENDED]


def test_a_closed_account_holds_no_appointment(
    administrator: Appointment, trail: Trail
) -> None:
    """V8: at once, also for who looked it up a moment before."""
    theirs = AppointmentFactory(organisation=administrator.organisation)
    trail()
    disable_user(theirs.user, by=administrator, why="vertrokken (verzonnen)")
    user = User.objects.get(pk=theirs.user_id)
    assert not user.appointments_now(TODAY)
    assert not Appointment.objects.holding(TODAY).filter(user=user)
    assert trail() == [Action.USER_DISABLED]
    reopen_user(user, by=administrator)
    assert list(user.appointments_now(TODAY)) == [theirs]


def test_nobody_closes_their_own_account(administrator: Appointment) -> None:
    with pytest.raises(Refused):
        disable_user(administrator.user, by=administrator)
    with pytest.raises(Refused):
        reopen_user(administrator.user, by=administrator)


def test_whoever_is_appointed_elsewhere_too_is_not_closed_from_here(
    administrator: Appointment,
) -> None:
    theirs = AppointmentFactory(organisation=administrator.organisation)
    AppointmentFactory(user=theirs.user)
    with pytest.raises(Refused):
        disable_user(theirs.user, by=administrator)


def test_details_stay_as_long_as_the_last_appointment_and_its_term(
    administrator: Appointment,
) -> None:
    """V17."""
    user = UserFactory(ends_on=TODAY)
    until = TODAY + timedelta(days=800)
    appoint(fresh(administrator, user=user, until=until), by=administrator)
    assert user.ends_on >= until


def test_a_colleague_is_let_in_whole_or_not_at_all(administrator: Appointment) -> None:
    elsewhere = OrganisationFactory(house=HouseFactory())
    wrong = fresh(administrator, user=None, organisation=elsewhere)
    with pytest.raises(ValidationError), transaction.atomic():
        let_in(somebody(), PASSWORD, wrong, by=administrator, now=NOW)
    assert not User.objects.filter(email="nieuw@voorbeeld.example").exists()
