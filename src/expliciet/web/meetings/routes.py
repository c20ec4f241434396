"""The rule of every address of a meeting: nothing of a case stands there."""

from ...audit.actions import Action
from ..inventory import BOTH, POST, Rate, Route, Who, classify

LOOKING = Route(Who.APPOINTED, Rate.READING, (Action.MEETING_READ,), shows=True)
TAKING = LOOKING._replace(rate=Rate.HEAVY, leaves=(Action.DOCUMENT_TAKEN,))
DOING = Route(Who.APPOINTED, Rate.WRITING, shows=True, methods=BOTH)
PRESSED = Route(Who.APPOINTED, Rate.WRITING, methods=POST)

classify(
    **{
        "meetings:list": LOOKING._replace(leaves=(Action.MEETINGS_LISTED,)),
        "meetings:one": LOOKING,
        "meetings:call": DOING._replace(
            leaves=(Action.MEETINGS_LISTED, Action.MEETING_CALLED)
        ),
        "meetings:change": DOING._replace(
            leaves=(Action.MEETING_READ, Action.MEETING_CHANGED)
        ),
        "meetings:call-off": DOING._replace(
            leaves=(Action.MEETING_READ, Action.MEETING_CALLED_OFF)
        ),
        "meetings:arrange": PRESSED._replace(leaves=(Action.ROSTER_ARRANGED,)),
        "meetings:put": DOING._replace(
            leaves=(Action.MEETING_READ, Action.PUT_ON_ROSTER)
        ),
        "meetings:hand-over": DOING._replace(
            leaves=(Action.MEETING_READ, Action.MEETING_HANDED_OVER)
        ),
        "meetings:end": PRESSED._replace(leaves=(Action.MEETING_ENDED,)),
        "meetings:calendar": LOOKING._replace(leaves=(Action.MEETING_TAKEN,)),
        "meetings:agenda-pdf": TAKING,
        "meetings:agenda-docx": TAKING,
    }
)
