"""The rule of every address in `urls_decide`."""

from ...audit.actions import Action
from ..dossiers.routes import SAYING
from ..inventory import classify

READ, RECORD = Action.DOSSIER_READ, Action.RECORD_READ

LEAVES: dict[str, tuple[Action, ...]] = {
    "decide": (READ, Action.DECISION_RECORDED),
    "decide-anew": (RECORD, Action.RECORD_CORRECTED),
    "answer-advice": (RECORD, Action.ADVICE_ANSWERED),
    "act": (READ, Action.ACT_RECORDED),
    "idea": (READ, Action.IDEA_PARKED),
    "exit": (READ, Action.EXIT_AGREED),
    "goal": (READ, Action.GOAL_SET),
    "plan": (READ, Action.INTERVENTION_PLANNED),
    "plan-anew": (RECORD, Action.RECORD_CORRECTED),
    "approve": (RECORD, Action.INTERVENTION_APPROVED),
    "progress": (RECORD, Action.PROGRESS_RECORDED),
    "result": (RECORD, Action.RESULT_RECORDED),
    "clash": (RECORD, Action.CONFLICT_RECORDED),
}

classify(
    **{
        f"casework__{name}": SAYING._replace(leaves=leaves)
        for name, leaves in LEAVES.items()
    }
)
