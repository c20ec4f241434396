"""What is decided and planned on the stage of the matrix."""

from datetime import timedelta
from functools import partial

from django.utils import timezone

from expliciet.casework.actions.decisions import record_decision
from expliciet.casework.actions.levels import agree_exit
from expliciet.casework.actions.plan import plan_intervention, set_goal
from expliciet.casework.models import (
    Decision,
    ExitCriterion,
    Factor,
    Goal,
    Intervention,
)
from tests.factories import Table
from tests.proofs.knowing import with_parts
from tests.proofs.stage import Stage


def decide_and_plan(stage: Stage, table: Table) -> None:
    """A decision and an intervention, for the core and for the table."""
    chair, police = table.chair, stage.made["seats"]["police"]
    today = timezone.localdate(table.now)
    for circle in ("core", "table"):
        name = f"decision in {circle}"
        decision = Decision(
            question="kanarie vraag",
            outcome=stage.canary(name),
            way="chair",
            is_procedural=True,
            decided_on=today,
            advice_to="kanarie driehoek",
        )
        decided = partial(record_decision, deciders=[chair])
        stage.say(name, chair, table, circle, record=decision, action=decided)
    name = "exit criterion"
    criterion = ExitCriterion(text=stage.canary(name), seen_by="kanarie")
    stage.say(name, chair, table, record=criterion, action=agree_exit)
    for circle in ("core", "table"):
        name = f"goal in {circle}"
        goal = Goal(domain="work", text=stage.canary(name), seen_by="kanarie")
        stage.say(name, police, table, circle, record=goal, action=set_goal)
        name = f"intervention in {circle}"
        measure = Intervention(
            towards=goal,
            weight=Intervention.Weight.INTRUSIVE,
            deed=stage.canary(name),
            owner=police,
            starts_on=today,
            review_on=today + timedelta(days=30),
            effect="kanarie",
            seen_by="kanarie",
            power="kanarie",
            proportionate="kanarie",
            lighter="kanarie",
            harm="kanarie",
            offered="kanarie",
        )
        factor = Factor.objects.filter(list__is_ours=True).earliest("code")
        planned = partial(with_parts, plan_intervention, [factor])
        stage.say(name, police, table, circle, record=measure, action=planned)
