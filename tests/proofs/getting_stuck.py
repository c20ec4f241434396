"""What is stuck, not done and held back on the stage of the matrix."""

from datetime import timedelta

from django.utils import timezone

from expliciet.casework.actions.expectations import set_limit, withhold
from expliciet.casework.actions.impasses import declare_impasse
from expliciet.casework.models import Impasse, Limit, Withholding
from tests.factories import Table
from tests.proofs.stage import Stage


def get_stuck(stage: Stage, table: Table) -> None:
    """An impasse of the core and one of the table; a limit; something held back."""
    police = stage.made["seats"]["police"]
    today = timezone.localdate(table.now)
    for circle in ("core", "table"):
        name = f"impasse in {circle}"
        impasse = Impasse(
            question=stage.canary(name),
            asked="kanarie nodig",
            since=today,
            decide_by=today + timedelta(days=9),
            breaker=table.chair,
        )
        stage.say(name, police, table, circle, record=impasse, action=declare_impasse)
    limit = Limit(text=stage.canary("limit"), why="kanarie grens")
    stage.say("limit", police, table, record=limit, action=set_limit)
    held = Withholding(
        ground=Withholding.Ground.LAW,
        words=stage.canary("withholding"),
        review_on=today + timedelta(days=9),
    )
    stage.say("withholding", police, table, "core", record=held, action=withhold)
