"""Away for a while: on the page of who leaves, who replaces, and who waits."""

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.actions.absences import go_away
from expliciet.accounts.models import Absence
from expliciet.casework.models import Reply
from expliciet.dossiers.models import Seat
from tests.casework.approach import in_days
from tests.casework.promises import agreed, expected
from tests.factories import AppointmentFactory, Table, earlier_today
from tests.web.dossiers.conftest import At, at, table  # noqa: F401
from tests.web.dossiers.forms import REFUSED, bare, words
from tests.web.work.test_answering import HOME, asked, awaited, here, work

pytestmark = pytest.mark.django_db
AWAY = reverse("work:away")


def leaves(leaving: Seat, replacement: Seat, days: int = 7) -> Absence:
    assert leaving.user
    assert replacement.user
    absence = Absence(
        replacement=replacement.user, since=in_days(0), until=in_days(days)
    )
    return go_away(absence, by=leaving.user, now=timezone.now())


def typed(seat: Seat, **other: str) -> dict[str, str]:
    return {
        "since": in_days(0).isoformat(),
        "until": in_days(7).isoformat(),
        "replacement": str(seat.user_id),
    } | other


def test_one_says_it_and_ends_it(table: Table, at: At) -> None:  # noqa: F811
    """S61: a banner while it lasts, and one tap to be back."""
    police, colleague = table.seat("police"), table.seat("police")
    assert colleague.user
    client = at(police)
    page = words(client.post(AWAY, typed(colleague), follow=True))
    assert f"{colleague.user.name} vervangt u." in page
    assert "zit in elk dossier waar u zit" in page
    home = work(client)
    assert "U bent afwezig tot en met" in home
    away = Absence.objects.get()
    client.post(reverse("work:back", args=[away.pk]))
    assert "U bent afwezig" not in work(client)


def test_only_colleagues_are_offered(table: Table, at: At) -> None:  # noqa: F811
    police, colleague = table.seat("police"), table.seat("police")
    town = table.seat("municipality")
    assert town.user
    assert colleague.user
    client = at(police)
    page = words(client.get(AWAY))
    assert str(colleague.user.name) in page
    assert str(town.user.name) not in page
    refused = client.post(AWAY, typed(town))
    assert refused.status_code == REFUSED
    assert not Absence.objects.exists()


def test_what_is_wrong_with_the_days_is_said_and_what_was_typed_stays(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, colleague = table.seat("police"), table.seat("police")
    wrong = typed(colleague, until=in_days(-2).isoformat())
    page = at(police).post(AWAY, wrong)
    assert page.status_code == REFUSED
    assert in_days(-2).isoformat() in words(page)


def test_tables_where_the_colleague_does_not_sit_are_named(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """No right arises by it: a seat is asked of whoever chairs."""
    police = table.seat("police")
    colleague = AppointmentFactory(organisation=police.organisation)
    client = at(police)
    page = words(
        client.post(
            AWAY, typed(police) | {"replacement": str(colleague.user_id)}, follow=True
        )
    )
    assert "heeft" in page
    assert table.dossier.number in page.partition("geen plek")[2]


def test_the_colleague_sees_what_is_asked_of_who_is_away(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """As far as their own seats reach, and without doing it in their place."""
    police, colleague = table.seat("police"), table.seat("police")
    town = table.seat("municipality")
    assert police.user
    made = agreed(table, police, by=town)
    client = at(colleague)
    assert made.reference not in work(client)
    leaves(police, colleague)
    page = asked(client)
    assert made.reference in page
    assert f"werk van {police.user.name}" in page
    assert "U let tot en met" in work(client)
    assert ">Akkoord<" not in page
    answer = client.post(here(made), {"deed": "reply", "says": "yes"})
    assert answer.status_code == 403
    assert not Reply.objects.exists()


def test_where_the_colleague_has_no_seat_nothing_is_seen(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """Two worlds: with and without something asked there the page is the same."""
    other = Table(house=table.house, now=earlier_today(1))
    police = other.seat("police")
    assert police.user
    colleague = table.seat("police", organisation=police.organisation)
    town = other.seat("municipality")
    leaves(police, colleague)
    client = at(colleague)
    before = bare(client.get(HOME), other.dossier.pk)
    made = agreed(other, police, by=town)
    assert bare(client.get(HOME), other.dossier.pk) == before
    assert made.reference not in work(client)
    assert at(colleague).get(here(made)).status_code == 404


def test_what_was_said_before_the_colleague_sat_there_stays_unseen(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    made = agreed(table, police, by=town)
    late = table.seat("police")
    leaves(police, late)
    assert made.reference not in work(at(late))


def test_it_ends_by_itself_for_the_colleague_too(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, colleague = table.seat("police"), table.seat("police")
    made = agreed(table, police, by=table.seat("municipality"))
    leaves(police, colleague)
    client = at(colleague)
    assert made.reference in work(client)
    Absence.objects.update(since=in_days(-9), until=in_days(-1))
    page = work(client)
    assert made.reference not in page
    assert "U let tot en met" not in page


def test_who_waits_sees_until_when_and_who_takes_over(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """F52: of one person, and of an organisation when its people there are away."""
    police, colleague = table.seat("police"), table.seat("police")
    town, school = table.seat("municipality"), table.seat("onderwijs")
    assert police.user
    assert colleague.user
    agreed(table, police, by=town)
    expected(table, school, police)
    leaves(police, colleague)
    told = f"{police.user.name} is afwezig tot en met"
    for seat in (town, school):
        page = awaited(at(seat))
        assert told in page
        assert f"vervangt: {colleague.user.name}" in page


def test_an_absence_elsewhere_says_nothing_here(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    away = AppointmentFactory(organisation=police.organisation)
    colleague = table.seat("police")
    expected(table, town, police)
    absence = Absence(replacement=colleague.user, since=in_days(0), until=in_days(3))
    go_away(absence, by=away.user, now=timezone.now())
    assert "afwezig tot en met" not in awaited(at(town))


def test_nobody_ends_what_another_said(table: Table, at: At) -> None:  # noqa: F811
    police, colleague = table.seat("police"), table.seat("police")
    away = leaves(police, colleague)
    answer = at(colleague).post(reverse("work:back", args=[away.pk]))
    assert answer.status_code == 404
    assert Absence.objects.filter(ended_at=None).exists()
