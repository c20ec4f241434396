"""The figures of the fictional house, once more by hand."""

from datetime import timedelta

import pytest
from django.utils import timezone

from expliciet.evaluation.reconstruction import ALL, Period, reconstruct, suppressed
from tests.demo.conftest import Duinmeer, duinmeer
from tests.evaluation.reconstruction.plainly import differences, facts

__all__ = ["duinmeer"]

pytestmark = pytest.mark.django_db


def test_the_figures_of_duinmeer_are_those_found_by_hand(duinmeer: Duinmeer) -> None:
    """F63, N15: in everything that its stories hold; and what is shown is large."""
    now = timezone.now()
    dossiers = list(duinmeer.house.dossiers.values_list("pk", flat=True))
    for moment in (now - timedelta(days=60), now):
        period = Period(moment.date() - timedelta(days=700), moment.date())
        told = reconstruct(dossiers, period, moment)
        found = [fact for each in dossiers for fact in facts(each, moment)]
        assert not differences(told, found)
    assert told.measure("agreements").cell(ALL).number
    rows = [row for each in suppressed(told).measures for row in each.cells.values()]
    shown = [cell.number for row in rows for cell in row.values() if cell.is_shown]
    assert all(number >= 5 for number in shown if number is not None)
