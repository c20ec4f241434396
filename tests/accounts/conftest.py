"""What the tests of accounts share: what stands in the trail."""

from collections.abc import Callable

import pytest

from expliciet.audit.actions import Action
from expliciet.audit.models import Line

Trail = Callable[[], list[str]]


@pytest.fixture
def trail() -> Trail:
    """`trail()`: what was done since the last look, in order."""
    seen = set(Line.objects.values_list("pk", flat=True))

    def since() -> list[str]:
        fresh = [line for line in Line.objects.order_by("at") if line.pk not in seen]
        seen.update(line.pk for line in fresh)
        return [Action(line.action) for line in fresh]

    return since
