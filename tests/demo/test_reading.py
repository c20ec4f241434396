"""What was read apart and together in Duinmeer; all of it made up."""

import pytest
from django.utils import timezone

from expliciet.accounts.models import User
from expliciet.casework.models import Interpretation, Reading, Round, View
from tests.demo.conftest import Duinmeer

pytestmark = pytest.mark.django_db


def test_a_round_runs_in_which_the_police_still_read(duinmeer: Duinmeer) -> None:
    """F89, N1: to be tried by whoever plays the police, and revealed by who leads."""
    now = timezone.now()
    jeroen = User.objects.get(email="jeroen.kloosterman@duinmeer.example")
    yara = User.objects.get(email="yara.bentaleb@duinmeer.example")
    asked = Round.objects.asked_of(jeroen, now)
    assert asked.count() == 1
    assert not Round.objects.asked_of(yara, now).filter(pk__in=asked).exists()


def test_one_was_revealed_with_a_late_reading_and_read_together_twice(
    duinmeer: Duinmeer,
) -> None:
    """N2, S19, S63: where they differed, what changed since, and how he sees it."""
    rounds = Round.objects.filter(dossier__working_name="Zandloper")
    over = rounds.get(reveal__isnull=False)
    told = Reading.objects.filter(of_round=over).select_related("of_round__reveal")
    assert {each.is_blind for each in told} == {True, False}
    first, second = Interpretation.objects.all()
    assert first.of_round == over
    assert first.dissents.exists()
    assert second.violence != first.violence
    assert View.objects.filter(voice=View.Voice.PERSON).exists()
