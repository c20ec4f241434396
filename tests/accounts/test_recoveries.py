"""Letting somebody in anew: two others, a code by hand, a new beginning (T12)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from expliciet.accounts.actions.factors import add_app
from expliciet.accounts.actions.people import disable_user, end_appointment
from expliciet.accounts.actions.recoveries import (
    begin_recovery,
    confirm_recovery,
    in_groups,
    stop_recovery,
    use_recovery,
)
from expliciet.accounts.factors import has_factor
from expliciet.accounts.models import Appointment, Organisation, Recovery, User
from expliciet.accounts.models.recovery import LASTS
from expliciet.accounts.refusal import Refused
from expliciet.accounts.sessions import SessionStore
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.accounts.conftest import Trail
from tests.accounts.test_factors import SECRET
from tests.factories import (
    PASSWORD,
    AppointmentFactory,
    OrganisationFactory,
    Role,
    UserFactory,
)
from tests.signing_in import shown_by_app

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOW = timezone.now()


@pytest.fixture
def police() -> Organisation:
    return OrganisationFactory(function=Organisation.POLICE)


@pytest.fixture
def lost(police: Organisation) -> User:
    """Somebody of the police whose telephone lies in a canal."""
    user = UserFactory(password=PASSWORD)
    AppointmentFactory(user=user, organisation=police)
    add_app(user, SECRET, shown_by_app(SECRET, NOW), now=NOW)
    return user


@pytest.fixture
def anna(police: Organisation) -> Appointment:
    return AppointmentFactory(organisation=police)


@pytest.fixture
def bram(police: Organisation) -> Appointment:
    return AppointmentFactory(organisation=police)


def administrator_of(police: Organisation) -> Appointment:
    office = OrganisationFactory(house=police.house, function=Organisation.OFFICE)
    return AppointmentFactory(organisation=office, role=Role.ADMINISTRATOR)


def signed_in(user: User) -> None:
    store = SessionStore()
    store.save()
    assert store.row is not None
    store.row.user = user
    store.row.save()


def test_one_asks_another_confirms_and_a_code_lets_in(
    lost: User, anna: Appointment, bram: Appointment, trail: Trail
) -> None:
    signed_in(lost)
    trail()
    recovery = begin_recovery(lost, by=anna, now=NOW)
    assert trail() == [Action.RECOVERY_BEGUN]
    assert has_factor(lost)
    code = confirm_recovery(recovery, by=bram, now=NOW)
    assert trail() == [Action.RECOVERY_CONFIRMED]
    assert has_factor(lost), "until the code is used nothing changes"
    assert use_recovery(lost, in_groups(code).lower(), now=NOW) == recovery
    lost.refresh_from_db()
    assert not has_factor(lost)
    assert not lost.has_usable_password()
    assert not lost.sessions.exists()
    assert trail() == [
        Action.RECOVERY_USED,
        Action.FACTOR_REMOVED,
        Action.SESSIONS_ENDED,
    ]


def test_lines_say_on_whose_behalf(
    lost: User, anna: Appointment, bram: Appointment
) -> None:
    confirm_recovery(begin_recovery(lost, by=anna, now=NOW), by=bram, now=NOW)
    for line in Line.objects.filter(action__startswith="recovery-b"):
        assert (line.user, line.on_behalf_of) == (anna.user_id, lost.id)
    for line in Line.objects.filter(action="recovery-confirmed"):
        assert (line.user, line.on_behalf_of) == (bram.user_id, lost.id)


# --- who may -----------------------------------------------------------------------


def test_nobody_lets_themselves_in(lost: User, anna: Appointment) -> None:
    mine = lost.appointments.get()
    with pytest.raises(Refused):
        begin_recovery(lost, by=mine, now=NOW)
    with pytest.raises(Refused):
        confirm_recovery(begin_recovery(lost, by=anna, now=NOW), by=mine, now=NOW)


def test_an_administrator_does_not_let_themselves_in(police: Organisation) -> None:
    mine = administrator_of(police)
    with pytest.raises(Refused):
        begin_recovery(mine.user, by=mine, now=NOW)


def test_one_person_is_not_two(lost: User, anna: Appointment) -> None:
    """V15: not with a second appointment either."""
    recovery = begin_recovery(lost, by=anna, now=NOW)
    also = AppointmentFactory(
        user=anna.user, organisation=anna.organisation, role=Role.CASE_DIRECTOR
    )
    for by in (anna, also):
        with pytest.raises(Refused):
            confirm_recovery(recovery, by=by, now=NOW)


def test_the_database_refuses_one_person_for_two(lost: User, anna: Appointment) -> None:
    recovery = begin_recovery(lost, by=anna, now=NOW)
    for confirming in (anna.user, lost):
        with pytest.raises(IntegrityError), transaction.atomic():
            Recovery.objects.filter(pk=recovery.pk).update(confirmed_by=confirming)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recovery.objects.filter(pk=recovery.pk).update(asked_by=lost)


def test_an_administrator_of_the_house_may_vouch(
    lost: User, police: Organisation, anna: Appointment
) -> None:
    administrator = administrator_of(police)
    recovery = begin_recovery(lost, by=administrator, now=NOW)
    assert confirm_recovery(recovery, by=anna, now=NOW)


def test_another_organisation_may_not(
    lost: User, police: Organisation, anna: Appointment
) -> None:
    school = OrganisationFactory(house=police.house, function="onderwijs")
    teacher = AppointmentFactory(organisation=school)
    director = AppointmentFactory(organisation=school, role=Role.PROCESS_DIRECTOR)
    for by in (teacher, director):
        with pytest.raises(Refused):
            begin_recovery(lost, by=by, now=NOW)
    recovery = begin_recovery(lost, by=anna, now=NOW)
    with pytest.raises(Refused):
        confirm_recovery(recovery, by=teacher, now=NOW)


def test_an_administrator_of_another_house_may_not(
    lost: User, anna: Appointment
) -> None:
    """V2."""
    stranger = AppointmentFactory(role=Role.ADMINISTRATOR)
    with pytest.raises(Refused):
        begin_recovery(lost, by=stranger, now=NOW)
    recovery = begin_recovery(lost, by=anna, now=NOW)
    with pytest.raises(Refused):
        confirm_recovery(recovery, by=stranger, now=NOW)


def test_whoever_left_vouches_for_nobody(
    lost: User, police: Organisation, anna: Appointment
) -> None:
    """V8: an appointment that ended counts no longer, also in the hands of a page."""
    yesterday = timezone.localdate(NOW) - timedelta(days=1)
    end_appointment(anna, on=yesterday, by=administrator_of(police))
    with pytest.raises(Refused):
        begin_recovery(lost, by=anna, now=NOW)


def test_nobody_vouches_for_a_closed_account(
    lost: User, police: Organisation, anna: Appointment, bram: Appointment
) -> None:
    recovery = begin_recovery(lost, by=anna, now=NOW)
    code = confirm_recovery(recovery, by=bram, now=NOW)
    disable_user(lost, by=administrator_of(police), why="verzonnen")
    lost.refresh_from_db()
    assert use_recovery(lost, code, now=NOW) is None
    with pytest.raises(Refused):
        begin_recovery(lost, by=anna, now=NOW)


# --- once, and not for long ----------------------------------------------------------


def test_a_code_works_once(lost: User, anna: Appointment, bram: Appointment) -> None:
    code = confirm_recovery(begin_recovery(lost, by=anna, now=NOW), by=bram, now=NOW)
    assert use_recovery(lost, code, now=NOW)
    assert use_recovery(lost, code, now=NOW) is None


def test_a_code_works_for_a_day(
    lost: User, anna: Appointment, bram: Appointment
) -> None:
    code = confirm_recovery(begin_recovery(lost, by=anna, now=NOW), by=bram, now=NOW)
    assert use_recovery(lost, code, now=NOW + LASTS) is None
    assert use_recovery(lost, code, now=NOW + LASTS - timedelta(seconds=1))


def test_asking_is_not_enough(lost: User, anna: Appointment) -> None:
    recovery = begin_recovery(lost, by=anna, now=NOW)
    assert recovery.code_hash == ""
    for guess in ("", "A" * 16, str(recovery.id)):
        assert use_recovery(lost, guess, now=NOW) is None


@pytest.mark.parametrize("guess", ["", "A" * 16, "\0", "é" * 3000])
def test_a_wrong_code_changes_nothing(
    lost: User, anna: Appointment, bram: Appointment, guess: str
) -> None:
    confirm_recovery(begin_recovery(lost, by=anna, now=NOW), by=bram, now=NOW)
    assert use_recovery(lost, guess, now=NOW) is None
    assert has_factor(lost)


def test_a_code_of_somebody_else_works_not(
    lost: User, police: Organisation, anna: Appointment, bram: Appointment
) -> None:
    other = AppointmentFactory(organisation=police).user
    confirm_recovery(begin_recovery(lost, by=anna, now=NOW), by=bram, now=NOW)
    theirs = confirm_recovery(begin_recovery(other, by=anna, now=NOW), by=bram, now=NOW)
    assert use_recovery(lost, theirs, now=NOW) is None


def test_one_at_a_time(lost: User, anna: Appointment, bram: Appointment) -> None:
    begin_recovery(lost, by=anna, now=NOW)
    with pytest.raises(ValidationError) as wrong:
        begin_recovery(lost, by=bram, now=NOW)
    assert wrong.value.code == "overtaken"
    assert begin_recovery(lost, by=bram, now=NOW + LASTS)


def test_two_who_confirm_at_once_give_one_code(
    lost: User, police: Organisation, anna: Appointment, bram: Appointment
) -> None:
    """The second looked at a page on which it was not confirmed yet."""
    recovery = begin_recovery(lost, by=anna, now=NOW)
    seen_before = Recovery.objects.get(pk=recovery.pk)
    code = confirm_recovery(recovery, by=bram, now=NOW)
    carl = AppointmentFactory(organisation=police)
    with pytest.raises(ValidationError):
        confirm_recovery(seen_before, by=carl, now=NOW)
    assert use_recovery(lost, code, now=NOW)


def test_whoever_it_is_about_stops_it(
    lost: User, anna: Appointment, bram: Appointment, trail: Trail
) -> None:
    recovery = begin_recovery(lost, by=anna, now=NOW)
    code = confirm_recovery(recovery, by=bram, now=NOW)
    trail()
    with pytest.raises(Refused):
        stop_recovery(recovery, by=anna.user, now=NOW)
    stop_recovery(recovery, by=lost, now=NOW)
    assert trail() == [Action.RECOVERY_STOPPED]
    assert use_recovery(lost, code, now=NOW) is None
    with pytest.raises(ValidationError):
        stop_recovery(recovery, by=lost, now=NOW)


def test_the_database_knows_no_code(
    lost: User, anna: Appointment, bram: Appointment
) -> None:
    """T4: a stolen table lets nobody in."""
    code = confirm_recovery(begin_recovery(lost, by=anna, now=NOW), by=bram, now=NOW)
    kept = Recovery.objects.values().get()
    assert code not in repr(kept)
    assert use_recovery(lost, kept["code_hash"], now=NOW) is None


def test_who_sees_what_was_asked(lost: User, anna: Appointment) -> None:
    recovery = begin_recovery(lost, by=anna, now=NOW)
    stranger = AppointmentFactory().user
    assert list(Recovery.objects.visible_to(lost, NOW)) == [recovery]
    assert list(Recovery.objects.visible_to(anna.user, NOW)) == [recovery]
    assert not Recovery.objects.visible_to(stranger, NOW)
