"""Readings on one's own desk: asked of my organisation, and awaited by who leads."""

import pytest
from django.urls import reverse

from expliciet.casework.models import Reading, Round
from tests.casework.reading import opened, revealed, written
from tests.factories import Table, earlier_today
from tests.web.dossiers.conftest import At, at  # noqa: F401
from tests.web.dossiers.looking import questions, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


def page_of(seat: object, at: At) -> str:  # noqa: F811
    return shown(at(seat), reverse("opening"))  # type: ignore[arg-type]


def test_a_round_stands_on_the_desk_of_who_reads_in_it(table: Table, at: At) -> None:  # noqa: F811
    """F20: reference and day, without the question; gone once it is in."""
    police, _ = table.seat("police"), table.seat("municipality")
    school = table.seat("onderwijs")
    round_ = opened(table, "core", question="Een geheim?")
    page = page_of(police, at)
    assert "Eigen duiding te schrijven" in page
    assert round_.reference in page
    assert "Een geheim?" not in page
    assert "Eigen duiding te schrijven" not in page_of(school, at)
    assert "Eigen duiding te schrijven" not in page_of(table.chair, at)
    written(table, round_, police)
    assert "Eigen duiding te schrijven" not in page_of(police, at)


def test_from_the_desk_one_writes_and_comes_back(table: Table, at: At) -> None:  # noqa: F811
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    client = at(police)
    there = reverse("casework:reading", args=[table.dossier.pk, round_.pk])
    assert f"{there}?terug=werk" in shown(client, reverse("opening"))
    answer = client.post(
        f"{there}?terug=werk",
        {
            "sees": "stickers",
            "reads": "boos",
            "would_change": "een brief",
            "says_answer": "unsure",
        },
    )
    assert answer["Location"] == reverse("opening")
    assert Reading.objects.count() == 1


def test_whoever_leads_sees_whose_reading_is_awaited(table: Table, at: At) -> None:  # noqa: F811
    """Who is not in; never what anybody wrote."""
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    written(table, round_, police, sees="een geheim")
    page = page_of(table.chair, at)
    assert "hun eigen duiding in" in page
    assert town.organisation.name in page
    assert "een geheim" not in page
    assert "hun eigen duiding in" not in page_of(police, at)
    written(table, round_, town)
    revealed(table, round_)
    assert "hun eigen duiding in" not in page_of(table.chair, at)


def test_ten_rounds_ask_no_more_of_the_database_than_two(
    table: Table,
    at: At,  # noqa: F811
) -> None:
    police, _ = table.seat("police"), table.seat("municipality")
    for _each in range(2):
        opened(table)
    client = at(police)
    shown(client, reverse("opening"))
    two = questions(client, reverse("opening"))
    for _each in range(8):
        opened(table)
    assert questions(client, reverse("opening")) == two
    assert Round.objects.count() == 10
