"""What decisions and plans ask of somebody, in one list for all their tables."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from expliciet.casework.models import Intervention
from tests.factories import Table
from tests.web.casework.deciding import a_goal, an_exit, core, decide, in_days, plan
from tests.web.dossiers.conftest import At, at, table  # noqa: F401
from tests.web.dossiers.forms import words

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_what_waits_stands_there_without_a_word_of_the_case(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """S24, S31: for who may do it; by reference, kind and day."""
    town, police, _om = core(table)
    provisional = decide(table, [town, police])
    an_exit(table)
    support = plan(table, a_goal(table, town), police)
    Intervention.objects.filter(pk=support.pk).update(review_on=in_days(-3))
    mine = words(at(table.chair).get(reverse("opening")))
    assert provisional.reference in mine
    assert "Bevestigen met het quorum" in mine
    assert "Wie praat met hem?" not in mine
    theirs = words(at(police).get(reverse("opening")))
    assert support.reference in theirs
    assert "Een jobcoach gaat mee." not in theirs
    assert provisional.reference not in theirs
    assert support.reference not in words(at(town).get(reverse("opening")))


def test_more_that_waits_asks_no_more_of_the_database(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    seats = core(table)
    decide(table, seats[:2])
    client = at(table.chair)
    home = reverse("opening")
    client.get(home)

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(home).status_code == 200
        return len(found)

    few = asked()
    for _ in range(6):
        decide(table, seats[:2])
    assert asked() == few
