"""The rule of every address in `urls_learning`."""

from ...audit.actions import Action
from ..inventory import BOTH, POST, Rate, Route, Who, classify

READ = Route(Who.APPOINTED, Rate.READING, (Action.BOARD_READ,), shows=True)
LED = READ._replace(
    rate=Rate.WRITING,
    leaves=(Action.BOARD_READ, Action.DIRECTION_CHANGED),
    methods=POST,
)
HELD = Route(Who.HOLDING, Rate.READING, (Action.BOARD_READ,), shows=True)
OFFERED = Route(Who.APPOINTED, Rate.READING, (Action.RECOMMENDATIONS_READ,), shows=True)
SCANNED = Route(Who.APPOINTED, Rate.READING, (Action.SCAN_READ,), shows=True)


def writing(route: Route, *does: Action) -> Route:
    return route._replace(
        rate=Rate.WRITING, leaves=(*route.leaves, *does), methods=BOTH
    )


classify(
    **{
        # asks for the code and shows nothing; wrong ones are counted in the view
        "evaluation:join": Route(
            Who.HOLDING,
            Rate.OPEN,
            (Action.LEARNING_JOINED, Action.REFUSED),
            methods=BOTH,
        ),
        "evaluation:joined-board": HELD,
        "evaluation:joined-since": HELD._replace(polls=True),
        "evaluation:direct": HELD._replace(
            rate=Rate.WRITING,
            leaves=(Action.BOARD_READ, Action.DIRECTION_ADDED),
            methods=POST,
        ),
        "evaluation:dot": HELD._replace(
            rate=Rate.WRITING,
            leaves=(Action.BOARD_READ, Action.DOT_PUT),
            methods=POST,
        ),
        "evaluation:sessions": READ,
        "evaluation:session-call": writing(OFFERED, Action.LEARNING_CALLED),
        "evaluation:session": READ,
        "evaluation:session-change": writing(OFFERED, Action.LEARNING_CHANGED),
        "evaluation:session-open": READ._replace(
            rate=Rate.WRITING,
            leaves=(Action.BOARD_READ, Action.LEARNING_OPENED),
            methods=POST,
        ),
        "evaluation:session-close": Route(
            Who.APPOINTED, Rate.WRITING, (Action.LEARNING_CLOSED,), methods=POST
        ),
        "evaluation:board": READ,
        "evaluation:board-since": READ._replace(polls=True),
        "evaluation:board-add": LED._replace(
            leaves=(Action.BOARD_READ, Action.DIRECTION_ADDED)
        ),
        "evaluation:group": LED,
        "evaluation:take-off": LED,
        "evaluation:own": writing(READ, Action.DIRECTION_CHANGED),
        "evaluation:session-paper": Route(
            Who.APPOINTED, Rate.HEAVY, (Action.DOCUMENT_TAKEN,), shows=True
        ),
        "evaluation:adoption": OFFERED,
        "evaluation:adopt": writing(
            OFFERED, Action.ADOPTED, Action.WORKING_AGREEMENT_MADE
        ),
        "evaluation:adoption-claim": writing(OFFERED, Action.ADOPTION_CLAIMED),
        "evaluation:adoption-judge": writing(OFFERED, Action.ADOPTION_JUDGED),
        "evaluation:scans": SCANNED,
        "evaluation:scan-begin": writing(SCANNED, Action.SCAN_BEGUN),
        "evaluation:scan": SCANNED,
        "evaluation:scan-answer": writing(SCANNED, Action.SCAN_ANSWERED),
        "evaluation:scan-open": Route(
            Who.APPOINTED, Rate.HEAVY, (Action.SCAN_OPENED,), methods=POST
        ),
    }
)
