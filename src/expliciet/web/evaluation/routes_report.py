"""The rule of every address of report in a study."""

from ...audit.actions import Action
from ..inventory import POST, Rate, Route, Who, classify

CONCERNED = Route(Who.APPOINTED, Rate.READING, (Action.STUDY_READ,), shows=True)

classify(
    **{
        "evaluation:process": CONCERNED,
        "evaluation:chart": CONCERNED,
        "evaluation:reconstruct": Route(
            Who.RESEARCHING,
            Rate.HEAVY,
            (Action.PROCESS_RECONSTRUCTED,),
            methods=POST,
        ),
    }
)
