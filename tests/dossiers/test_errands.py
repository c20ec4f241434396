"""What the clock does at the tables."""

from datetime import timedelta

import pytest

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.errands import drop_drafts
from expliciet.dossiers.models import Draft
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_a_draft_goes_at_its_end_with_a_line_for_its_house() -> None:
    """V17: and not while somebody may still be typing in it."""
    table, other = Table(), Table()
    for each in (table, table, other):
        keep_draft(
            f"note-{Draft.objects.count()}",
            {"text": "half gezegd (verzonnen)"},
            by=each.director.user,
            house=each.house,
            now=table.now,
        )
    days = table.house.rule("draft-days", table.now.date())
    assert drop_drafts(table.now + timedelta(days=days)) == 0
    assert drop_drafts(table.now + timedelta(days=days + 1)) == 3
    assert not Draft.objects.exists()
    lines = Line.objects.filter(action=Action.DRAFT_DROPPED, role="clock")
    assert dict(lines.values_list("house", "count")) == {
        table.house.id: 2,
        other.house.id: 1,
    }
