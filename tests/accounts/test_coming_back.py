"""An account that is closed, why, and that it can be opened again."""

import pytest
from django.utils import timezone

from expliciet.accounts.actions.people import change_user, disable_user, reopen_user
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line, Reason
from expliciet.audit.models.reason import COMPARTMENT
from expliciet.vault.keyring import unlock
from tests.factories import AppointmentFactory
from tests.partners import Partners, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def partners() -> Partners:
    return Partners()


def test_a_closed_account_can_be_opened_again(partners: Partners) -> None:
    somebody, today = partners.of("police"), timezone.localdate()
    disable_user(somebody.user, by=partners.administrator, why="met verlof (verzonnen)")
    assert not somebody.user.appointments_now(today).exists()
    reopen_user(somebody.user, by=partners.administrator)
    assert somebody.user.appointments_now(today).get() == somebody
    assert Line.objects.filter(action=Action.USER_REOPENED).count() == 1


def test_why_an_account_was_closed_is_kept_sealed_beside_the_line(
    partners: Partners,
) -> None:
    disable_user(partners.of("police").user, by=partners.administrator, why="weg")
    line = Line.objects.get(action=Action.USER_DISABLED)
    assert line.reason_hash
    unlock(partners.house.id, [COMPARTMENT])
    assert Reason.objects.get(line=line).words == "weg"


@pytest.mark.parametrize(
    "role", [role for role in Role if role != Role.ADMINISTRATOR], ids=str
)
def test_only_the_administrator_opens_an_account_or_changes_details(
    partners: Partners, role: str
) -> None:
    by, somebody = partners.of("wijkteam", role), partners.of("police")
    with pytest.raises(Refused):
        reopen_user(somebody.user, by=by)
    with pytest.raises(Refused):
        change_user(somebody.user, by=by)


def test_nobody_opens_or_changes_themselves_or_who_is_elsewhere_too(
    partners: Partners,
) -> None:
    by = partners.administrator
    elsewhere = AppointmentFactory(user=partners.of("police").user)
    for user in (by.user, elsewhere.user):
        with pytest.raises(Refused):
            reopen_user(user, by=by)
        with pytest.raises(Refused):
            change_user(user, by=by)
