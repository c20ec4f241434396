"""What is brought in and read on the stage of the matrix."""

from functools import partial

from django.utils import timezone

from expliciet.casework.actions.contributions import record_contribution
from expliciet.casework.actions.factors import read_factor
from expliciet.casework.models import (
    Contribution,
    Factor,
    FactorReading,
    Statement,
)
from tests.factories import Table
from tests.proofs.stage import Stage


def bring(stage: Stage, table: Table) -> None:
    """Contributions for the core and for the table; a reading kept to oneself."""
    police = stage.made["seats"]["police"]
    for circle in ("core", "table"):
        name = f"contribution in {circle}"
        header = Contribution(
            source="kanarie bron",
            obtained="kanarie weg",
            seen_on=timezone.localdate(table.now),
            reliability="direct",
        )
        line = Statement(kind="fact", domain="work", text=stage.canary(name))
        stage.say(
            name,
            police,
            table,
            circle,
            record=header,
            action=partial(with_parts, record_contribution, [line]),
        )
    factor = Factor.objects.filter(list__is_ours=True).earliest("code")
    stage.made["factor"] = factor
    name = "reading of a factor"
    stage.say(
        name,
        police,
        table,
        "own",
        record=FactorReading(
            factor=factor, read="observed", argument=stage.canary(name)
        ),
        action=partial(with_parts, read_factor, []),
    )


def with_parts(action, parts, record, **how):  # type: ignore[no-untyped-def]
    return action(record, parts, **how)
