"""The rule of every address of one's own work; the page itself is the first page."""

from ...audit.actions import Action
from ..inventory import BOTH, POST, Rate, Route, Who, classify

OWN = Route(Who.SIGNED_IN, Rate.WRITING)

classify(
    **{
        "work:seen": OWN._replace(leaves=(Action.NOTICES_READ,), methods=POST),
        "work:matter": Route(
            Who.SEATED,
            Rate.WRITING,
            (
                Action.RECORD_READ,
                *(
                    Action.AGREEMENT_ANSWERED,
                    Action.EXPECTATION_ANSWERED,
                    Action.AGREED,
                ),
                *(Action.DONE_CLAIMED, Action.DONE_CONFIRMED, Action.NOT_DONE_YET),
            ),
            shows=True,
            methods=BOTH,
        ),
        "work:reached": OWN._replace(
            leaves=(Action.OWN_ACCOUNT_READ, Action.PREFERENCE_SET),
            shows=True,
            methods=BOTH,
        ),
        "work:make-calendar": OWN._replace(
            rate=Rate.HEAVY,
            leaves=(Action.CALENDAR_OPENED, Action.OWN_ACCOUNT_READ),
            shows=True,
            methods=POST,
        ),
        "work:end-calendar": OWN._replace(
            leaves=(Action.CALENDAR_ENDED,), methods=POST
        ),
        "work:calendar": Route(
            Who.HOLDING,
            Rate.HEAVY,
            (Action.CALENDAR_TAKEN,),
            shows=True,
            polls=True,
        ),
        "work:away": OWN._replace(
            leaves=(Action.WORK_READ, Action.ABSENCE_SAID), shows=True, methods=BOTH
        ),
        "work:back": OWN._replace(leaves=(Action.ABSENCE_ENDED,), methods=POST),
    }
)

MIRROR = Route(Who.APPOINTED, Rate.READING, (Action.MIRROR_READ,), shows=True)
"""Of one's own organisation alone, over the tables where one sits oneself."""

classify(mirror__look=MIRROR, mirror__of=MIRROR)
