"""Reading the lines of a house: a role of its own, and one of four purposes (S51)."""

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.actions.log_review import state_review_purpose
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.audit.purposes import Purpose
from tests.partners import Partners, Role

pytestmark = pytest.mark.django_db


def test_the_purpose_stands_in_a_line_of_its_own() -> None:
    partners = Partners()
    state_review_purpose("integrity", "melding (verzonnen)", by=partners.reviewer)
    line = Line.objects.latest("at")
    assert line.action == Action.PURPOSE_STATED
    assert line.purpose == Purpose.INTEGRITY
    assert line.house == partners.house.id
    assert line.reason_hash
    assert "melding" not in line.exported().decode()


@pytest.mark.parametrize("purpose", ["", "nieuwsgierig", "beoordeling"])
def test_the_law_knows_four_purposes_and_no_fifth(purpose: str) -> None:
    with pytest.raises(ValidationError):
        state_review_purpose(purpose, "verzonnen", by=Partners().reviewer)
    assert not Line.objects.filter(action=Action.PURPOSE_STATED).exists()


@pytest.mark.parametrize(
    "role", [role for role in Role if role != Role.LOG_REVIEWER], ids=str
)
def test_no_other_role_reads_the_lines_of_others(role: str) -> None:
    with pytest.raises(Refused):
        state_review_purpose("integrity", "x", by=Partners().of("police", role))
