"""What somebody who guards terms sees of dossiers without a seat."""

from datetime import timedelta

import pytest
from django.utils import timezone

from expliciet.dossiers.models import Dossier
from tests.factories import AppointmentFactory, Table
from tests.partners import Role

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_the_privacy_officer_sees_what_the_house_keeps_and_no_other() -> None:
    """F72: terms and holds are guarded by whoever reads no content."""
    table, other = Table(), Table()
    officer = AppointmentFactory(
        organisation=table.organisation("office"), role=Role.PRIVACY_OFFICER
    )
    today = timezone.localdate()
    assert list(Dossier.objects.guarded_by(officer.user, today)) == [table.dossier]
    assert other.dossier not in Dossier.objects.guarded_by(officer.user, today)
    assert not Dossier.objects.visible_to(officer.user, timezone.now()).exists()


@pytest.mark.parametrize(
    "role",
    [
        role
        for role in Role
        if role not in (Role.PRIVACY_OFFICER, Role.PROCESS_DIRECTOR)
    ],
    ids=str,
)
def test_nobody_else_sees_so_much_as_a_number(role: str) -> None:
    table = Table()
    somebody = AppointmentFactory(organisation=table.organisation("police"), role=role)
    guarded = Dossier.objects.guarded_by(somebody.user, timezone.localdate())
    assert not guarded.exists()


def test_an_officer_who_left_guards_nothing() -> None:
    table, today = Table(), timezone.localdate()
    officer = AppointmentFactory(
        organisation=table.organisation("office"),
        role=Role.PRIVACY_OFFICER,
        until=today - timedelta(days=1),
    )
    assert not Dossier.objects.guarded_by(officer.user, today).exists()


def test_a_dossier_is_due_from_its_day_on_until_it_is_closed() -> None:
    table = Table()
    day = table.dossier.review_on
    assert not Dossier.objects.due(day - timedelta(days=1)).exists()
    assert Dossier.objects.due(day).get() == table.dossier
    Dossier.objects.update(phase=Dossier.Phase.CLOSED)
    assert not Dossier.objects.due(day).exists()
