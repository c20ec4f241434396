"""The rule of every address of a study: proposing, deciding, releasing."""

from ...audit.actions import Action
from ..inventory import BOTH, POST, Rate, Route, Who, classify

LOOKING = Route(Who.APPOINTED, Rate.READING, (Action.STUDY_READ,), shows=True)
DOING = LOOKING._replace(rate=Rate.WRITING, methods=BOTH)
PRESSED = Route(Who.APPOINTED, Rate.WRITING, methods=POST)
SEATED = Route(Who.SEATED, Rate.READING, (Action.STUDY_READ,), shows=True)


def doing(*does: Action) -> Route:
    return DOING._replace(leaves=(Action.STUDY_READ, *does))


classify(
    **{
        "evaluation:list": LOOKING._replace(leaves=(Action.STUDIES_LISTED,)),
        "evaluation:propose": DOING._replace(
            leaves=(Action.STUDIES_LISTED, Action.STUDY_MADE)
        ),
        "evaluation:study": LOOKING,
        "evaluation:decide": doing(Action.STUDY_DECIDED),
        "evaluation:name-researcher": doing(Action.RESEARCHER_NAMED),
        "evaluation:let-go": PRESSED._replace(leaves=(Action.RESEARCHER_LET_GO,)),
        "evaluation:draw": PRESSED._replace(leaves=(Action.STUDY_DRAWN,)),
        "evaluation:end": doing(Action.STUDY_ENDED),
        "evaluation:mask": SEATED._replace(
            rate=Rate.HEAVY,
            leaves=(
                Action.STUDY_READ,
                Action.STUDY_MASKED,
                Action.STUDY_HIDDEN_MORE,
            ),
            methods=BOTH,
        ),
        "evaluation:release": Route(
            Who.SEATED, Rate.WRITING, (Action.STUDY_RELEASED,), methods=POST
        ),
        "evaluation:take-back": Route(
            Who.SEATED, Rate.WRITING, (Action.STUDY_TAKEN_BACK,), methods=POST
        ),
    }
)
