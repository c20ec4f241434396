"""The rule of every address of report in a study."""

from ...audit.actions import Action
from ..inventory import POST, Rate, Route, Who, classify

CONCERNED = Route(Who.APPOINTED, Rate.READING, (Action.STUDY_READ,), shows=True)
TAKEN = Route(Who.RESEARCHING, Rate.HEAVY, (Action.STUDY_EXPORTED,), shows=True)

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
        "evaluation:report": Route(
            Who.RESEARCHING, Rate.READING, (Action.STUDY_READ,), shows=True
        ),
        "evaluation:report-pdf": TAKEN,
        "evaluation:report-docx": TAKEN,
        "evaluation:codebook-qdc": TAKEN,
        "evaluation:export": TAKEN,
    }
)
